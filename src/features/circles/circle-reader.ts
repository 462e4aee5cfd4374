import { Inject, Injectable } from '@nestjs/common';
import type { CircleSummary, CircleView } from '@app/contracts/http/circle-shapes.js';
import { DAY } from '@app/domain/kernel/time.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { CircleAccess, type Admitted } from './circle-access.js';
import { presentCircle, type CircleParts } from './circle.presenter.js';
import { CircleStore } from './circle.store.js';

/** Ended circles stay to be seen for this long. */
const shownAfterEnd = `interval '30 days'`;

interface SummaryRow {
  readonly id: string;
  readonly caregiver_id: string;
  readonly neighbourhood_code: string;
  readonly role: CircleSummary['role'];
  readonly waiting: boolean;
  readonly ended: boolean;
  readonly open_turns: number;
  readonly next_of_mine: Date | null;
  readonly joining: number;
}

/** Circles as their people see them. What is in one is read in the reader's own name; names are added afterwards. */
@Injectable()
export class CircleReader {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CircleStore) private readonly store: CircleStore,
    @Inject(CircleAccess) private readonly access: CircleAccess,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  list({ municipalityId, personId }: PersonActor): Promise<CircleSummary[]> {
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const rows = await tx.query<SummaryRow>(
        `SELECT c.id, c.caregiver_id, c.neighbourhood_code, coalesce(m.role, 'caregiver') AS role, coalesce(m.status = 'waiting', false) AS waiting,
                c.ended_at IS NOT NULL AS ended,
                (SELECT count(*)::int FROM circle_slot s WHERE s.municipality_id = c.municipality_id AND s.circle_id = c.id
                    AND s.status = 'open' AND s.starts_at BETWEEN app_now() AND app_now() + interval '14 days') AS open_turns,
                (SELECT min(s.starts_at) FROM circle_slot s WHERE s.municipality_id = c.municipality_id AND s.circle_id = c.id
                    AND s.taker_id = $2 AND s.ends_at > app_now()) AS next_of_mine,
                CASE WHEN c.caregiver_id = $2 THEN (SELECT count(*)::int FROM circle_member w
                  WHERE w.municipality_id = c.municipality_id AND w.circle_id = c.id AND w.status = 'waiting') ELSE 0 END AS joining
           FROM circle c
           LEFT JOIN circle_member m ON m.municipality_id = c.municipality_id AND m.circle_id = c.id AND m.person_id = $2
          WHERE c.municipality_id = $1 AND (c.caregiver_id = $2 OR m.id IS NOT NULL)
            AND (c.ended_at IS NULL OR c.ended_at > app_now() - ${shownAfterEnd})
            AND NOT EXISTS (SELECT 1 FROM person_block b WHERE b.municipality_id = c.municipality_id
              AND ((b.blocker_id = c.caregiver_id AND b.blocked_id = $2) OR (b.blocker_id = $2 AND b.blocked_id = c.caregiver_id)))
          ORDER BY c.caregiver_id = $2 DESC, c.ended_at IS NOT NULL, c.created_at DESC`,
        [municipalityId, personId],
      );
      const cards = await this.people.cardsOf(
        tx,
        rows.map(({ caregiver_id: id }) => id),
      );
      return rows.map((row) => ({
        id: row.id,
        role: row.role,
        caregiverGivenName: cards.get(row.caregiver_id)?.givenName ?? '',
        neighbourhoodCode: row.role === 'caregiver' ? row.neighbourhood_code : null,
        waiting: row.waiting,
        ended: row.ended,
        // Who waits at the door sees nothing of the house.
        openTurns: row.waiting ? 0 : row.open_turns,
        nextOfMine: row.next_of_mine?.toISOString() ?? null,
        joining: row.joining,
      }));
    });
  }

  async one(actor: PersonActor, id: string, weeks: number): Promise<CircleView> {
    const { personId, municipalityId } = actor;
    const seen = await this.unitOfWork.run(asPerson(actor), async (tx) => {
      const admitted = await this.access.admit(tx, personId, id, 'read');
      const until = new Date(tx.now + weeks * 7 * DAY);
      const series = await this.store.series(tx, id);
      return { ...admitted, now: tx.now, until, series, slots: await this.store.slots(tx, id, until) };
    });
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      await this.noteCasemanager(tx, personId, seen);
      const { caregiverId, neighbourhoodCode } = seen.circle;
      const members = await this.store.members(tx, id);
      const takers = seen.slots.map(({ takerId }) => takerId).filter((taker) => taker !== null);
      const ids = [...new Set([caregiverId, ...members.map((member) => member.personId), ...takers])];
      const parts: CircleParts = {
        ...seen,
        personId,
        members,
        cards: await this.people.cardsOf(tx, ids),
        cipher: (await this.vault.ciphersOf(tx, [caregiverId])).get(caregiverId),
        neighbourhoodName: (await this.areas.neighbourhood(tx, neighbourhoodCode))?.name ?? '',
        found: await this.foundOutside(tx, id),
        holdsTurn: await this.holdsTurn(tx, id, personId),
      };
      return presentCircle(parts);
    });
  }

  /** Turns on the board to which a neighbour from outside said yes. */
  private async foundOutside(tx: Transaction, circleId: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(
      `SELECT s.id FROM circle_slot s
         JOIN help_request h ON h.municipality_id = s.municipality_id AND h.id = s.help_request_id
        WHERE s.municipality_id = $1 AND s.circle_id = $2 AND h.status IN ('matched', 'confirmed', 'completed')`,
      [tx.tenancy.municipalityId, circleId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async holdsTurn(tx: Transaction, circleId: string, personId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM circle_slot WHERE municipality_id = $1 AND circle_id = $2 AND taker_id = $3
          AND ends_at > app_now() - interval '24 hours' LIMIT 1`,
      [tx.tenancy.municipalityId, circleId, personId],
    );
    return rows.length > 0;
  }

  /** Once an hour: a page that stays open and fetches again is one look. */
  private async noteCasemanager(tx: Transaction, personId: string, { circle, role }: Admitted): Promise<void> {
    if (role !== 'casemanager') return;
    const looked = await tx.query(
      `SELECT 1 FROM audit_entry WHERE municipality_id = $1 AND subject_id = $2 AND actor_id = $3 AND about_id = $4
          AND act = 'circle-viewed' AND at > app_now() - interval '1 hour' LIMIT 1`,
      [tx.tenancy.municipalityId, circle.caregiverId, personId, circle.id],
    );
    if (looked.length > 0) return;
    await this.audit.record(tx, {
      act: 'circle-viewed',
      actorId: personId,
      subjectId: circle.caregiverId,
      aboutId: circle.id,
    });
  }
}
