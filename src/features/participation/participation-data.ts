import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Fact } from '@app/domain/participation/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HoldsPersonalData, type PersonalDataHolder } from '@app/platform/personal-data/personal-data.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { EventCounter } from './count-events.js';
import { FactBook } from './fact-book.js';

/** What participation keeps of a person: facts without words. Erased, they become counts that lead to nobody. */
@Injectable()
@HoldsPersonalData('participation', 60)
export class ParticipationData implements PersonalDataHolder {
  constructor(
    @Inject(FactBook) private readonly book: FactBook,
    @Inject(EventCounter) private readonly counter: EventCounter,
  ) {}

  async exportOf(tx: Transaction, personId: string): Promise<Readonly<Record<string, unknown>>> {
    const historyId = await historyOf(tx, personId);
    const facts = historyId ? await this.book.historiesOf(tx, [historyId]) : [];
    const lookedInto = await tx.query(
      `SELECT alert_key AS alert, acknowledged_at AS at FROM alert_acknowledgement
        WHERE municipality_id = $1 AND acknowledged_by_id = $2 ORDER BY acknowledged_at`,
      [tx.tenancy.municipalityId, personId],
    );
    return { lookedInto, facts: facts.map(({ kind, day, code, amount }) => ({ kind, day, code, amount })) };
  }

  async erase(tx: Transaction, personId: string): Promise<void> {
    // What happened just now counts too; afterwards nobody knows whose it was.
    while (!(await this.counter.countBatch(tx)));
    const historyId = await historyOf(tx, personId);
    await tx.query(
      'UPDATE alert_acknowledgement SET acknowledged_by_id = NULL WHERE municipality_id = $1 AND acknowledged_by_id = $2',
      [tx.tenancy.municipalityId, personId],
    );
    if (!historyId) return;
    await this.book.settle(tx, historyId, (facts) => leaving(facts, tx.now));
    await tx.query('DELETE FROM participation_subject WHERE municipality_id = $1 AND person_id = $2', [
      tx.tenancy.municipalityId,
      personId,
    ]);
  }
}

async function historyOf(tx: Transaction, personId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    'SELECT history_id AS id FROM participation_subject WHERE municipality_id = $1 AND person_id = $2',
    [tx.tenancy.municipalityId, personId],
  );
  return row?.id;
}

/** Leaving counts where the person was known last. */
function leaving(facts: readonly Fact[], now: number): readonly Fact[] {
  const last = facts.toSorted((a, b) => a.at - b.at).at(-1);
  const { day } = localMoment(now);
  return last ? [{ ...last, id: randomUUID(), kind: 'left', at: now, day, code: '', detail: '', amount: 1 }] : [];
}
