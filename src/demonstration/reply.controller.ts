import { Body, Controller, Inject, Param, Post, Req, Res, SetMetadata, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { ACCESS } from '@app/platform/identity/access.guard.js';
import { LoopbackGuard } from './loopback.guard.js';
import { SendReply } from './send-reply.js';

const mailId = z.coerce.number().int().positive();
const form = z.object({ antwoord: z.string().trim().max(5_000) });

/** Only in the demonstration, only at this machine: answers a mail from its mailbox. A form, so that it needs no script. */
@Controller('demo/mailbox/:id/reply')
@SetMetadata(ACCESS, 'token')
@UseGuards(LoopbackGuard)
export class ReplyController {
  constructor(@Inject(SendReply) private readonly sendReply: SendReply) {}

  @Post()
  async reply(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() answer: FastifyReply,
  ): Promise<void> {
    // A page elsewhere may send a form here, but a browser says that it comes from there.
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') throw new ProblemError('foreign-origin');
    const [number, fields] = [mailId.safeParse(id), form.safeParse(body)];
    if (!number.success || !fields.success) throw new ProblemError('invalid-input');
    const tried = await this.sendReply.run(number.data, fields.data.antwoord);
    await answer.redirect(`/demo?id=${String(number.data)}&reply=${tried}`, 303);
  }
}
