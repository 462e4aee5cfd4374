import { Body, Controller, Get, Header, Inject, Put, Query, SetMetadata, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { instantSchema } from '@app/contracts/http/primitives.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { CurrentActor } from '@app/platform/http/endpoint.js';
import { ACCESS } from '@app/platform/identity/access.guard.js';
import type { Actor } from '@app/platform/identity/actor.js';
import type { ReceivedMail } from '@app/platform/mail/mail-sink.js';
import { LoopbackGuard } from './loopback.guard.js';
import { Mailbox } from './mailbox.js';
import { MoveClock } from './move-clock.js';

const address = z
  .string()
  .trim()
  .max(254)
  .optional()
  .transform((to) => (to === '' ? undefined : to));
const number = z.coerce.number().int().nonnegative().optional();
const pageQuery = z.object({ to: address, id: number, reply: z.enum(['sent', 'refused', 'empty']).optional() });
const mailboxQuery = z.object({ to: address, after: number });
const clockBody = z.union([z.strictObject({ at: instantSchema }), z.strictObject({ startOfDay: z.literal(true) })]);

/** Only in the demonstration, only at this machine: its mailbox and its clock. No part of the fixed interface. */
@Controller('demo')
@SetMetadata(ACCESS, 'public')
@UseGuards(LoopbackGuard)
export class DemonstrationController {
  constructor(
    @Inject(Mailbox) private readonly mailbox: Mailbox,
    @Inject(MoveClock) private readonly moveClock: MoveClock,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(@Query() query: unknown): string {
    const { to, id, reply } = checked(pageQuery, query);
    return this.mailbox.page('Leusden', to, id, reply);
  }

  @Get('mailbox')
  list(@Query() query: unknown): readonly ReceivedMail[] {
    const { to, after } = checked(mailboxQuery, query);
    return this.mailbox.list(to, after);
  }

  @Get('clock')
  async clock(): Promise<{ readonly now: string }> {
    return { now: new Date(await this.moveClock.now()).toISOString() };
  }

  @Put('clock')
  async move(@CurrentActor() { municipalityId }: Actor, @Body() body: unknown): Promise<{ readonly now: string }> {
    const wanted = checked(clockBody, body);
    const now = await ('at' in wanted
      ? this.moveClock.forward(Date.parse(wanted.at))
      : this.moveClock.startOfDay(municipalityId));
    return { now: new Date(now).toISOString() };
  }
}

function checked<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message }));
  throw new ProblemError('invalid-input', { errors });
}
