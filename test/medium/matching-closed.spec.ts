import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SettingsChoice } from '@app/contracts/http/association-settings.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { ownerDataSource } from '@app/platform/database/data-source.js';
import { FoundByHand1763800013700 } from '@app/platform/database/migrations/1763800013700-found-by-hand.js';
import { northOf, southOf, type Application } from '../support/application.js';
import { beginAfresh, openEagerTown, peopleAsked } from './asking-scene.js';

type Mode = SettingsChoice['moderationMode'];

let scene: Application;
/** May change the settings of every association. */
let administrator: string;
let turn = 0;

beforeAll(async () => {
  scene = await openEagerTown();
  // Of everywhere, so that the south has somebody to ask too.
  await scene.rows(`UPDATE helper_profile SET max_distance = 'municipality'`);
  administrator = scene.asker(3).cookie;
  await scene.rows(
    `INSERT INTO membership (municipality_id, id, person_id, role, created_at) VALUES ($1, $2, $3, 'administrator', app_now())`,
    [scene.town.municipalityId, newId(), scene.asker(3).personId],
  );
});
afterAll(() => scene.close());
beforeEach(async () => {
  await beginAfresh(scene);
  for (const at of [northOf, southOf]) await change(at, { moderationMode: 'after' });
});

async function change(at: number, part: Partial<SettingsChoice>): Promise<void> {
  const id = scene.town.organisationIds[at] ?? '';
  const { version, settings } = (
    await scene.client.call('getAssociationSettings', { id, cookie: administrator })
  ).result();
  const headers = { 'if-match': `"${version}"` };
  const body = { ...settings, ...part };
  (await scene.client.call('putAssociationSettings', { id, cookie: administrator, headers, body })).result();
}
const setMode = (at: number, moderationMode: Mode) => change(at, { moderationMode });

/** A request that is open: a coordinator of a closed association has looked at it. */
async function opened(at: number): Promise<string> {
  turn += 1;
  const { id } = await scene.post(scene.asker(turn % 3).cookie, { neighbourhoodCode: scene.code(at) });
  const organiser = await scene.organiser(at);
  const { status } = await scene.see(id, organiser.cookie);
  if (status === 'in-review') {
    (await scene.client.call('approveHelpRequest', { id, cookie: organiser.cookie })).result();
  }
  await scene.workOff();
  expect((await scene.see(id, organiser.cookie)).status).toBe('open');
  return id;
}

/** What the sweep finds of these requests, done. */
async function sweep(...ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const job of await scene.overdue()) {
    if (job.name !== 'matching.plan-wave' || !ids.includes(job.data.helpRequestId)) continue;
    found.push(job.data.helpRequestId);
    await scene.handle(job);
  }
  await scene.workOff();
  return found.toSorted();
}

