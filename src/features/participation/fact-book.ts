import { Injectable } from '@nestjs/common';
import { changesBy, countAll, FigureSums, type Fact, type Figure } from '@app/domain/participation/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** Whoever writes figures of one municipality takes turns on this lock; the number spells "zbpf". */
const bookLock = 0x7a627066;

/** Facts that are read at once when all are: a large town has millions. */
const factsAtOnce = 25_000;

const factColumns = `id, history_id AS "historyId", kind, extract(epoch FROM at) * 1000 AS at, to_char(day, 'YYYY-MM-DD') AS day,
  district_code AS "districtCode", organisation_id AS "organisationId", code, detail, amount`;

/** The facts of participation and the figures kept from them: the only writer of both. Needs system transactions. */
@Injectable()
export class FactBook {
  /** Makes this transaction the only writer of the municipality's figures until it ends. */
  async lock(tx: Transaction): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [bookLock, tx.tenancy.municipalityId]);
  }

  /** Adds facts and brings the figures up to date; facts that are known change nothing. The book must be locked. */
  async add(tx: Transaction, facts: readonly Fact[]): Promise<void> {
    const known = await this.historiesOf(tx, [...new Set(facts.map(({ historyId }) => historyId))]);
    await this.insert(tx, facts);
    await change(tx, changesBy(known, facts), { settled: false });
  }

  /**
   * Leaves of one person's history only the counts: the facts go, and with them the last link between what one person
   * did in one quarter and in another. The book must be locked.
   */
  async settle(tx: Transaction, historyId: string, last: (facts: readonly Fact[]) => readonly Fact[]): Promise<void> {
    const known = await this.historiesOf(tx, [historyId]);
    const ended = last(known);
    await change(tx, changesBy(known, ended), { settled: false });
    await change(tx, countAll([...known, ...ended]), { settled: true });
    await tx.query('DELETE FROM participation_fact WHERE municipality_id = $1 AND history_id = $2', [
      tx.tenancy.municipalityId,
      historyId,
    ]);
  }

  /**
   * Makes all figures anew.
   * @param atOnce facts that are read together
   * @returns how many facts and figures there are, and how many figures had been wrong
   */
  async rebuild(tx: Transaction, atOnce = factsAtOnce): Promise<{ facts: number; figures: number; corrected: number }> {
    await this.lock(tx);
    const { municipalityId } = tx.tenancy;
    const before = await read(tx);
    await tx.query('UPDATE participation_figure SET amount = settled WHERE municipality_id = $1', [municipalityId]);
    const sums = new FigureSums();
    let facts = 0;
    for await (const histories of wholeHistories(tx, atOnce)) {
      facts += histories.length;
      sums.add(countAll(histories));
    }
    await change(tx, sums.all(), { settled: false });
    await tx.query('DELETE FROM participation_figure WHERE municipality_id = $1 AND amount = 0', [municipalityId]);
    const after = await read(tx);
    const keys = new Set([...before.keys(), ...after.keys()]);
    const corrected = [...keys].filter((key) => (before.get(key) ?? 0) !== (after.get(key) ?? 0));
    return { facts, figures: after.size, corrected: corrected.length };
  }

  /** Everything known of these histories. */
  async historiesOf(tx: Transaction, historyIds: readonly string[]): Promise<readonly Fact[]> {
    if (historyIds.length === 0) return [];
    const rows = await tx.query<FactRow>(
      `SELECT ${factColumns} FROM participation_fact WHERE municipality_id = $1 AND history_id = ANY ($2::uuid[])`,
      [tx.tenancy.municipalityId, historyIds],
    );
    return rows.map(factOf);
  }

  private async insert(tx: Transaction, facts: readonly Fact[]): Promise<void> {
    await tx.query(
      `INSERT INTO participation_fact (municipality_id, id, history_id, kind, at, day, district_code, organisation_id, code, detail, amount)
       SELECT $1, id, "historyId", kind, to_timestamp(at / 1000.0), day, "districtCode", "organisationId", code, detail, amount
         FROM jsonb_to_recordset($2::jsonb) AS f(id uuid, "historyId" uuid, kind text, at float8, day date,
              "districtCode" text, "organisationId" text, code text, detail text, amount integer)
       ON CONFLICT DO NOTHING`,
      [tx.tenancy.municipalityId, JSON.stringify(facts)],
    );
  }
}

/** PostgreSQL computes moments as exact decimals, which the driver gives as text. */
type FactRow = Omit<Fact, 'at'> & { readonly at: string };

function factOf(row: FactRow): Fact {
  return { ...row, at: Number(row.at) };
}

/** All facts there are, in pieces that never part one history. */
async function* wholeHistories(tx: Transaction, atOnce: number): AsyncGenerator<readonly Fact[]> {
  const { municipalityId } = tx.tenancy;
  const ofTown = 'FROM participation_fact WHERE municipality_id = $1';
  for (let from: string | undefined = '00000000-0000-0000-0000-000000000000'; from;) {
    const [next]: { id: string }[] = await tx.query(
      `SELECT history_id AS id ${ofTown} AND history_id > $2 ORDER BY history_id OFFSET $3 LIMIT 1`,
      [municipalityId, from, atOnce],
    );
    const rows = await tx.query<FactRow>(
      `SELECT ${factColumns} ${ofTown} AND history_id >= $2 ${next ? 'AND history_id < $3' : ''}`,
      [municipalityId, from, ...(next ? [next.id] : [])],
    );
    yield rows.map(factOf);
    from = next?.id;
  }
}

async function change(tx: Transaction, changes: readonly Figure[], { settled }: { settled: boolean }): Promise<void> {
  if (changes.length === 0) return;
  const column = settled ? 'settled' : 'amount';
  await tx.query(
    `INSERT INTO participation_figure AS kept (municipality_id, quarter, district_code, organisation_id, measure, bucket, amount, settled)
     SELECT $1, quarter, "districtCode", "organisationId", measure, bucket, ${settled ? '0, amount' : 'amount, 0'}
       FROM jsonb_to_recordset($2::jsonb)
         AS f(quarter text, "districtCode" text, "organisationId" text, measure text, bucket text, amount integer)
     ON CONFLICT (municipality_id, quarter, district_code, organisation_id, measure, bucket)
     DO UPDATE SET ${column} = kept.${column} + excluded.${column}`,
    [tx.tenancy.municipalityId, JSON.stringify(changes)],
  );
}

async function read(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ key: string; amount: number }>(
    `SELECT concat_ws('|', quarter, district_code, organisation_id, measure, bucket) AS key, amount
       FROM participation_figure WHERE municipality_id = $1 AND amount <> 0`,
    [tx.tenancy.municipalityId],
  );
  return new Map(rows.map(({ key, amount }) => [key, amount]));
}
