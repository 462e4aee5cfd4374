import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { versionIn } from '@app/contracts/http/primitives.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { Appeals } from './appeals.js';
import { DecideReport } from './decide-report.js';
import { LiftSanction } from './lift-sanction.js';
import { Reports } from './reports.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;
type Out<K extends keyof typeof operations> = Promise<OperationResult<(typeof operations)[K]>>;

/** Reports, what came of them, and looking again. */
@Controller()
export class ReportsController {
  constructor(
    @Inject(Reports) private readonly reports: Reports,
    @Inject(DecideReport) private readonly decideReport: DecideReport,
    @Inject(Appeals) private readonly appeals: Appeals,
    @Inject(LiftSanction) private readonly liftSanction: LiftSanction,
  ) {}

  @Endpoint(operations.reportPerson)
  report(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.reportPerson) { body }: In<'reportPerson'>,
  ): Out<'reportPerson'> {
    return this.reports.report(actor, body);
  }

  @Endpoint(operations.listReports)
  async list(@CurrentPerson() actor: PersonActor): Out<'listReports'> {
    return { reports: await this.reports.waiting(actor) };
  }

  @Endpoint(operations.decideReport)
  decide(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.decideReport) { params, headers, body }: In<'decideReport'>,
  ): Promise<void> {
    return this.decideReport.run(actor, params.id, body, versionIn(headers));
  }

  @Endpoint(operations.listSanctions)
  async sanctions(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.listSanctions) { query }: In<'listSanctions'>,
  ): Out<'listSanctions'> {
    return { sanctions: await this.appeals.list(actor, query.role) };
  }

  @Endpoint(operations.liftSanction)
  lift(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.liftSanction) { params, headers, body }: In<'liftSanction'>,
  ): Promise<void> {
    return this.liftSanction.run(actor, params.id, body.explanation, versionIn(headers));
  }

  @Endpoint(operations.appealSanction)
  appeal(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.appealSanction) { params, body }: In<'appealSanction'>,
  ): Out<'appealSanction'> {
    return this.appeals.appeal(actor, params.id, body.text);
  }

  @Endpoint(operations.decideAppeal)
  decideAppeal(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.decideAppeal) { params, headers, body }: In<'decideAppeal'>,
  ): Out<'decideAppeal'> {
    return this.appeals.decide(actor, params.id, body, versionIn(headers));
  }
}
