import { randomUUID } from 'node:crypto';
import type { Fact } from '@app/domain/participation/index.js';
import { FactBook } from '@app/features/participation/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { localMoment } from '@app/platform/time/local-clock.js';

const dayMs = 24 * 3_600_000;

interface SeededNeighbour {
  readonly personId: string;
  readonly districtCode: string;
  readonly organisationId: string;
  readonly willingSince: Date;
  readonly alreadyHelping: boolean;
  readonly pausedUntil: Date | null;
  readonly helps: number;
}

/** What the people of the demonstration did before it opened, as facts, so that their figures are as true as their profiles. */
export async function seedParticipation(tx: Transaction): Promise<void> {
  const { municipalityId } = tx.tenancy;
  const neighbours = await tx.query<SeededNeighbour>(
    `SELECT h.person_id AS "personId", n.district_code AS "districtCode", h.willing_since AS "willingSince",
            h.already_helping AS "alreadyHelping", h.paused_until AS "pausedUntil", l.helps_completed AS helps,
            coalesce(area.association_id, desk.id)::text AS "organisationId"
       FROM helper_profile h
       JOIN helper_load l ON l.municipality_id = h.municipality_id AND l.person_id = h.person_id
       JOIN neighbourhood n ON n.code = h.neighbourhood_code
       LEFT JOIN association_area area ON area.neighbourhood_code = n.code
       LEFT JOIN association desk ON desk.municipality_id = h.municipality_id AND desk.kind = 'desk'
      WHERE h.municipality_id = $1`,
    [municipalityId],
  );
  const histories = neighbours.map((neighbour) => ({ ...neighbour, historyId: randomUUID() }));
  await tx.query(
    `INSERT INTO participation_subject (municipality_id, person_id, history_id)
     SELECT $1, person_id, history_id FROM unnest($2::uuid[], $3::uuid[]) AS s(person_id, history_id)`,
    [municipalityId, histories.map(({ personId }) => personId), histories.map(({ historyId }) => historyId)],
  );
  const book = new FactBook();
  await book.lock(tx);
  await book.add(
    tx,
    histories.flatMap((neighbour) => factsOf(neighbour, tx.now)),
  );
}

/** The helps lie spread between becoming willing and today, each an hour after an ask. */
function factsOf(neighbour: SeededNeighbour & { readonly historyId: string }, now: number): Fact[] {
  const { historyId, districtCode, organisationId, helps, pausedUntil, alreadyHelping } = neighbour;
  const since = neighbour.willingSince.getTime();
  const fact = (kind: Fact['kind'], at: number, told: Partial<Fact> = {}): Fact => ({
    id: randomUUID(),
    historyId,
    kind,
    at,
    day: localMoment(at).day,
    districtCode,
    organisationId,
    code: '',
    detail: '',
    amount: 1,
    ...told,
  });
  const step = Math.floor((now - since) / (helps + 1));
  const moments = Array.from({ length: helps }, (_, index) => since + step * (index + 1));
  return [
    fact('willing', since, { code: alreadyHelping ? 'already' : 'not-yet' }),
    ...moments.flatMap((at) => [
      fact('asked', at - dayMs / 24),
      fact('helped', at, { code: 'yes', detail: randomUUID() }),
    ]),
    ...(pausedUntil ? [fact('paused', now - dayMs, { code: localMoment(pausedUntil.getTime()).day })] : []),
  ];
}
