import { retention } from '@app/domain/kernel/retention.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { hashToken, newToken } from '@app/platform/crypto/secret-hash.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { Device } from './device.js';

export const sessionDays = retention.sessionDays;

/** Opens a session; the token is known to the caller only. Needs a system transaction. */
export async function startSession(
  tx: Transaction,
  personId: string,
  device: Device,
  byPasskey: boolean,
): Promise<string> {
  const token = newToken();
  await tx.query(
    `INSERT INTO session (municipality_id, id, person_id, token_hash, created_at, expires_at, browser, platform, by_passkey)
     VALUES ($1, $2, $3, $4, app_now(), app_now() + make_interval(days => $5), $6, $7, $8)`,
    [
      tx.tenancy.municipalityId,
      newId(),
      personId,
      hashToken(token),
      sessionDays,
      device.browser,
      device.platform,
      byPasskey,
    ],
  );
  return token;
}
