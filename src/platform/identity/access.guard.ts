import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import type { AccessRule } from '@app/contracts/http/operation.js';
import { AppConfig } from '../config/app-config.js';
import { ProblemError } from '../errors/problem-error.js';
import { isMonitor, isOrganiser, type Actor } from './actor.js';

/** Metadata key of the access rule a route declares. */
export const ACCESS = 'zb:access';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Denies every route that does not declare who may call it; then checks who calls. */
@Injectable()
export class AccessGuard extends AuthGuard('session-cookie') {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const rule = this.reflector.getAllAndOverride<AccessRule | 'operations' | 'token' | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule === undefined) throw new ProblemError('not-found');
    // Probes and metrics must answer when the database does not; a one-tap link is its own authority.
    if (rule === 'operations') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { user: Actor }>();
    if (rule !== 'token') {
      this.refuseForeignOrigin(request);
      refuseForms(request);
    }
    await super.canActivate(context);
    const actor = request.user;
    if (rule === 'public' || rule === 'token') return true;
    if (actor.kind === 'guest') throw new ProblemError('not-signed-in');
    const allowed =
      rule === 'organiser' ? isOrganiser(actor) : rule === 'monitor' ? isOrganiser(actor) || isMonitor(actor) : true;
    if (!allowed) throw new ProblemError(actor.rolesHeldBack === true ? 'passkey-required' : 'not-allowed');
    return true;
  }

  override handleRequest<T>(error: unknown, user: T): T {
    if (error) throw error instanceof Error ? error : new ProblemError('internal-error');
    return user;
  }

  /** A browser says where a changing call comes from; a cookie must not work from another site. */
  private refuseForeignOrigin(request: FastifyRequest): void {
    if (safeMethods.has(request.method)) return;
    const origin = request.headers.origin;
    if (origin !== undefined && origin !== new URL(this.config.publicUrl).origin && !sameHost(origin, request)) {
      throw new ProblemError('foreign-origin');
    }
    if (request.headers['sec-fetch-site'] === 'cross-site') throw new ProblemError('foreign-origin');
  }
}

/** A form of another site can send a cookie along, but never JSON. */
function refuseForms({ body, headers }: FastifyRequest): void {
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  if (body !== undefined && body !== null && !isJson) throw new ProblemError('unsupported-media-type');
}

function sameHost(origin: string, request: FastifyRequest): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
