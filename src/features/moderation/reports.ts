import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import type { ReportView } from '@app/contracts/http/reports.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { Encounters } from './encounters.js';
import { ReportStore, type ReportRow } from './report.store.js';

type NewReport = OperationInput<typeof operations.reportPerson>['body'];

const mostADay = 10;
const place = (id: string) => ({ table: 'report', column: 'text_enc', rowId: id });

/** People tell that something is not right; the coordinators of the request hear it, the other one does not. */
@Injectable()
export class Reports {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(ReportStore) private readonly store: ReportStore,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
  ) {}

  report(actor: PersonActor, { met, kind, text }: NewReport): Promise<OperationResult<typeof operations.reportPerson>> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const other = await this.encounters.otherOf(tx, actor.personId, met);
      if (!other) throw new ProblemError('not-found');
      if ((await this.store.madeInADay(tx, actor.personId)) >= mostADay) {
        throw new ProblemError('too-many-requests', {
          detail: 'U heeft vandaag al veel gemeld. Bel de coördinator.',
          retryAfterSeconds: 24 * 3_600,
        });
      }
      const id = newId();
      const cipher = await this.vault.cipherOf(tx, actor.personId);
      await this.store.insert(tx, {
        id,
        associationId: other.associationId,
        reporterId: actor.personId,
        subjectId: other.personId,
        helpRequestId: other.helpRequestId,
        kind,
        textEnc: text ? cipher.seal(text, place(id)) : null,
      });
      const { contact } = await this.areas.organisation(tx, other.associationId);
      return { id, owner: { givenName: contact.givenName, phone: contact.phone } };
    });
  }

  /** What waits for the organisations of this organiser. */
  waiting(actor: PersonActor): Promise<ReportView[]> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const rows = await this.store.open(tx, organisationsOf(actor), actor.personId);
      const cards = await this.people.cardsOf(
        tx,
        rows.flatMap(({ reporter_id: reporter, subject_id: subject }) => (reporter ? [reporter, subject] : [subject])),
      );
      const texts = await this.textsOf(tx, rows);
      return rows.map((row) => ({
        id: row.id,
        version: row.version,
        kind: row.kind,
        createdAt: row.created_at.toISOString(),
        reporter: row.reporter_id ? (cards.get(row.reporter_id)?.givenName ?? null) : null,
        subject: cards.get(row.subject_id)?.givenName ?? null,
        text: texts.get(row.id) ?? null,
        helpRequestId: row.help_request_id,
        earlierReports: row.earlier_reports,
        earlierSanctions: row.earlier_sanctions,
      }));
    });
  }

  private async textsOf(tx: Transaction, rows: readonly ReportRow[]): Promise<ReadonlyMap<string, string>> {
    const ciphers = await this.vault.ciphersOf(
      tx,
      rows.flatMap(({ reporter_id: id }) => (id ? [id] : [])),
    );
    return new Map(
      rows.flatMap(({ id, reporter_id: reporter, text_enc: sealed }) => {
        const cipher = reporter ? ciphers.get(reporter) : undefined;
        return cipher && sealed ? [[id, cipher.open(sealed, place(id))] as const] : [];
      }),
    );
  }
}
