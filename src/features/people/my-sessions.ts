import { Inject, Injectable } from '@nestjs/common';
import type { SignedInDevice } from '@app/contracts/http/my-rights.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { RealtimeHub } from '@app/platform/realtime/realtime-hub.js';

interface SessionRow {
  readonly id: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly browser: SignedInDevice['browser'];
  readonly platform: SignedInDevice['platform'];
}

/** Devices on which somebody is signed in, for that person alone. */
@Injectable()
export class MySessions {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RealtimeHub) private readonly hub: RealtimeHub,
  ) {}

  async list({ municipalityId, personId, sessionId }: PersonActor): Promise<SignedInDevice[]> {
    const rows = await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      tx.query<SessionRow>(
        `SELECT id, created_at, expires_at, browser, platform FROM session
          WHERE municipality_id = $1 AND person_id = $2 AND ended_at IS NULL AND expires_at > app_now()
          ORDER BY created_at DESC, id DESC`,
        [municipalityId, personId],
      ),
    );
    return rows.map(({ id, created_at, expires_at, browser, platform }) => ({
      id,
      signedInAt: created_at.toISOString(),
      expiresAt: expires_at.toISOString(),
      browser,
      platform,
      current: id === sessionId,
    }));
  }

  /** @throws ProblemError not-found for a session that is over or of somebody else */
  async end({ municipalityId, personId }: PersonActor, sessionId: string): Promise<void> {
    const ended = await this.unitOfWork.run(asSystem(municipalityId), (tx) =>
      this.endIn(tx, personId, (id) => id === sessionId),
    );
    if (ended.length === 0) throw new ProblemError('not-found');
    this.disconnect(ended);
  }

  async endOthers({ municipalityId, personId, sessionId }: PersonActor): Promise<void> {
    this.disconnect(
      await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.endIn(tx, personId, (id) => id !== sessionId)),
    );
  }

  /** Ends sessions in a transaction of the caller, who closes the sockets afterwards. @returns the ids that ended */
  async endIn(tx: Transaction, personId: string, which: (id: string) => boolean): Promise<readonly string[]> {
    const { municipalityId } = tx.tenancy;
    const open = await tx.query<{ id: string }>(
      'SELECT id FROM session WHERE municipality_id = $1 AND person_id = $2 AND ended_at IS NULL FOR UPDATE',
      [municipalityId, personId],
    );
    const ids = open.map(({ id }) => id).filter(which);
    await tx.query('UPDATE session SET ended_at = app_now() WHERE municipality_id = $1 AND id = ANY ($2::uuid[])', [
      municipalityId,
      ids,
    ]);
    for (const sessionId of ids) tx.append('person.signed-out', { personId, sessionId });
    return ids;
  }

  /** Closes the sockets of sessions that ended. */
  disconnect(sessionIds: readonly string[]): void {
    for (const id of sessionIds) this.hub.endSession(id);
  }
}
