import { Controller, Get, Inject, Req, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageCookie, languageInCookies } from '@app/contracts/pages/language-choice.js';
import { screenAt } from '@app/contracts/pages/screen-paths.js';
import { serverPath } from '@app/contracts/pages/server-paths.js';
import { ProblemError } from '../platform/errors/problem-error.js';
import { ACCESS } from '../platform/identity/access.guard.js';
import { VisitorCookie } from '../platform/identity/visitor-cookie.js';
import { chosenOnPage } from '../platform/pages/page-language.js';
import { ShownThings } from '../platform/pages/shown-things.js';
import { WebFiles } from './web-files.js';

/** Every other path is a screen of the app, which finds its own way, or leads nowhere. */
@Controller()
@SetMetadata(ACCESS, 'operations')
export class WebController {
  constructor(
    @Inject(WebFiles) private readonly files: WebFiles,
    @Inject(VisitorCookie) private readonly visitors: VisitorCookie,
    @Inject(ShownThings) private readonly shown: ShownThings,
  ) {}

  @Get('/favicon.svg')
  async favicon(@Res() reply: FastifyReply): Promise<void> {
    const icon = this.files.favicon();
    if (!icon) throw new ProblemError('not-found');
    await reply.type('image/svg+xml').header('Cache-Control', 'public, max-age=86400').send(icon);
  }

  @Get('/manifest.webmanifest')
  async manifest(@Res() reply: FastifyReply): Promise<void> {
    const manifest = this.files.manifest();
    if (!manifest) throw new ProblemError('not-found');
    await reply.type('application/manifest+json').header('Cache-Control', 'public, max-age=86400').send(manifest);
  }

  @Get('/service-worker.js')
  async serviceWorker(@Res() reply: FastifyReply): Promise<void> {
    const worker = this.files.serviceWorker();
    if (!worker) throw new ProblemError('not-found');
    await reply.type('text/javascript; charset=utf-8').send(worker);
  }

  @Get(['/', '/*'])
  async screen(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { cookie, accept = '*/*' } = request.headers;
    const [path = ''] = request.url.split('?');
    const screen = serverPath.test(path) ? undefined : screenAt(path);
    // Who takes anything gets every screen: so does a link checker. Elsewhere such a client is told what does not exist.
    const wantsPage = accept.includes('text/html') || (screen !== undefined && accept.includes('*/*'));
    const empty = this.files.emptyPage();
    if (empty === undefined || serverPath.test(path) || !wantsPage) throw new ProblemError('not-found');
    // Before the script is there, the languages on the first page are links to it.
    const chosen = screen?.path === '/' ? chosenOnPage(request) : undefined;
    const language = chosen ?? languageInCookies(cookie);
    const missing = screen === undefined || (await this.shown.isGone(screen, request.hostname));
    const made = missing
      ? this.files.notFoundPage(language)
      : screen.path === '/'
        ? this.files.firstPage(language)
        : undefined;
    if (made !== undefined) allowStyle(reply, made.styleSource);
    if (chosen !== undefined) void reply.header('Set-Cookie', languageCookie(chosen));
    if (!this.visitors.isGenuine(cookie)) void reply.header('Set-Cookie', this.visitors.issue());
    void reply.status(missing ? 404 : 200).type('text/html; charset=utf-8');
    await reply.send(made?.html ?? empty);
  }
}

/** Lets this one answer bring the style that stands in it. */
function allowStyle(reply: FastifyReply, source: string): void {
  const policy = reply.getHeader('Content-Security-Policy');
  if (typeof policy !== 'string') return;
  void reply.header('Content-Security-Policy', policy.replace('style-src ', `style-src ${source} `));
}
