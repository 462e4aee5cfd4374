import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import type { SanctionKind } from '@app/contracts/http/reports.js';
import { PersonStanding } from '@app/features/people/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { ReportStore, type ReportRow } from './report.store.js';
import { sanctionPlace, SanctionStore } from './sanction.store.js';

type Decision = OperationInput<typeof operations.decideReport>['body'];
type Imposed = Exclude<Decision, { outcome: 'nothing' }>;

const mostPauseMs = 90 * 24 * 3_600_000;

/** A coordinator decides on a report. One of two who decide at once hears that the other was first. */
@Injectable()
export class DecideReport {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ReportStore) private readonly reports: ReportStore,
    @Inject(SanctionStore) private readonly sanctions: SanctionStore,
    @Inject(PersonStanding) private readonly standing: PersonStanding,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  async run(actor: PersonActor, id: string, decision: Decision, seen: number | undefined): Promise<void> {
    const ended = await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const report = await this.reports.lock(tx, id);
      if (!report || !mayDecide(actor, report)) throw new ProblemError('not-found');
      if (seen === undefined) throw new ProblemError('if-match-required');
      if (report.version !== seen || report.status !== 'open') throw new ProblemError('stale-version');
      await this.reports.decide(tx, id, actor.personId);
      await this.audit.record(tx, {
        act: 'report-decided',
        actorId: actor.personId,
        associationId: report.association_id,
        subjectId: report.subject_id,
        aboutId: id,
        reason: decision.outcome,
      });
      tx.append('work.touched', { associationId: report.association_id });
      return decision.outcome === 'nothing' ? [] : this.impose(tx, actor, report, decision);
    });
    this.standing.closeSockets(ended);
  }

  private async impose(tx: Transaction, actor: PersonActor, report: ReportRow, decision: Imposed): Promise<string[]> {
    const until = endOf(decision, tx.now);
    const id = newId();
    const personId = report.subject_id;
    const cipher = await this.vault.cipherOf(tx, personId);
    await this.sanctions.insert(tx, {
      id,
      associationId: report.association_id,
      personId,
      reportId: report.id,
      kind: decision.outcome,
      explanationEnc: cipher.seal(decision.explanation, sanctionPlace('explanation_enc', id)),
      imposedById: actor.personId,
      until,
    });
    const { bars, removed } = await this.sanctions.standingOf(tx, personId);
    await this.standing.setBars(tx, personId, bars);
    tx.append('sanction.imposed', { sanctionId: id, personId });
    return removed ? this.standing.shutOut(tx, personId) : [];
  }
}

/** Nobody decides about themselves, and nobody about a report they made. */
function mayDecide(actor: PersonActor, report: ReportRow): boolean {
  return (
    organisationsOf(actor).includes(report.association_id) &&
    report.subject_id !== actor.personId &&
    report.reporter_id !== actor.personId
  );
}

/** @throws ProblemError when a pause has no end, or an end is not in the future */
function endOf({ outcome, until }: Imposed, now: number): Date | null {
  const ends: readonly SanctionKind[] = ['pause', 'no-helping', 'no-asking'];
  const at = until === undefined || !ends.includes(outcome) ? null : Date.parse(until);
  const wrong = at === null ? outcome === 'pause' : at <= now || (outcome === 'pause' && at > now + mostPauseMs);
  if (wrong) {
    throw new ProblemError('invalid-input', {
      errors: [{ path: '/until', message: 'Give a moment to come, for a pause at most 90 days from now' }],
    });
  }
  return at === null ? null : new Date(at);
}
