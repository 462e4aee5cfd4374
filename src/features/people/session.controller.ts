import { Controller, Inject, Req, UseGuards } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { AnswerHeader, CurrentActor, Endpoint, Input, type SetHeader } from '@app/platform/http/endpoint.js';
import type { Actor } from '@app/platform/identity/actor.js';
import { EmailCodeGuard, type RequestWithCode } from './email-code.strategy.js';
import { EndSession } from './end-session.js';
import { RequestSignInCode } from './request-sign-in-code.js';
import { forgetSession, keepSession } from './session-cookie.js';
import { sessionDays } from './start-session.js';

@Controller()
export class SessionController {
  constructor(
    @Inject(RequestSignInCode) private readonly requestSignInCode: RequestSignInCode,
    @Inject(EndSession) private readonly endSession: EndSession,
  ) {}

  @Endpoint(operations.requestSignInCode)
  async request(
    @CurrentActor() actor: Actor,
    @Input(operations.requestSignInCode) { body }: OperationInput<typeof operations.requestSignInCode>,
  ): Promise<OperationResult<typeof operations.requestSignInCode>> {
    const language = actor.kind === 'guest' ? actor.language : undefined;
    return this.requestSignInCode.run(actor.municipalityId, body.email, language);
  }

  @Endpoint(operations.renewSignInCode)
  async renew(
    @CurrentActor() actor: Actor,
    @Input(operations.renewSignInCode) { params }: OperationInput<typeof operations.renewSignInCode>,
  ): Promise<OperationResult<typeof operations.renewSignInCode>> {
    return this.requestSignInCode.renew(actor.municipalityId, params.id);
  }

  @Endpoint(operations.createSession)
  @UseGuards(EmailCodeGuard)
  create(
    @Req() { newSession }: RequestWithCode,
    @AnswerHeader() setHeader: SetHeader,
  ): OperationResult<typeof operations.createSession> {
    const { personId, token, firstSignIn, confirmedHelpRequestId } = newSession;
    setHeader('Set-Cookie', keepSession(token, sessionDays));
    return { personId, firstSignIn, ...(confirmedHelpRequestId ? { confirmedHelpRequestId } : {}) };
  }

  @Endpoint(operations.endSession)
  async end(@CurrentActor() actor: Actor, @AnswerHeader() setHeader: SetHeader): Promise<void> {
    await this.endSession.run(actor);
    setHeader('Set-Cookie', forgetSession());
  }
}
