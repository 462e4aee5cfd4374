import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { GeneratedPerson } from '../load/generated-people.js';
import { BoardWatcher } from './board-watcher.js';
import { type AppProcess, eventually, FaultScene } from './fault-scene.js';
import { cutTransactions, startOwnPostgres, type OwnPostgres } from './own-postgres.js';
import { asksSentAsTwo, unsentAsks } from './sent-asks.js';

jest.setTimeout(300_000);

interface Town {
  readonly scene: FaultScene;
  readonly postgres: OwnPostgres;
  readonly web: AppProcess;
  readonly watcher: BoardWatcher;
}

let open: Town | undefined;
afterEach(async () => {
  open?.watcher.close();
  await open?.scene.close();
  open = undefined;
});

const posts = 24;
const yeses = 12;

async function openTown(): Promise<Town> {
  const postgres = await startOwnPostgres();
  const size = { neighbours: 400, signedInNeighbours: yeses, askers: posts + 1 };
  const scene = await FaultScene.open('postgres', size, postgres.database);
  const web = await scene.start('web,relay');
  await scene.start('worker');
  const watcher = await BoardWatcher.open(web, scene.town.askers[0]!.cookie, scene.town.neighbourhoodCodes[0]!);
  open = { scene, postgres, web, watcher };
  return open;
}

/** What came back while the database was away: each must say so, and when to try again. */
interface Refusal {
  readonly type: string | null;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

/** Somebody who tries again, with the same key, as long as the service says that it cannot reach its data. */
async function untilTaken(call: () => Promise<Response>, refusals: Refusal[]): Promise<number> {
  for (;;) {
    const response = await call();
    if (response.status !== 503) {
      await response.text();
      return response.status;
    }
    refusals.push({
      type: response.headers.get('content-type'),
      retryAfter: response.headers.get('retry-after'),
      body: await response.json(),
    });
    await pause(250);
  }
}

/** Posts one request a call, over the time that the fault takes. */
async function postThroughout({ scene, web }: Town, refusals: Refusal[]): Promise<number[]> {
  const posting: Promise<number>[] = [];
  for (let number = 0; number < posts; number += 1) {
    const [asker, key] = [scene.nextAsker(), randomUUID()];
    const code = scene.town.neighbourhoodCodes[number % 4 === 0 ? 0 : number % scene.town.neighbourhoodCodes.length];
    const body = scene.requestBody({
      summary: `Hondje-${number}-uitlaten`,
      neighbourhoodCode: code ?? '',
      category: 'other',
    });
    posting.push(untilTaken(() => scene.post(web, asker, body, key), refusals));
    await pause(200);
  }
  return Promise.all(posting);
}

/** As many neighbours as there are say yes to one request, each until the service has heard them. */
function sayYesThroughout({ scene, web }: Town, id: string, refusals: Refusal[]): Promise<number[]> {
  const path = `/v1/help-requests/${id}/acceptance`;
  const people = scene.town.neighbours.slice(0, yeses);
  const yes = async ({ cookie }: GeneratedPerson, index: number): Promise<number> => {
    await pause(300 * index);
    return untilTaken(() => scene.call(web, 'PUT', path, { cookie, body: {} }), refusals);
  };
  return Promise.all(people.map(yes));
}

/** Who asks while the database is away hears so, when to try again, and that it does no harm. */
function expectTold(refusals: readonly Refusal[]): void {
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({
      type: expect.stringMatching(/^application\/problem\+json/),
      retryAfter: '30',
      body: {
        code: 'store-unavailable',
        status: 503,
        title: 'Wij kunnen nu even niet bij onze gegevens',
        detail: expect.stringMatching(/^Probeer het .* opnieuw\. Dat kan geen kwaad/),
      },
    });
  }
}

/** Nothing is lost or doubled of what was accepted, each message went out once, and the screen is as the board is. */
async function expectWhole({ scene, watcher }: Town): Promise<void> {
  expect(await scene.count('SELECT count(*) FROM help_request')).toBe(posts + 1);
  const forgotten = `SELECT count(*) FROM help_request h
    WHERE h.status = 'open' AND NOT EXISTS (SELECT FROM ask WHERE help_request_id = h.id)`;
  await eventually(
    () => scene.count(forgotten),
    (requests) => requests === 0,
  );
  await eventually(
    () => unsentAsks(scene),
    (unsent) => unsent.length === 0,
  );
  expect(asksSentAsTwo(scene)).toBe(0);
  await eventually(
    () => scene.count('SELECT count(*) FROM outbox WHERE published_at IS NULL'),
    (waiting) => waiting === 0,
  );
  const wanted = await eventually(
    () => watcher.anew(),
    (board) => board.length > posts / 4,
  );
  await eventually(
    () => watcher.shown(),
    (shown) => shown.join() === wanted.join(),
  );
  expect(await scene.died()).toStrictEqual([]);
}

/** Posts and says yes while something happens to the database, and looks at all that is left of it. */
async function liveThrough(town: Town, fault: () => Promise<void>): Promise<Refusal[]> {
  const { scene, web } = town;
  const first = await scene.post(web, scene.nextAsker(), scene.requestBody());
  expect(first.status).toBe(201);
  const { id } = (await first.json()) as { id: string };
  const refusals: Refusal[] = [];
  const [posted, answered] = await Promise.all([
    postThroughout(town, refusals),
    sayYesThroughout(town, id, refusals),
    fault(),
  ]);
  expectTold(refusals);
  // A fault of ours, such as a cut connection that was not known as one, says what it was.
  const lines = web.output().split('\n');
  expect(lines.filter((line) => line.includes('internal-error'))).toStrictEqual([]);
  expect(posted).toStrictEqual(Array.from({ length: posts }, () => 201));
  // Whoever said yes and did not hear it says yes again, and is told that it was taken.
  expect(answered.toSorted((a, b) => a - b)).toStrictEqual([200, ...Array.from({ length: yeses - 1 }, () => 409)]);
  expect(await scene.count('SELECT count(*) FROM acceptance WHERE help_request_id = $1', [id])).toBe(1);
  await expectWhole(town);
  return refusals;
}

describe('a database that is gone for three seconds', () => {
  it('is told to who asks, loses nothing, doubles nothing, and screens are exact again by themselves', async () => {
    const town = await openTown();
    const refusals = await liveThrough(town, async () => {
      await pause(1_500);
      await town.postgres.crash();
      expect((await fetch(`${town.web.url}/livez`)).status).toBe(200);
      const ready = await fetch(`${town.web.url}/readyz`);
      expect([ready.status, ready.headers.get('retry-after')]).toStrictEqual([503, '5']);
      await pause(3_000);
      await town.postgres.start();
    });
    expect(refusals.length).toBeGreaterThan(5);
    expect((await fetch(`${town.web.url}/readyz`)).status).toBe(200);
  });
});

describe('connections that are cut in the middle of a transaction', () => {
  it('lose nothing and double nothing', async () => {
    const town = await openTown();
    let cut = 0;
    await liveThrough(town, async () => {
      for (let times = 0; times < 60 && cut < 12; times += 1) {
        cut += await cutTransactions(town.postgres.superuserUrl);
        await pause(60);
      }
    });
    expect(cut).toBeGreaterThanOrEqual(3);
  });
});