describe('a request in a closed association', () => {
  it('gets waves when the association opens, and not before, nor when another one opens', async () => {
    await setMode(northOf, 'closed');
    await setMode(southOf, 'closed');
    const [north, south] = [await opened(northOf), await opened(southOf)];
    await scene.wait('1 minute');
    expect(await sweep(north, south)).toStrictEqual([]);
    expect([...(await peopleAsked(scene, north)), ...(await peopleAsked(scene, south))]).toStrictEqual([]);

    await setMode(northOf, 'after');
    expect(await sweep(north, south)).toStrictEqual([north]);
    expect((await peopleAsked(scene, north)).length).toBeGreaterThan(1);
    expect(await peopleAsked(scene, south)).toStrictEqual([]);
    // From here on it is a request like any other.
    expect(await sweep(north, south)).toStrictEqual([]);

    await setMode(southOf, 'all-first');
    expect(await sweep(north, south)).toStrictEqual([south]);
    expect((await peopleAsked(scene, south)).length).toBeGreaterThan(1);
  });

  it('is looked at once when the association closes, and goes on where it was when that opens again', async () => {
    const [north, south] = [await opened(northOf), await opened(southOf)];
    const before = await peopleAsked(scene, north);
    expect(before.length).toBeGreaterThan(1);
    const roundOf = async () =>
      scene.rows('SELECT round, next_wave_at IS NULL AS rests FROM matching_plan WHERE help_request_id = $1', [north]);
    expect(await roundOf()).toStrictEqual([{ round: 1, rests: false }]);
    await setMode(northOf, 'closed');
    await scene.wait('10 minutes');
    expect(await sweep(north, south)).toStrictEqual([north, south].toSorted());
    expect(await roundOf()).toStrictEqual([{ round: 1, rests: true }]);
    await scene.wait('10 minutes');
    expect(await sweep(north, south)).toStrictEqual([south]);
    expect(await peopleAsked(scene, north)).toStrictEqual(before);

    await setMode(northOf, 'newcomers-first');
    expect(await sweep(north)).toStrictEqual([north]);
    const after = await peopleAsked(scene, north);
    expect(new Set(after).size).toBe(after.length);
    expect(await roundOf()).toMatchObject([{ rests: false }]);
    expect(await sweep(north)).toStrictEqual([]);
  });

  it('gets waves when its neighbourhood goes to somebody who is not closed, and its neighbour waits on', async () => {
    await setMode(northOf, 'closed');
    const [moved, stayed] = [await opened(northOf), await opened(northOf + 1)];
    const codes = scene.town.neighbourhoodCodes.slice(northOf, southOf);
    await change(northOf, { neighbourhoodCodes: codes.slice(1) });
    try {
      expect(await sweep(moved, stayed)).toStrictEqual([moved]);
      expect((await peopleAsked(scene, moved)).length).toBeGreaterThan(1);
      expect(await peopleAsked(scene, stayed)).toStrictEqual([]);
    } finally {
      await change(northOf, { neighbourhoodCodes: codes });
    }
  });

  it('that is over meanwhile is not looked at again when the association opens', async () => {
    await setMode(northOf, 'closed');
    const id = await opened(northOf);
    const asker = scene.asker(turn % 3).cookie;
    (await scene.client.call('cancelHelpRequest', { id, cookie: asker })).result();
    await scene.workOff();
    await setMode(northOf, 'after');
    await scene.wait('1 minute');
    expect(await sweep(id)).toStrictEqual([]);
  });
});

it('requests of installations of before are found: those that nobody was asked for, and no other', async () => {
  await setMode(northOf, 'closed');
  const forgotten = await opened(northOf);
  await setMode(northOf, 'after');
  const asked = await opened(northOf);
  await scene.rows('UPDATE matching_plan SET next_wave_at = NULL WHERE help_request_id = $1', [asked]);
  const dataSource = await ownerDataSource(scene.database.url).initialize();
  try {
    const runner = dataSource.createQueryRunner();
    const migration = new FoundByHand1763800013700();
    await migration.down(runner);
    await migration.up(runner);
  } finally {
    await dataSource.destroy();
  }
  expect(await sweep(forgotten, asked)).toStrictEqual([forgotten]);
  expect((await peopleAsked(scene, forgotten)).length).toBeGreaterThan(1);
});

it('a request for which somebody was rung before its first wave still gets that wave', async () => {
  const organiser = await scene.organiser(northOf);
  await scene.rows(`UPDATE helper_profile SET trust = 'vouched'`);
  turn += 1;
  const { id } = await scene.post(scene.asker(turn % 3).cookie);
  const rung = await scene.client.call('callNextNeighbour', {
    id,
    cookie: organiser.cookie,
    body: { reason: 'arrange-help' },
  });
  expect(rung.result().call).not.toBeNull();
  // The job of its opening is lost.
  await scene.rows('UPDATE outbox SET published_at = app_now() WHERE published_at IS NULL');
  await scene.wait('1 minute');
  expect(await sweep(id)).toStrictEqual([id]);
  expect((await peopleAsked(scene, id)).length).toBeGreaterThan(1);
});
