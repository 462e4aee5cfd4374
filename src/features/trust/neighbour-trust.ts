import { Inject, Injectable } from '@nestjs/common';
import type { NeighbourTrust } from '@app/contracts/http/trust.js';
import type { TrustLevel } from '@app/contracts/http/vocabulary.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AuditLog, type AuditAct } from '@app/platform/audit/audit-log.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { TrustStore } from './trust.store.js';

const most = 500;

interface Row {
  readonly person_id: string;
  readonly association_id: string | null;
  readonly level: TrustLevel;
  readonly neighbourhood: string;
  readonly vouched_at: Date | null;
  readonly vog_id: string | null;
  readonly issued_on: string | null;
  readonly expires_on: string | null;
  readonly checked_by_id: string | null;
}

/** Neighbours who belong to these organisations, or for whom these vouch. $3 is one of them, or null for all. */
const neighbours = `
  SELECT p.person_id, m.association_id, p.trust AS level, n.name AS neighbourhood, w.at AS vouched_at,
         g.id AS vog_id, g.issued_on::text, g.expires_on::text, g.checked_by_id
    FROM helper_profile p
    JOIN neighbourhood n ON n.municipality_id = p.municipality_id AND n.code = p.neighbourhood_code
    LEFT JOIN membership m ON m.municipality_id = p.municipality_id AND m.person_id = p.person_id
     AND m.role = 'neighbour' AND m.association_id = ANY ($2::uuid[])
    LEFT JOIN LATERAL (SELECT min(v.at) AS at FROM vouching v WHERE v.municipality_id = p.municipality_id
       AND v.person_id = p.person_id AND v.association_id = ANY ($2::uuid[]) AND v.ended_at IS NULL) w ON true
    LEFT JOIN vog_check g ON g.municipality_id = p.municipality_id AND g.person_id = p.person_id AND g.ended_at IS NULL
   WHERE p.municipality_id = $1 AND ($3::uuid IS NULL OR p.person_id = $3)
     AND (m.association_id IS NOT NULL OR w.at IS NOT NULL)
   ORDER BY p.person_id LIMIT ${most}`;

/** What organisers know and note of their own neighbours. */
@Injectable()
export class NeighbourTrustList {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TrustStore) private readonly store: TrustStore,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  list(actor: PersonActor): Promise<NeighbourTrust[]> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const found = await this.view(tx, actor, await this.read(tx, actor, null));
      return found.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
    });
  }

  /** @throws ProblemError not-allowed for oneself, invalid-input for a day ahead or too long ago */
  recordVog(actor: PersonActor, personId: string, issuedOn: string): Promise<NeighbourTrust> {
    return this.change(actor, personId, 'vog-recorded', async (tx, associationId) => {
      if (personId === actor.personId) {
        throw new ProblemError('not-allowed', { detail: 'Een ander kijkt naar uw eigen VOG.' });
      }
      if ((await this.store.recordVog(tx, { personId, associationId, issuedOn, by: actor.personId })) === null) {
        throw new ProblemError('invalid-input', {
          errors: [{ path: '/issuedOn', message: 'Give a day in the last 36 months' }],
        });
      }
      return true;
    });
  }

  withdrawVog(actor: PersonActor, personId: string): Promise<NeighbourTrust> {
    return this.change(actor, personId, 'vog-withdrawn', (tx) => this.store.endVog(tx, personId));
  }

  withdrawVouching(actor: PersonActor, personId: string): Promise<NeighbourTrust> {
    return this.change(
      actor,
      personId,
      'vouching-withdrawn',
      async (tx) => (await this.store.endVouchings(tx, personId, organisationsOf(actor))) > 0,
    );
  }

  private change(
    actor: PersonActor,
    personId: string,
    act: AuditAct,
    work: (tx: Transaction, associationId: string) => Promise<boolean>,
  ): Promise<NeighbourTrust> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      await this.store.lock(tx, personId);
      const [row] = await this.read(tx, actor, personId);
      const associationId = row?.association_id ?? organisationsOf(actor)[0];
      if (!row || associationId === undefined) throw new ProblemError('not-found');
      // Nothing to end is nothing to write down.
      if (await work(tx, associationId)) {
        await this.audit.record(tx, { act, actorId: actor.personId, associationId, subjectId: personId });
        tx.append('work.touched', { associationId });
      }
      const [after] = await this.view(tx, actor, await this.read(tx, actor, personId));
      // Who lived elsewhere and is vouched for no longer is not this organiser's to see any more.
      const [last] = after ? [after] : await this.view(tx, actor, [{ ...row, vouched_at: null }]);
      if (!last) throw new ProblemError('not-found');
      return last;
    });
  }

  private read(tx: Transaction, actor: PersonActor, personId: string | null): Promise<Row[]> {
    return tx.query<Row>(neighbours, [tx.tenancy.municipalityId, organisationsOf(actor), personId]);
  }

  private async view(tx: Transaction, actor: PersonActor, rows: readonly Row[]): Promise<NeighbourTrust[]> {
    const cards = await this.people.cardsOf(
      tx,
      rows.flatMap((row) => (row.checked_by_id ? [row.person_id, row.checked_by_id] : [row.person_id])),
    );
    return rows.flatMap((row) => {
      const card = cards.get(row.person_id);
      if (!card) return [];
      const initial = card.familyName ? ` ${card.familyName.slice(0, 1)}.` : '';
      const { vog_id: id, issued_on: issuedOn, expires_on: expiresOn, checked_by_id: checker } = row;
      return [
        {
          personId: row.person_id,
          name: `${card.givenName}${initial}`,
          neighbourhoodName: row.neighbourhood,
          level: row.level,
          vouchedAt: row.vouched_at?.toISOString() ?? null,
          vog:
            id && issuedOn && expiresOn
              ? { id, issuedOn, expiresOn, checkedBy: (checker && cards.get(checker)?.givenName) ?? null }
              : null,
          isYou: row.person_id === actor.personId,
        },
      ];
    });
  }
}
