import { Controller, Get, Inject, Req, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ACCESS } from '@app/platform/identity/access.guard.js';
import { Municipalities } from '@app/platform/identity/municipalities.js';
import { languageOfReader } from '@app/platform/pages/page-language.js';
import { telephonePage } from '@app/platform/pages/telephone-page.js';
import { PlaceLists } from './place-lists.js';

/** Whom to call, as a page for who has no JavaScript: the telephone is the way in that always works. */
@Controller('bellen')
@SetMetadata(ACCESS, 'token')
export class TelephonePageController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Municipalities) private readonly municipalities: Municipalities,
    @Inject(PlaceLists) private readonly lists: PlaceLists,
  ) {}

  @Get()
  async numbers(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { id, name, isDemonstration } = await this.municipalities.ofHost(request.hostname);
    const { associations } = await this.unitOfWork.run(asSystem(id), (tx) => this.lists.associations(tx));
    const frame = { municipalityName: name, isExample: isDemonstration, language: languageOfReader(request) };
    const page = telephonePage(
      frame,
      associations.map(({ kind, name: organisation, contact }) => ({ kind, organisation, ...contact })),
    );
    // What is said depends on the language that the browser tells.
    await reply.type('text/html; charset=utf-8').header('Vary', 'Accept-Language').send(page);
  }
}
