import type { Transaction } from '@app/platform/database/unit-of-work.js';

export type ModerationMode = 'all-first' | 'newcomers-first' | 'after' | 'closed';

/** Whether a coordinator looks at a request of this person before neighbours are asked. */
export async function needsReview(tx: Transaction, mode: ModerationMode, askerId: string): Promise<boolean> {
  if (mode === 'after') return false;
  if (mode !== 'newcomers-first') return true;
  const rows = await tx.query(
    `SELECT 1 FROM help_request WHERE municipality_id = $1 AND asker_id = $2 AND status = 'completed' LIMIT 1`,
    [tx.tenancy.municipalityId, askerId],
  );
  return rows.length === 0;
}
