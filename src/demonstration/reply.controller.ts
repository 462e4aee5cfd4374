import { Body, Controller, Inject, Post, Query, Req, Res, SetMetadata, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { ACCESS } from '@app/platform/identity/access.guard.js';
import { LoopbackGuard } from './loopback.guard.js';
import { SendReply } from './send-reply.js';

const page = z.object({ to: z.string().max(254).optional(), id: z.coerce.number().int().positive() });
const form = z.object({ antwoord: z.string().trim().max(5_000) });

/** Only in the demonstration, only at this machine: answers a mail from its mailbox. A form, so that it needs no script. */
@Controller('demo')
@SetMetadata(ACCESS, 'token')
@UseGuards(LoopbackGuard)
export class ReplyController {
  constructor(@Inject(SendReply) private readonly sendReply: SendReply) {}

  @Post()
  async reply(
    @Req() request: FastifyRequest,
    @Query() query: unknown,
    @Body() body: unknown,
    @Res() answer: FastifyReply,
  ): Promise<void> {
    // A page elsewhere may send a form here, but a browser says that it comes from there.
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') throw new ProblemError('foreign-origin');
    const [shown, fields] = [page.safeParse(query), form.safeParse(body)];
    if (!shown.success || !fields.success) throw new ProblemError('invalid-input');
    const { to, id } = shown.data;
    const reply = await this.sendReply.run(id, fields.data.antwoord);
    const search = new URLSearchParams({ ...(to === undefined ? {} : { to }), id: String(id), reply });
    await answer.redirect(`/demo?${search.toString()}`, 303);
  }
}
