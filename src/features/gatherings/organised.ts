import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import type { GatheringDateRow, GatheringRow } from './gathering.rows.js';
import { GatheringStore } from './gathering.store.js';

/** Gatherings of the organisations somebody works at. Those of others cannot be changed, so they are not there. */
@Injectable()
export class Organised {
  constructor(@Inject(GatheringStore) private readonly store: GatheringStore) {}

  /** Locked until the transaction ends. @throws ProblemError not-found */
  async gathering(tx: Transaction, actor: PersonActor, id: string): Promise<GatheringRow> {
    const gathering = await this.store.gathering(tx, id, true);
    if (!gathering || !organisationsOf(actor).includes(gathering.associationId)) throw new ProblemError('not-found');
    return gathering;
  }

  /** Locked until the transaction ends. @throws ProblemError not-found */
  async date(tx: Transaction, actor: PersonActor, id: string): Promise<GatheringDateRow> {
    const date = await this.store.date(tx, id, true);
    if (!date || !organisationsOf(actor).includes(date.associationId)) throw new ProblemError('not-found');
    return date;
  }
}
