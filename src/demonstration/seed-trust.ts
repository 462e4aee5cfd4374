import { AuditLog } from '@app/platform/audit/audit-log.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { insertRows } from './insert-rows.js';

const dayMs = 24 * 3_600_000;
/** Somebody is met in person a while after they said they were willing. */
const metAfterDays = 14;
/** A new day of the demonstration begins on the last Tuesday: what happened before must be longer ago than that. */
const latestDaysAgo = 8;

interface Trusted {
  readonly person_id: string;
  readonly association_id: string;
  readonly by_id: string;
  readonly trust: 'vouched' | 'vog';
  readonly willing_since: Date;
}

/** Why those who are trusted are: who met them, and who saw the certificate of whom, as the trail tells it too. */
export async function seedTrust(tx: Transaction): Promise<void> {
  const { municipalityId } = tx.tenancy;
  const trusted = await tx.query<Trusted>(
    `SELECT p.person_id, m.association_id, a.contact_person_id AS by_id, p.trust, p.willing_since
       FROM helper_profile p
       JOIN membership m ON m.municipality_id = p.municipality_id AND m.person_id = p.person_id AND m.role = 'neighbour'
       JOIN association a ON a.municipality_id = m.municipality_id AND a.id = m.association_id
      WHERE p.municipality_id = $1 AND p.trust <> 'none' ORDER BY p.person_id`,
    [municipalityId],
  );
  const metAt = ({ willing_since: since }: Trusted): Date =>
    new Date(
      Math.max(since.getTime(), Math.min(since.getTime() + metAfterDays * dayMs, tx.now - latestDaysAgo * dayMs)),
    );
  await insertRows(
    tx,
    'vouching',
    trusted.map((one) => ({
      municipality_id: municipalityId,
      id: newId(),
      person_id: one.person_id,
      association_id: one.association_id,
      vouched_by_id: one.by_id,
      at: metAt(one),
    })),
  );
  const certified = trusted.filter(({ trust }) => trust === 'vog');
  await tx.query(
    `INSERT INTO vog_check
       (municipality_id, id, person_id, association_id, issued_on, expires_on, checked_by_id, checked_at)
     SELECT $1, id, person, association, at::date, at::date + interval '36 months', checker, at
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[]) AS v(id, person, association, checker, at)`,
    [
      municipalityId,
      certified.map(() => newId()),
      certified.map(({ person_id: id }) => id),
      certified.map(({ association_id: id }) => id),
      certified.map(({ by_id: id }) => id),
      certified.map(metAt),
    ],
  );
  await record(tx, trusted);
}

/** Written down at the moment that the demonstration takes it over. */
async function record(tx: Transaction, trusted: readonly Trusted[]): Promise<void> {
  const audit = new AuditLog();
  for (const { person_id: personId, association_id: associationId, by_id: byId, trust } of trusted) {
    const about = { associationId, subjectId: personId, details: { takenOver: true } };
    await audit.record(tx, { act: 'vouched', actorId: personId, ...about });
    if (trust === 'vog') await audit.record(tx, { act: 'vog-recorded', actorId: byId, ...about });
  }
}
