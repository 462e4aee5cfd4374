import { Inject, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import { OperationInputPipe } from '@app/platform/http/operation-input.pipe.js';
import type { Actor } from '@app/platform/identity/actor.js';
import { deviceOf } from './device.js';
import { RedeemCode, type NewSession } from './redeem-code.js';

const strategy = 'email-code';

/** A call that was let in by a code; the access guard has already put the caller on it. */
export interface RequestWithCode extends FastifyRequest {
  readonly user: Actor;
  readonly newSession: NewSession;
}

/** Passport strategy: whoever brings the code of a challenge owns its address. */
@Injectable()
export class EmailCodeStrategy extends PassportStrategy(Strategy, strategy) {
  constructor(@Inject(RedeemCode) private readonly redeemCode: RedeemCode) {
    super();
  }

  /** Checks the body itself, because guards run before pipes. */
  async validate(request: RequestWithCode): Promise<NewSession> {
    const { createSession } = operations;
    const { body } = new OperationInputPipe(createSession).transform(request) as unknown as OperationInput<
      typeof createSession
    >;
    return this.redeemCode.run(request.user.municipalityId, body, deviceOf(request.headers['user-agent']));
  }
}

/** Lets a call through that brings a right code; everything else gets the strategy's own problem. */
@Injectable()
export class EmailCodeGuard extends AuthGuard(strategy) {
  override getAuthenticateOptions(): { readonly property: string } {
    return { property: 'newSession' };
  }

  override handleRequest<T>(error: unknown, session: T): T {
    if (error) throw error;
    return session;
  }
}
