import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/crypto/new-id.js';
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { sqlState, UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;
let municipality: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await applicationDataSource({ url: database.url, poolSize: 2 }).initialize();
  unitOfWork = new UnitOfWork(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});
beforeEach(async () => {
  municipality = newId();
  await dataSource.query('INSERT INTO municipality (id, code, name) VALUES ($1::uuid, $1::text, $1::text)', [
    municipality,
  ]);
});

const receipts = (): Promise<{ id: string }[]> =>
  dataSource.query('SELECT job_id AS id FROM job_receipt WHERE municipality_id = $1 ORDER BY job_id', [municipality]);
const eventCount = async (): Promise<number> =>
  (await dataSource.query('SELECT 1 FROM outbox WHERE municipality_id = $1', [municipality])).length;

function receipt(id: string): [string, unknown[]] {
  return ['INSERT INTO job_receipt (municipality_id, job_id, done_at) VALUES ($1, $2, app_now())', [municipality, id]];
}
const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => unitOfWork.run(asSystem(municipality), work);

describe('a transaction', () => {
  it('stores what it wrote without waiting, and its events, together', async () => {
    await run(async (tx) => {
      tx.write(...receipt('a'));
      tx.append('sign-in.requested', { challengeId: newId() });
      // In order with what went before, though nobody waited for that.
      expect(await tx.query('SELECT 1 FROM job_receipt WHERE municipality_id = $1', [municipality])).toHaveLength(1);
      tx.write(...receipt('b'));
    });
    expect(await receipts()).toStrictEqual([{ id: 'a' }, { id: 'b' }]);
    expect(await eventCount()).toBe(1);
  });

  it('stores nothing when its work throws', async () => {
    const failing = run(async (tx) => {
      tx.write(...receipt('a'));
      tx.append('sign-in.requested', { challengeId: newId() });
      await tx.query('SELECT 1');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await receipts()).toStrictEqual([]);
    expect(await eventCount()).toBe(0);
  });

  it('fails when a write fails that nobody waited for, and stores nothing', async () => {
    const failing = run(async (tx) => {
      tx.write(...receipt('a'));
      tx.write(...receipt('a'));
      tx.append('sign-in.requested', { challengeId: newId() });
    });
    await expect(failing.catch(sqlState)).resolves.toBe('23505');
    expect(await receipts()).toStrictEqual([]);
    expect(await eventCount()).toBe(0);
  });

  it('reports the write that failed and not the statement that found the transaction broken', async () => {
    const failing = run(async (tx) => {
      tx.write(...receipt('a'));
      tx.write(...receipt('a'));
      await tx.query('SELECT 1');
    });
    await expect(failing.catch(sqlState)).resolves.toBe('23505');
  });

  it('fails when a failure was swallowed: PostgreSQL stored nothing of it', async () => {
    const failing = run(async (tx) => {
      await tx.query(...receipt('a'));
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await receipts()).toStrictEqual([]);
  });

  it('leaves nothing on its connection for the next one, also after a failure', async () => {
    for (let turn = 0; turn < 4; turn += 1) await run((tx) => tx.query('SELECT 1 / 0')).catch(() => undefined);
    const [open, settings] = await Promise.all([
      dataSource.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
      ),
      dataSource.query<{ scope: string }[]>(`SELECT coalesce(current_setting('app.scope', true), '') AS scope`),
    ]);
    expect(open).toHaveLength(0);
    expect(settings).toStrictEqual([{ scope: '' }]);
  });

  it('runs again after a deadlock, until both have their way', async () => {
    await run(async (tx) => {
      tx.write(...receipt('a'));
      tx.write(...receipt('b'));
    });
    let met = 0;
    let bothHoldOne!: () => void;
    const bothHold = new Promise<void>((resolve) => (bothHoldOne = resolve));
    const touch = (first: string, second: string) =>
      run(async (tx) => {
        const update = 'UPDATE job_receipt SET done_at = app_now() WHERE municipality_id = $1 AND job_id = $2';
        await tx.query(update, [municipality, first]);
        if ((met += 1) === 2) bothHoldOne();
        await bothHold;
        tx.write(update, [municipality, second]);
        tx.append('sign-in.requested', { challengeId: newId() });
      });
    await Promise.all([touch('a', 'b'), touch('b', 'a')]);
    expect(met).toBeGreaterThan(2);
    expect(await eventCount()).toBe(2);
  });
});

describe('one statement in a transaction of its own', () => {
  it('sees as its tenant does and no further', async () => {
    const other = newId();
    const person = newId();
    await run(async (tx) => {
      tx.write(`INSERT INTO person (municipality_id, id, status, created_at) VALUES ($1, $2, 'active', app_now())`, [
        municipality,
        person,
      ]);
    });
    const seenBy = (tenant: string) =>
      unitOfWork.query(asSystem(tenant), 'SELECT id FROM person WHERE id = $1', [person]);
    expect(await seenBy(municipality)).toStrictEqual([{ id: person }]);
    expect(await seenBy(other)).toStrictEqual([]);
    const asOther = { municipalityId: municipality, scope: 'person' as const, personId: newId() };
    expect(await unitOfWork.query(asOther, 'SELECT id FROM person WHERE id = $1', [person])).toStrictEqual([]);
  });

  it('commits what it did, and reports why it failed', async () => {
    await unitOfWork.query(asSystem(municipality), ...receipt('a'));
    expect(await receipts()).toStrictEqual([{ id: 'a' }]);
    const again = unitOfWork.query(asSystem(municipality), ...receipt('a'));
    await expect(again.catch(sqlState)).resolves.toBe('23505');
    expect(await unitOfWork.query(asSystem(municipality), 'SELECT $1::int AS one', [1])).toStrictEqual([{ one: 1 }]);
  });
});

describe('a statement with parameters', () => {
  it('is planned once a connection', async () => {
    const marker = `SELECT $1::int + 4711 AS sum`;
    await run(async (tx) => {
      for (const term of [1, 2, 3]) expect(await tx.query(marker, [term])).toStrictEqual([{ sum: 4711 + term }]);
      const prepared = await tx.query(
        'SELECT (generic_plans + custom_plans)::int AS uses FROM pg_prepared_statements WHERE statement = $1',
        [marker],
      );
      expect(prepared).toStrictEqual([{ uses: 3 }]);
    });
  });
});
