import { Inject, Injectable } from '@nestjs/common';
import { isPushEndpoint, type PushSubscriptionBody } from '@app/contracts/http/push.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { among } from '@app/platform/database/among.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { hashToken } from '@app/platform/crypto/secret-hash.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';

const mostDevices = 10;

interface Device {
  readonly id: string;
  readonly createdAt: string;
}

/** A browser as it can be reached. */
export interface Reachable {
  readonly id: string;
  readonly subscription: PushSubscriptionBody;
}

function placeOf(id: string) {
  return { table: 'push_subscription', column: 'subscription_enc', rowId: id };
}

/** Browsers of people: the only writer. A browser is reached as long as the session that allowed it lives. */
@Injectable()
export class PushSubscriptions {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PersonVault) private readonly vault: PersonVault,
  ) {}

  list(actor: PersonActor): Promise<Device[]> {
    return this.unitOfWork.run(asPerson(actor), async (tx) => {
      const rows = await tx.query<{ id: string; created_at: Date }>(
        'SELECT id, created_at FROM push_subscription WHERE municipality_id = $1 AND person_id = $2 ORDER BY created_at',
        [actor.municipalityId, actor.personId],
      );
      return rows.map((row) => ({ id: row.id, createdAt: row.created_at.toISOString() }));
    });
  }

  /** The same browser again is the same device, with its newest keys. */
  add(actor: PersonActor, subscription: PushSubscriptionBody): Promise<Device> {
    const { municipalityId, personId, sessionId } = actor;
    const hash = hashToken(subscription.endpoint);
    return this.unitOfWork.run(asPerson(actor), async (tx) => {
      const known = await tx.query<{ id: string; same: boolean }>(
        `SELECT id, endpoint_hash = $3 AS same FROM push_subscription WHERE municipality_id = $1 AND person_id = $2 FOR UPDATE`,
        [municipalityId, personId, hash],
      );
      const same = known.find((row) => row.same);
      if (!same && known.length >= mostDevices) throw new ProblemError('too-many-requests');
      const id = same?.id ?? newId();
      const sealed = (await this.vault.cipherOf(tx, personId)).seal(JSON.stringify(subscription), placeOf(id));
      const [row] = await tx.query<{ created_at: Date }>(
        `INSERT INTO push_subscription (municipality_id, id, person_id, session_id, endpoint_hash, subscription_enc, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, app_now())
         ON CONFLICT (municipality_id, person_id, endpoint_hash) DO UPDATE
           SET session_id = EXCLUDED.session_id, subscription_enc = EXCLUDED.subscription_enc
         RETURNING created_at`,
        [municipalityId, id, personId, sessionId, hash, sealed],
      );
      if (!row) throw new Error('A device was not kept');
      return { id, createdAt: row.created_at.toISOString() };
    });
  }

  async remove(actor: PersonActor, id: string): Promise<void> {
    const gone = await this.unitOfWork.run(asPerson(actor), (tx) =>
      tx.query('DELETE FROM push_subscription WHERE municipality_id = $1 AND id = $2 AND person_id = $3 RETURNING id', [
        actor.municipalityId,
        id,
        actor.personId,
      ]),
    );
    if (gone.length === 0) throw new ProblemError('not-found');
  }

  /** Those of these people whom a browser reaches. Needs a system transaction. */
  async reached(tx: Transaction, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.rows(tx, personIds)).map(({ person_id: id }) => id));
  }

  /** Browsers of this person whose session lives. Needs a system transaction. */
  async of(tx: Transaction, personId: string): Promise<Reachable[]> {
    const rows = await this.rows(tx, [personId]);
    const cipher = (await this.vault.ciphersOf(tx, [personId])).get(personId);
    if (!cipher) return [];
    return (
      rows
        .map(({ id, sealed }) => ({
          id,
          subscription: JSON.parse(cipher.open(sealed, placeOf(id))) as PushSubscriptionBody,
        }))
        // What was allowed when it was stored may not be any more.
        .filter(({ subscription }) => isPushEndpoint(subscription.endpoint))
    );
  }

  /** A browser that does not exist any more. Needs a system transaction. */
  async forget(tx: Transaction, id: string): Promise<void> {
    await tx.query('DELETE FROM push_subscription WHERE municipality_id = $1 AND id = $2', [
      tx.tenancy.municipalityId,
      id,
    ]);
  }

  private rows(
    tx: Transaction,
    personIds: readonly string[],
  ): Promise<{ id: string; person_id: string; sealed: Buffer }[]> {
    const { condition, value } = among('$2', personIds);
    return tx.query(
      `SELECT p.id, p.person_id, p.subscription_enc AS sealed FROM push_subscription p
         JOIN session s ON s.municipality_id = p.municipality_id AND s.id = p.session_id
        WHERE p.municipality_id = $1 AND p.person_id ${condition} AND s.ended_at IS NULL AND s.expires_at > app_now()`,
      [tx.tenancy.municipalityId, value],
    );
  }
}
