import { Controller, Get, Inject, Req, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageCookie, languageInCookies } from '@app/contracts/pages/language-choice.js';
import { serverPath } from '@app/contracts/pages/server-paths.js';
import { ProblemError } from '../platform/errors/problem-error.js';
import { ACCESS } from '../platform/identity/access.guard.js';
import { VisitorCookie } from '../platform/identity/visitor-cookie.js';
import { chosenOnPage } from '../platform/pages/page-language.js';
import { WebFiles } from './web-files.js';

/** Every other path is a screen of the app, which finds its own way. */
@Controller()
@SetMetadata(ACCESS, 'operations')
export class WebController {
  constructor(
    @Inject(WebFiles) private readonly files: WebFiles,
    @Inject(VisitorCookie) private readonly visitors: VisitorCookie,
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
    const { cookie } = request.headers;
    const isFirst = /^\/(\?|$)/.test(request.url);
    // Before the script is there, the languages on the first page are links to it.
    const chosen = isFirst ? chosenOnPage(request) : undefined;
    const first = isFirst ? this.files.firstPage(chosen ?? languageInCookies(cookie)) : undefined;
    const page = first?.html ?? this.files.emptyPage();
    const accept = request.headers.accept ?? '*/*';
    // Who takes anything gets the front page: so does a link checker. Elsewhere such a client is told what does not exist.
    const atFront = request.url === '/' && accept.includes('*/*');
    const wantsPage = accept.includes('text/html') || atFront;
    if (page === undefined || serverPath.test(request.url) || !wantsPage) throw new ProblemError('not-found');
    if (first !== undefined) allowStyle(reply, first.styleSource);
    if (chosen !== undefined) void reply.header('Set-Cookie', languageCookie(chosen));
    if (!this.visitors.isGenuine(cookie)) void reply.header('Set-Cookie', this.visitors.issue());
    await reply.type('text/html; charset=utf-8').send(page);
  }
}

/** Lets this one answer bring the style that stands in it. */
function allowStyle(reply: FastifyReply, source: string): void {
  const policy = reply.getHeader('Content-Security-Policy');
  if (typeof policy !== 'string') return;
  void reply.header('Content-Security-Policy', policy.replace('style-src ', `style-src ${source} `));
}
