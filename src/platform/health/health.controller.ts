import { Controller, Get, Inject, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ACCESS } from '../identity/access.guard.js';
import { Readiness } from './readiness.js';

/** Probes for whoever keeps the process running. */
@Controller()
@SetMetadata(ACCESS, 'operations')
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @Get('/livez')
  livez(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('/readyz')
  async readyz(@Res() reply: FastifyReply): Promise<void> {
    const report = await this.readiness.check();
    if (report.status !== 'ok') void reply.header('Retry-After', '5');
    await reply.status(report.status === 'ok' ? 200 : 503).send(report);
  }
}
