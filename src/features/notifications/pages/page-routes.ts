import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AppConfig } from '@app/platform/config/app-config.js';
import { problemPages } from '@app/platform/errors/problem-pages.js';
import { languageOfReader } from '@app/platform/pages/page-language.js';
import { problemPage } from '@app/platform/pages/problem-page.js';

/** Where the links in our messages lead. */
export const pageRoutes = {
  answer: 'antwoord/:token',
  confirm: 'bevestigen/:token',
  outcome: 'afloop/:token',
  pause: 'pauze/:token',
  withdraw: 'afzeggen/:token',
  noInvitations: 'geen-uitnodigingen/:token',
} as const;

/** A page with its HTTP status. */
export interface PageAnswer {
  readonly status: number;
  readonly page: string;
}

export async function sendPage(reply: FastifyReply, { status, page }: PageAnswer): Promise<void> {
  await reply.status(status).type('text/html; charset=utf-8').send(page);
}

/** Makes a fault on these routes a page as well: somebody is looking at it. */
@Injectable()
export class PageProblems implements OnModuleInit {
  constructor(@Inject(AppConfig) private readonly config: AppConfig) {}

  onModuleInit(): void {
    // The municipality may be just what could not be found.
    const frame = { municipalityName: '', isExample: this.config.demonstration };
    for (const route of Object.values(pageRoutes))
      problemPages.set(`/${route}`, (problem, request) =>
        problemPage(problem, { ...frame, language: languageOfReader(request) }),
      );
  }
}
