import { Inject, Injectable } from '@nestjs/common';
import type { Accompaniment } from '@app/contracts/http/trust.js';
import { RequestReader } from '@app/features/help-requests/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';

const running = new Set(['unconfirmed', 'in-review', 'open', 'matched', 'confirmed']);

interface Row {
  readonly association_id: string;
  readonly done_at: Date | null;
}

/** Requests at which a coordinator comes along the first time. */
@Injectable()
export class Accompaniments {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestReader) private readonly requests: RequestReader,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  /** @throws ProblemError not-found for who may not see the request */
  async get(actor: PersonActor, helpRequestId: string): Promise<Accompaniment> {
    const mayChange = await this.mayChange(actor, helpRequestId);
    return this.unitOfWork.run(asSystem(actor.municipalityId), (tx) => this.view(tx, helpRequestId, mayChange));
  }

  /** @throws ProblemError not-found for anyone but the asker and organisers, not-open when the request is over */
  async put(actor: PersonActor, helpRequestId: string, wanted: boolean): Promise<Accompaniment> {
    if (!(await this.mayChange(actor, helpRequestId))) throw new ProblemError('not-found');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const [request] = await tx.query<{ association_id: string; status: string }>(
        'SELECT association_id, status FROM help_request WHERE municipality_id = $1 AND id = $2 FOR UPDATE',
        [actor.municipalityId, helpRequestId],
      );
      if (!request) throw new ProblemError('not-found');
      if (!running.has(request.status)) throw new ProblemError('not-open');
      if (await this.change(tx, helpRequestId, request.association_id, wanted)) {
        await this.note(tx, actor, { id: helpRequestId, ...request }, 'accompaniment-changed', String(wanted));
      }
      return this.view(tx, helpRequestId, true);
    });
  }

  /** Somebody came along, or did not after all. In the transaction of who ticks it off the list. */
  async setDone(tx: Transaction, actor: PersonActor, id: string, done: boolean): Promise<void> {
    const [row] = await tx.query<{ help_request_id: string; association_id: string }>(
      `UPDATE accompaniment SET done_at = CASE WHEN $3 THEN app_now() END
        WHERE municipality_id = $1 AND id = $2 RETURNING help_request_id, association_id`,
      [tx.tenancy.municipalityId, id, done],
    );
    if (!row) throw new ProblemError('not-found');
    await this.note(tx, actor, { ...row, id: row.help_request_id }, 'accompaniment-done', String(done));
  }

  /** @returns whether anything changed; what was done once stays done */
  private async change(tx: Transaction, helpRequestId: string, associationId: string, wanted: boolean) {
    const own = [tx.tenancy.municipalityId, helpRequestId];
    const rows = wanted
      ? await tx.query(
          `INSERT INTO accompaniment (municipality_id, help_request_id, id, association_id) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING RETURNING id`,
          [...own, newId(), associationId],
        )
      : await tx.query(
          `DELETE FROM accompaniment WHERE municipality_id = $1 AND help_request_id = $2 AND done_at IS NULL RETURNING id`,
          own,
        );
    return rows.length > 0;
  }

  private async note(
    tx: Transaction,
    actor: PersonActor,
    request: { readonly id: string; readonly association_id: string },
    act: 'accompaniment-changed' | 'accompaniment-done',
    reason: string,
  ): Promise<void> {
    await this.audit.record(tx, {
      act,
      actorId: actor.personId,
      associationId: request.association_id,
      aboutId: request.id,
      reason,
    });
    tx.append('work.touched', { associationId: request.association_id });
  }

  private async mayChange(actor: PersonActor, helpRequestId: string): Promise<boolean> {
    const { viewer } = await this.requests.one(actor, helpRequestId);
    return viewer === 'asker' || viewer === 'coordinator';
  }

  private async view(tx: Transaction, helpRequestId: string, mayChange: boolean): Promise<Accompaniment> {
    const [row] = await tx.query<Row>(
      'SELECT association_id, done_at FROM accompaniment WHERE municipality_id = $1 AND help_request_id = $2',
      [tx.tenancy.municipalityId, helpRequestId],
    );
    return { wanted: row !== undefined, doneAt: row?.done_at?.toISOString() ?? null, mayChange };
  }
}
