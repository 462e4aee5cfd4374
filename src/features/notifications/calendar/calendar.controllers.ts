import { Controller, Get, Inject, Param, Req, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { operations } from '@app/contracts/http/index.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { CurrentPerson, Endpoint } from '@app/platform/http/endpoint.js';
import { ACCESS } from '@app/platform/identity/access.guard.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { Municipalities } from '@app/platform/identity/municipalities.js';
import { CalendarFeeds } from './calendar-feeds.js';

/** Making and ending the feed of one's own agreements. */
@Controller()
export class CalendarFeedController {
  constructor(@Inject(CalendarFeeds) private readonly feeds: CalendarFeeds) {}

  @Endpoint(operations.getCalendarFeed)
  async get(@CurrentPerson() actor: PersonActor): Promise<{ createdAt: string | null }> {
    return { createdAt: await this.feeds.createdAt(actor) };
  }

  @Endpoint(operations.makeCalendarFeed)
  async make(@CurrentPerson() actor: PersonActor): Promise<{ url: string }> {
    return { url: await this.feeds.make(actor) };
  }

  @Endpoint(operations.endCalendarFeed)
  async end(@CurrentPerson() actor: PersonActor): Promise<void> {
    await this.feeds.end(actor);
  }
}

/** What a calendar program fetches: the secret in the path is the authority, and it signs nobody in. */
@Controller('agenda/:file')
@SetMetadata(ACCESS, 'token')
export class CalendarFileController {
  constructor(
    @Inject(CalendarFeeds) private readonly feeds: CalendarFeeds,
    @Inject(Municipalities) private readonly municipalities: Municipalities,
  ) {}

  @Get()
  async read(@Req() request: FastifyRequest, @Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const token = /^([\w-]{22})\.ics$/.exec(file)?.[1];
    const municipality = await this.municipalities.ofHost(request.hostname);
    const calendar = token === undefined ? undefined : await this.feeds.read(municipality, token);
    if (calendar === undefined) throw new ProblemError('not-found');
    await reply
      .type('text/calendar; charset=utf-8')
      .header('Content-Disposition', 'inline; filename="afspraken.ics"')
      .send(calendar);
  }
}
