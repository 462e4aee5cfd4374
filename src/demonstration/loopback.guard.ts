import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppConfig } from '@app/platform/config/app-config.js';
import { isLoopback } from '@app/platform/config/config.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';

/** Whether an address of a connection is of this machine; IPv4 may come dressed as IPv6. */
export function isOwnAddress(address: string | undefined): boolean {
  return address !== undefined && isLoopback(address.replace(/^::ffff:/i, ''));
}

/** The demonstration is for whoever sits at this machine; to anyone else it is not there. */
@Injectable()
export class LoopbackGuard implements CanActivate {
  constructor(@Inject(AppConfig) private readonly config: AppConfig) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // Both: behind a proxy on this machine every connection is local, and `ip` is who is behind it.
    const local = isOwnAddress(request.socket.remoteAddress) && isOwnAddress(request.ip);
    // A page elsewhere may give its own name this machine's address; the Host header still says that name.
    const named = isLoopback(request.hostname) || request.hostname === new URL(this.config.publicUrl).hostname;
    if (!this.config.demonstration || !local || !named) throw new ProblemError('not-found');
    return true;
  }
}
