import { Controller, Headers, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import {
  AnswerHeader,
  CurrentActor,
  CurrentPerson,
  Endpoint,
  Input,
  type SetHeader,
} from '@app/platform/http/endpoint.js';
import type { Actor, PersonActor } from '@app/platform/identity/actor.js';
import { deviceOf } from './device.js';
import { Passkeys } from './passkeys.js';
import { keepSession } from './session-cookie.js';
import { sessionDays } from './start-session.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;
type Result<K extends keyof typeof operations> = Promise<OperationResult<(typeof operations)[K]>>;

/** Passkeys: one's own, and signing in with one. */
@Controller()
export class PasskeysController {
  constructor(@Inject(Passkeys) private readonly passkeys: Passkeys) {}

  @Endpoint(operations.listPasskeys)
  async list(@CurrentPerson() person: PersonActor): Result<'listPasskeys'> {
    return { passkeys: await this.passkeys.list(person) };
  }

  @Endpoint(operations.preparePasskey)
  prepare(
    @CurrentPerson() person: PersonActor,
    @Input(operations.preparePasskey) { body }: In<'preparePasskey'>,
  ): Result<'preparePasskey'> {
    return this.passkeys.prepare(person, body.proof);
  }

  @Endpoint(operations.addPasskey)
  add(
    @CurrentPerson() person: PersonActor,
    @Input(operations.addPasskey) { body }: In<'addPasskey'>,
    @Headers('user-agent') userAgent: string | undefined,
  ): Result<'addPasskey'> {
    return this.passkeys.add(person, body.challengeId, body.attestation, deviceOf(userAgent));
  }

  @Endpoint(operations.removePasskey)
  async remove(
    @CurrentPerson() person: PersonActor,
    @Input(operations.removePasskey) { params, body }: In<'removePasskey'>,
  ): Promise<void> {
    await this.passkeys.remove(person, params.id, body.proof);
  }

  @Endpoint(operations.preparePasskeySignIn)
  prepareSignIn(@CurrentActor() { municipalityId }: Actor): Result<'preparePasskeySignIn'> {
    return this.passkeys.prepareSignIn(municipalityId);
  }

  @Endpoint(operations.createPasskeySession)
  async signIn(
    @CurrentActor() { municipalityId }: Actor,
    @Input(operations.createPasskeySession) { body }: In<'createPasskeySession'>,
    @Headers('user-agent') userAgent: string | undefined,
    @AnswerHeader() setHeader: SetHeader,
  ): Result<'createPasskeySession'> {
    const { challengeId, assertion } = body;
    const { personId, token, firstSignIn } = await this.passkeys.signIn(
      municipalityId,
      challengeId,
      assertion,
      deviceOf(userAgent),
    );
    setHeader('Set-Cookie', keepSession(token, sessionDays));
    return { personId, firstSignIn };
  }
}
