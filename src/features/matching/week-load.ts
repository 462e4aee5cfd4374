import type { Transaction } from '@app/platform/database/unit-of-work.js';

/**
 * The load of those of these people whose week has room for one message more. Locks in one order, people before loads as
 * whoever says yes does, so that two waves, or a wave and a yes, do not wait for each other.
 * @param columns what to read besides who it is, of `l`
 */
export function lockWithRoom<Row extends { readonly person_id: string }>(
  tx: Transaction,
  personIds: readonly string[],
  columns?: string,
): Promise<Row[]> {
  return tx.query<Row>(
    `SELECT ${['l.person_id', columns].filter(Boolean).join(', ')}
       FROM person p
       JOIN helper_load l ON l.municipality_id = p.municipality_id AND l.person_id = p.id
       JOIN helper_profile hp ON hp.municipality_id = p.municipality_id AND hp.person_id = p.id
      WHERE p.municipality_id = $1 AND p.id = ANY ($2::uuid[])
        AND cardinality(l.recent_ask_times) - width_bucket($3::timestamptz - interval '7 days', l.recent_ask_times)
            < hp.weekly_ask_budget
      ORDER BY p.id FOR KEY SHARE OF p FOR UPDATE OF l`,
    [tx.tenancy.municipalityId, personIds, new Date(tx.now)],
  );
}

/** The messages of the last seven days with one more, at the moment that this parameter holds. */
export function weekWith(moment: string): string {
  return `l.recent_ask_times[width_bucket(${moment}::timestamptz - interval '7 days', l.recent_ask_times) + 1:] || ${moment}::timestamptz`;
}

/**
 * Counts a letter in somebody's week: the budget is a promise of so many messages. It is no ask: whoever only got letters
 * was never asked anything, so it raises neither the asks of a lifetime nor what asks cost somebody in the next choice.
 * @returns false when the week has no room
 */
export async function countLetter(tx: Transaction, personId: string): Promise<boolean> {
  const [load] = await lockWithRoom(tx, [personId]);
  if (!load) return false;
  await tx.query(
    `UPDATE helper_load l SET recent_ask_times = ${weekWith('$3')} WHERE l.municipality_id = $1 AND l.person_id = $2`,
    [tx.tenancy.municipalityId, personId, new Date(tx.now)],
  );
  return true;
}

/** Takes a letter that was counted at this moment, and never left, out of somebody's week. */
export async function uncountLetter(tx: Transaction, personId: string, countedAt: number): Promise<void> {
  await tx.query(
    `UPDATE helper_load SET recent_ask_times = array_remove(recent_ask_times, $3::timestamptz)
      WHERE municipality_id = $1 AND person_id = $2`,
    [tx.tenancy.municipalityId, personId, new Date(countedAt)],
  );
}
