import { Body, Controller, Get, Inject, Param, Post, Req, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS } from '@app/platform/identity/access.guard.js';
import { AnswerPages, type AnswerChoice } from './answer-pages.js';
import { ConfirmPages } from './confirm-pages.js';
import { has, oneOf, textOf } from './form-fields.js';
import { OneTapLinks } from './one-tap-links.js';
import { OutcomePages } from './outcome-pages.js';
import { pageRoutes, sendPage } from './page-routes.js';
import { PausePages, type PauseChoice } from './pause-pages.js';
import { StopInvitationsPages } from './stop-invitations.js';
import { whyNotOf } from './why-not.js';
import { WithdrawPages } from './withdraw-pages.js';

const answers: readonly AnswerChoice[] = ['ja', 'nee', 'reserve'];
const pauses: readonly PauseChoice[] = ['1-week', '1-maand', 'stop'];

/** A neighbour answers an ask. */
@Controller(pageRoutes.answer)
@SetMetadata(ACCESS, 'token')
export class AnswerPageController {
  constructor(
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(AnswerPages) private readonly pages: AnswerPages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, await this.pages.show(await this.links.visit(request, 'answer-ask', token)));
  }

  @Post()
  async answer(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.links.visit(request, 'answer-ask', token);
    const whyNot = whyNotOf(body);
    const page = whyNot
      ? this.pages.whyNot(visit, whyNot)
      : this.pages.answer(visit, oneOf(answers, body, 'antwoord'), request.id);
    await sendPage(reply, await page);
  }
}

/** The asker welcomes whoever said yes. */
@Controller(pageRoutes.confirm)
@SetMetadata(ACCESS, 'token')
export class ConfirmPageController {
  constructor(
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(ConfirmPages) private readonly pages: ConfirmPages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, await this.pages.show(await this.links.visit(request, 'confirm-helpers', token)));
  }

  @Post()
  async confirm(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.links.visit(request, 'confirm-helpers', token);
    const confirms = oneOf(['ja'], body, 'bevestig') !== undefined;
    const form = { confirms, address: textOf(body, 'adres'), seen: textOf(body, 'gezien') };
    await sendPage(reply, await this.pages.confirm(visit, form, request.id));
  }
}

/** Either side says how it went. */
@Controller(pageRoutes.outcome)
@SetMetadata(ACCESS, 'token')
export class OutcomePageController {
  constructor(
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(OutcomePages) private readonly pages: OutcomePages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, await this.pages.show(await this.links.visit(request, 'record-outcome', token)));
  }

  @Post()
  async record(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.links.visit(request, 'record-outcome', token);
    const said = oneOf(['ja', 'nee'], body, 'gelukt');
    if (has(body, 'bedankje')) {
      await sendPage(reply, await this.pages.thank(visit, textOf(body, 'bedankje'), textOf(body, 'muur') === 'ja'));
      return;
    }
    await sendPage(reply, await this.pages.record(visit, said === undefined ? undefined : said === 'ja'));
  }
}

/** A neighbour wants no questions for a while. */
@Controller(pageRoutes.pause)
@SetMetadata(ACCESS, 'token')
export class PausePageController {
  constructor(
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(PausePages) private readonly pages: PausePages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, await this.pages.show(await this.links.visit(request, 'pause', token)));
  }

  @Post()
  async choose(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.links.visit(request, 'pause', token);
    await sendPage(reply, await this.pages.choose(visit, oneOf(pauses, body, 'pauze')));
  }
}

/** Somebody willing wants no letters of coordinators. */
@Controller(pageRoutes.noInvitations)
@SetMetadata(ACCESS, 'token')
export class StopInvitationsPageController {
  constructor(
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(StopInvitationsPages) private readonly pages: StopInvitationsPages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, await this.pages.show(await this.links.visit(request, 'no-invitations', token)));
  }

  @Post()
  async choose(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.links.visit(request, 'no-invitations', token);
    await sendPage(reply, await this.pages.choose(visit, oneOf(['aan'], body, 'uitnodigingen') !== undefined));
  }
}

/** A neighbour cannot make it after all. */
@Controller(pageRoutes.withdraw)
@SetMetadata(ACCESS, 'token')
export class WithdrawPageController {
  constructor(
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(WithdrawPages) private readonly pages: WithdrawPages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, await this.pages.show(await this.links.visit(request, 'withdraw', token)));
  }

  @Post()
  async withdraw(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.links.visit(request, 'withdraw', token);
    await sendPage(reply, await this.pages.withdraw(visit, oneOf(['ja'], body, 'afzeggen') !== undefined));
  }
}
