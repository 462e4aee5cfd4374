import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { newId } from '@app/platform/crypto/new-id.js';
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { toProblem } from '@app/platform/errors/to-problem.js';
import { eventually } from '../support/eventually.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

let database: TestDatabase;
let owner: pg.Client;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;
let municipality: string;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  dataSource = await applicationDataSource({ url: database.url, poolSize: 2 }).initialize();
  unitOfWork = new UnitOfWork(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await owner.end();
  await database.drop();
});
beforeEach(async () => {
  municipality = newId();
  await owner.query('INSERT INTO municipality (id, code, name) VALUES ($1::uuid, $1::text, $1::text)', [municipality]);
});

const store = 'INSERT INTO job_receipt (municipality_id, job_id, done_at) VALUES ($1, $2, app_now())';

async function processOf(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return row!.pid;
}

/** Ends the connection of a transaction from outside; whoever has it has heard so when this is done. */
async function cut(tx: Transaction): Promise<void> {
  await owner.query('SELECT pg_terminate_backend($1)', [await processOf(tx)]);
  await eventually(
    () => tx.manager.queryRunner?.isReleased,
    (released) => released === true,
  );
}

/** Runs work that stores something, whose connection is cut; what the client is told, and what was stored after all. */
async function cutDuring(work: (tx: Transaction) => Promise<unknown>) {
  const running = unitOfWork.run(asSystem(municipality), async (tx) => {
    tx.write(store, [municipality, 'a']);
    await work(tx);
  });
  const problem = toProblem(
    await running.then(
      () => 'no fault',
      (error: unknown) => error,
    ),
  );
  const { rowCount: stored } = await owner.query('SELECT FROM job_receipt WHERE municipality_id = $1', [municipality]);
  return { code: problem.code, retryAfter: problem.details.retryAfterSeconds, stored };
}

const tellsToTryAgain = { code: 'store-unavailable', retryAfter: 30, stored: 0 };

describe('a connection that is cut in the middle of a transaction', () => {
  it('is told as data that is away, when a statement comes after it', async () => {
    const told = await cutDuring(async (tx) => {
      await cut(tx);
      await tx.query('SELECT 1');
    });
    expect(told).toStrictEqual(tellsToTryAgain);
  });

  it('is told so also by what goes through the entity manager', async () => {
    const told = await cutDuring(async (tx) => {
      await cut(tx);
      await tx.manager.query('SELECT 1');
    });
    expect(told).toStrictEqual(tellsToTryAgain);
  });

  it('is told so when the fault of a statement was swallowed', async () => {
    const told = await cutDuring(async (tx) => {
      await cut(tx);
      await tx.query('SELECT 1').catch(() => undefined);
    });
    expect(told).toStrictEqual(tellsToTryAgain);
  });

  it('is told so in the middle of a statement, waited for or not', async () => {
    const waited = await cutDuring(async (tx) => {
      await Promise.all([cut(tx), tx.query('SELECT pg_sleep(60)')]);
    });
    expect(waited).toStrictEqual(tellsToTryAgain);
    let ended: Promise<void> | undefined;
    const unwaited = await cutDuring(async (tx) => {
      ended = cut(tx);
      tx.write('SELECT pg_sleep($1)', [60]);
    });
    await ended;
    expect(unwaited).toStrictEqual(tellsToTryAgain);
  });

  it('leaves a service that goes on', async () => {
    await cutDuring(async (tx) => cut(tx));
    await unitOfWork.run(asSystem(municipality), async (tx) => tx.write(store, [municipality, 'b']));
    expect(
      await unitOfWork.query(
        asSystem(municipality),
        'SELECT job_id AS id FROM job_receipt WHERE municipality_id = $1',
        [municipality],
      ),
    ).toStrictEqual([{ id: 'b' }]);
  });
});
