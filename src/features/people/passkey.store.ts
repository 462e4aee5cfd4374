import { Injectable } from '@nestjs/common';
import type { PasskeyView } from '@app/contracts/http/passkeys.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { Device } from './device.js';

/** A passkey as the library that checks signatures wants it. */
export interface StoredPasskey {
  readonly id: string;
  readonly personId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
}

interface Row {
  readonly id: string;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly browser: PasskeyView['browser'];
  readonly platform: PasskeyView['platform'];
}

const challengeMinutes = 5;

/** The only writer of passkeys and of the challenges they answer. Needs a system transaction. */
@Injectable()
export class PasskeyStore {
  /** Keeps what a passkey is to sign; the old ones go. @returns its id */
  async keepChallenge(tx: Transaction, challenge: string, personId: string | null): Promise<string> {
    const { municipalityId } = tx.tenancy;
    const id = newId();
    await tx.query('DELETE FROM passkey_challenge WHERE municipality_id = $1 AND expires_at <= app_now()', [
      municipalityId,
    ]);
    await tx.query(
      `INSERT INTO passkey_challenge (municipality_id, id, person_id, challenge, expires_at)
       VALUES ($1, $2, $3, $4, app_now() + make_interval(mins => $5))`,
      [municipalityId, id, personId, challenge, challengeMinutes],
    );
    return id;
  }

  /** Takes a challenge, which can be done once; undefined when there is none for this person. */
  async takeChallenge(tx: Transaction, id: string, personId: string | null): Promise<string | undefined> {
    const [row] = await tx.query<{ challenge: string }>(
      `WITH taken AS (
         DELETE FROM passkey_challenge
          WHERE municipality_id = $1 AND id = $2 AND person_id IS NOT DISTINCT FROM $3::uuid AND expires_at > app_now()
         RETURNING challenge) SELECT challenge FROM taken`,
      [tx.tenancy.municipalityId, id, personId],
    );
    return row?.challenge;
  }

  /** @returns the new passkey; undefined when this key is known already */
  async insert(
    tx: Transaction,
    passkey: Omit<StoredPasskey, 'id'> & { readonly device: Device },
  ): Promise<PasskeyView | undefined> {
    const { municipalityId } = tx.tenancy;
    const { device } = passkey;
    const [row] = await tx.query<Row>(
      `INSERT INTO passkey (municipality_id, id, person_id, credential_id, public_key, counter, transports, browser,
                            platform, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, app_now())
       ON CONFLICT (municipality_id, credential_id) DO NOTHING
       RETURNING id, created_at, last_used_at, browser, platform`,
      [
        municipalityId,
        newId(),
        passkey.personId,
        passkey.credentialId,
        passkey.publicKey,
        passkey.counter,
        passkey.transports,
        device.browser,
        device.platform,
      ],
    );
    return row && present(row);
  }

  async list(tx: Transaction, personId: string): Promise<PasskeyView[]> {
    const rows = await tx.query<Row>(
      `SELECT id, created_at, last_used_at, browser, platform FROM passkey
        WHERE municipality_id = $1 AND person_id = $2 ORDER BY created_at, id`,
      [tx.tenancy.municipalityId, personId],
    );
    return rows.map(present);
  }

  async ofPerson(tx: Transaction, personId: string): Promise<StoredPasskey[]> {
    return this.read(tx, 'person_id = $2', personId);
  }

  /** The passkey of this credential, of somebody who may sign in; locked, so that its counter counts. */
  async forSigningIn(tx: Transaction, credentialId: string): Promise<StoredPasskey | undefined> {
    const [found] = await this.read(
      tx,
      `credential_id = $2 AND EXISTS (SELECT 1 FROM person p WHERE p.municipality_id = passkey.municipality_id
         AND p.id = passkey.person_id AND p.status = 'active') FOR UPDATE`,
      credentialId,
    );
    return found;
  }

  async noteUse(tx: Transaction, id: string, counter: number): Promise<void> {
    await tx.query('UPDATE passkey SET counter = $3, last_used_at = app_now() WHERE municipality_id = $1 AND id = $2', [
      tx.tenancy.municipalityId,
      id,
      counter,
    ]);
  }

  /** @returns whether this person had it */
  async remove(tx: Transaction, personId: string, id: string): Promise<boolean> {
    const rows = await tx.query(
      `WITH gone AS (DELETE FROM passkey WHERE municipality_id = $1 AND person_id = $2 AND id = $3 RETURNING id)
       SELECT id FROM gone`,
      [tx.tenancy.municipalityId, personId, id],
    );
    return rows.length > 0;
  }

  private async read(tx: Transaction, condition: string, value: string): Promise<StoredPasskey[]> {
    const rows = await tx.query<Omit<StoredPasskey, 'counter'> & { readonly counter: string }>(
      `SELECT id, person_id AS "personId", credential_id AS "credentialId", public_key AS "publicKey", counter, transports
         FROM passkey WHERE municipality_id = $1 AND ${condition}`,
      [tx.tenancy.municipalityId, value],
    );
    return rows.map((row) => ({ ...row, counter: Number(row.counter) }));
  }
}

function present({ id, created_at: madeAt, last_used_at: lastUsedAt, browser, platform }: Row): PasskeyView {
  return {
    id,
    madeAt: madeAt.toISOString(),
    lastUsedAt: lastUsedAt === null ? null : lastUsedAt.toISOString(),
    browser,
    platform,
  };
}
