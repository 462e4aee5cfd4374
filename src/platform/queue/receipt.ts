import type { Transaction } from '../database/unit-of-work.js';

/**
 * Claims a piece of work inside the transaction of its effect.
 * @returns false when an earlier run already committed it, so the effect must not happen again.
 */
export async function claimReceipt(tx: Transaction, key: string): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO job_receipt (municipality_id, job_id, done_at) VALUES ($1, $2, app_now())
     ON CONFLICT DO NOTHING RETURNING job_id`,
    [tx.tenancy.municipalityId, key],
  );
  return rows.length > 0;
}
