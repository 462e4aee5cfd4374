import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { AnswerHeader, CurrentPerson, Endpoint, Input, type SetHeader } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { MyAccount } from './my-account.js';
import { MyRights } from './my-rights.js';
import { MySessions } from './my-sessions.js';
import { forgetSession } from './session-cookie.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;
type Result<K extends keyof typeof operations> = Promise<OperationResult<(typeof operations)[K]>>;

/** Devices, another address, everything we keep, and going away. */
@Controller()
export class MyRightsController {
  constructor(
    @Inject(MySessions) private readonly sessions: MySessions,
    @Inject(MyRights) private readonly rights: MyRights,
    @Inject(MyAccount) private readonly account: MyAccount,
  ) {}

  @Endpoint(operations.listMySessions)
  async list(@CurrentPerson() person: PersonActor): Result<'listMySessions'> {
    return { sessions: await this.sessions.list(person) };
  }

  @Endpoint(operations.endMySession)
  async end(
    @CurrentPerson() person: PersonActor,
    @Input(operations.endMySession) { params }: In<'endMySession'>,
  ): Promise<void> {
    await this.sessions.end(person, params.id);
  }

  @Endpoint(operations.endMyOtherSessions)
  async endOthers(@CurrentPerson() person: PersonActor): Promise<void> {
    await this.sessions.endOthers(person);
  }

  @Endpoint(operations.changeMyEmail)
  async changeEmail(
    @CurrentPerson() person: PersonActor,
    @Input(operations.changeMyEmail) { body }: In<'changeMyEmail'>,
  ): Result<'changeMyEmail'> {
    await this.rights.changeEmail(person, body.current, body.next);
    return this.account.read(person);
  }

  @Endpoint(operations.exportMyData)
  async export(
    @CurrentPerson() person: PersonActor,
    @Input(operations.exportMyData) { body }: In<'exportMyData'>,
    @AnswerHeader() setHeader: SetHeader,
  ): Result<'exportMyData'> {
    setHeader('Cache-Control', 'no-store');
    return this.rights.export(person, body);
  }

  @Endpoint(operations.eraseMe)
  async erase(
    @CurrentPerson() person: PersonActor,
    @Input(operations.eraseMe) { body }: In<'eraseMe'>,
    @AnswerHeader() setHeader: SetHeader,
  ): Promise<void> {
    await this.rights.erase(person, body);
    setHeader('Set-Cookie', forgetSession());
  }
}
