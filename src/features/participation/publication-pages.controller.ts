import { Controller, Get, Inject, type OnModuleInit, Param, Req, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PublicationDocument } from '@app/contracts/http/publications.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { problemPages } from '@app/platform/errors/problem-pages.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { ACCESS } from '@app/platform/identity/access.guard.js';
import { Municipalities } from '@app/platform/identity/municipalities.js';
import { problemPage } from '@app/platform/pages/problem-page.js';
import type { PageFrame } from '@app/platform/pages/render-page.js';
import { councilReport } from './council-report.js';
import { dataSetDescription } from './data-set-description.js';
import { publicationCsv } from './publication-csv.js';
import { fileName, noPublicationPage, publicationPage, type PublicationSurroundings } from './publication-page.js';
import { flatSheets, packedSheets, sheetsType } from './publication-sheets.js';
import { PublicationStore } from './publication.store.js';

const htmlType = 'text/html; charset=utf-8';

/** For example 2026-Q3, 2026-Q3-v2 and 2026-Q3.csv. */
const address = /^(20\d\d-Q[1-4])(?:-v([1-9]\d{0,3}))?(?:\.(csv|fods|json|ods|pdf))?$/;

interface Visit {
  readonly municipalityId: string;
  readonly frame: PageFrame;
}

/** The public figures as pages and files, for anyone; server-made, so that they can be read, kept and printed as they are. */
@Controller('cijfers')
@SetMetadata(ACCESS, 'token')
export class PublicationPagesController implements OnModuleInit {
  constructor(
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Municipalities) private readonly municipalities: Municipalities,
    @Inject(PublicationStore) private readonly store: PublicationStore,
  ) {}

  onModuleInit(): void {
    const frame = { municipalityName: '', isExample: this.config.demonstration };
    problemPages.set('/cijfers/:file', (problem) => problemPage(problem, frame));
  }

  @Get()
  async last(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visit(request);
    const { document, ...beside } = await this.read(visit, undefined, undefined);
    const page = document ? publicationPage(visit.frame, document, beside) : noPublicationPage(visit.frame);
    await reply.type(htmlType).send(page);
  }

  @Get(':file')
  async one(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('file') file: string): Promise<void> {
    const [, quarter, version, ending] = address.exec(file) ?? [];
    if (quarter === undefined) throw new ProblemError('not-found');
    const visit = await this.visit(request);
    const { document, ...beside } = await this.read(visit, quarter, Number(version ?? 1));
    if (!document) throw new ProblemError('not-found');
    if (ending === undefined) await reply.type(htmlType).send(publicationPage(visit.frame, document, beside));
    else await this.sendFile(reply, document, ending, beside.before);
  }

  private async sendFile(
    reply: FastifyReply,
    document: PublicationDocument,
    ending: string,
    before: PublicationDocument | undefined,
  ): Promise<void> {
    const file = fileName(document);
    // What was published never changes.
    void reply.header('Cache-Control', 'public, max-age=86400, immutable');
    if (ending !== 'json') void reply.header('Content-Disposition', `attachment; filename="cijfers-${file}.${ending}"`);
    switch (ending) {
      case 'csv':
        return reply.type('text/csv; charset=utf-8').send(publicationCsv(document));
      case 'fods':
        return reply.type(sheetsType).send(flatSheets(document));
      case 'ods':
        return reply.type(sheetsType).send(packedSheets(document));
      case 'pdf':
        return reply.type('application/pdf').send(await councilReport(document, before));
      default:
        return reply
          .type('application/ld+json; charset=utf-8')
          .send(JSON.stringify(dataSetDescription(this.config.publicUrl, document, file), null, 2));
    }
  }

  private async visit(request: FastifyRequest): Promise<Visit> {
    const { id, name, isDemonstration } = await this.municipalities.ofHost(request.hostname);
    return { municipalityId: id, frame: { municipalityName: name, isExample: isDemonstration } };
  }

  private read(
    { municipalityId }: Visit,
    quarter: string | undefined,
    version: number | undefined,
  ): Promise<PublicationSurroundings & { readonly document: PublicationDocument | undefined }> {
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const document = await this.store.document(tx, quarter, version);
      const before = document && (await this.store.quarterBefore(tx, document));
      return { document, before, all: await this.store.list(tx) };
    });
  }
}
