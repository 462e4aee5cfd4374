import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PolicyToKeep } from '@app/contracts/http/asking.js';
import { CalibrationReadModel } from '@app/features/matching/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, deskOf, northOf, southOf } from '../support/application.js';

let scene: Application;
let north: { readonly personId: string; readonly cookie: string };
let south: { readonly personId: string; readonly cookie: string };
let desk: { readonly personId: string; readonly cookie: string };
beforeAll(async () => {
  scene = await Application.open({ neighbours: 1_200, askers: 4 });
  north = await scene.organiser(northOf);
  south = await scene.organiser(southOf);
  desk = await scene.organiser(deskOf);
});
afterAll(() => scene.close());

const idOf = (neighbourhood: number): string => scene.town.organisationIds[neighbourhood] ?? '';

describe('who was asked about a request', () => {
  let id: string;
  let asker: string;
  const list = (cookie: string) => scene.client.call('listRequestAsks', { id, cookie });
  beforeAll(async () => {
    asker = scene.asker(0).cookie;
    id = (await scene.post(asker)).id;
    await scene.workOff();
    await scene.setClock(tuesdayAfternoon + 7 * 60_000);
    const [ask] = await scene.rows<{ id: string; person_id: string }>(
      'SELECT id, person_id FROM ask WHERE help_request_id = $1 ORDER BY id LIMIT 1',
      [id],
    );
    const { cookie } = scene.town.neighbours.find(({ personId }) => personId === ask!.person_id)!;
    (await scene.client.call('answerAsk', { id: ask!.id, cookie, body: { answer: 'no' } })).result();
    await scene.workOff();
  });

  it('is told to its organisation with the reasons, and by first name for its own neighbourhoods', async () => {
    const answer = await list(north.cookie);
    const { waves } = answer.result();
    const asks = await scene.rows<{ person_id: string; neighbourhood_code: string }>(
      `SELECT a.person_id, p.neighbourhood_code FROM ask a JOIN helper_profile p ON p.person_id = a.person_id
        WHERE a.help_request_id = $1`,
      [id],
    );
    const told = waves.flatMap(({ people }) => people);
    expect(told).toHaveLength(asks.length);
    const near = asks.filter(({ neighbourhood_code: code }) =>
      scene.town.neighbourhoodCodes.slice(northOf, southOf).includes(code),
    );
    expect(near.length).toBeLessThan(asks.length);
    const named = scene.town.neighbours.filter(({ personId }) => near.some(({ person_id }) => person_id === personId));
    expect(told.flatMap(({ givenName }) => givenName ?? []).toSorted()).toStrictEqual(
      named.map(({ givenName }) => givenName).toSorted(),
    );
    for (const { why } of told) expect(why.length).toBeGreaterThan(0);
    expect(waves[0]!.why.join(' ')).toMatch(/kans op een ja/);
  });

  it('tells nothing about answers, neither by words nor by the minute, and no family name, phone or id', async () => {
    const answer = await list(north.cookie);
    for (const { askedAt } of answer.result().waves) expect(askedAt).toBe(new Date(tuesdayAfternoon).toISOString());
    expect(answer.text).not.toMatch(/Achternaam|06 |@|declined|"no"|\bnee\b/);
    const ids = await scene.rows<{ person_id: string }>('SELECT person_id FROM ask WHERE help_request_id = $1', [id]);
    for (const { person_id } of ids) expect(answer.text).not.toContain(person_id);
  });

  it('is not there for another organisation, the desk before it is called in, the asker, or a neighbour', async () => {
    for (const { cookie } of [south, desk]) expect((await list(cookie)).problem().code).toBe('not-found');
    for (const cookie of [asker, scene.neighbour(0).cookie])
      expect((await list(cookie)).problem().code).toBe('not-allowed');
    await scene.rows('UPDATE help_request SET escalation_level = 2 WHERE id = $1', [id]);
    expect((await list(desk.cookie)).result().waves.length).toBeGreaterThan(0);
    expect((await list(south.cookie)).problem().code).toBe('not-found');
  });

  it('is not told to an organiser about a request of their own', async () => {
    await scene.rows('UPDATE help_request SET asker_id = $2 WHERE id = $1', [id, north.personId]);
    expect((await list(north.cookie)).problem().code).toBe('not-found');
  });
});

describe('how an organisation asks', () => {
  const read = (organisationId: string, cookie: string) =>
    scene.client.call('getAskingPolicy', { id: organisationId, cookie });
  const change = (organisationId: string, cookie: string, body: PolicyToKeep) =>
    scene.client.call('putAskingPolicy', { id: organisationId, cookie, body });
  const calm = { policy: { preset: 'active', tempo: 'calm' }, shadow: null } as const;
  const policyOf = (organisationId: string) =>
    scene.rows('SELECT policy_preset, policy_tempo FROM association WHERE id = $1', [organisationId]);

  /** Works what the sweep finds to write down of generations; returns how many municipalities that were. */
  const noted = async (): Promise<number> => {
    const jobs = (await scene.overdue()).filter(({ name }) => name === 'matching.note-generation');
    for (const job of jobs) await scene.handle(job);
    return jobs.length;
  };

  it('is changed by its organiser, who is written down with what it was and became', async () => {
    const before = (await read(idOf(northOf), north.cookie)).result();
    expect(before).toMatchObject({ policy: { preset: 'balanced', tempo: 'standard' }, shadow: null, changes: [] });
    const shadow = { preset: 'lean', tempo: 'standard' } as const;
    const after = (await change(idOf(northOf), north.cookie, { ...calm, shadow })).result();
    expect(after.changes).toStrictEqual([
      {
        at: expect.any(String),
        by: 'coordinator0',
        from: before.policy,
        to: { ...calm.policy, generation: 'pace-3' },
        fromShadow: null,
        toShadow: { ...shadow, generation: 'pace-3' },
      },
    ]);
    expect(await policyOf(idOf(northOf))).toStrictEqual([{ policy_preset: 'active', policy_tempo: 'calm' }]);
    const same = (await change(idOf(northOf), north.cookie, { ...calm, shadow })).result();
    expect(same.changes).toHaveLength(1);
  });

  it('cannot be seen or changed by another organisation or by a neighbour, but by an administrator', async () => {
    const before = await policyOf(idOf(southOf));
    for (const { cookie } of [north, desk]) {
      expect((await read(idOf(southOf), cookie)).problem().code).toBe('not-found');
      expect((await change(idOf(southOf), cookie, calm)).problem().code).toBe('not-found');
    }
    expect((await change(idOf(southOf), scene.neighbour(0).cookie, calm)).problem().code).toBe('not-allowed');
    expect(await policyOf(idOf(southOf))).toStrictEqual(before);
    await scene.rows(
      `INSERT INTO membership (municipality_id, id, person_id, role, created_at) VALUES ($1, $2, $3, 'administrator', app_now())`,
      [scene.town.municipalityId, newId(), scene.neighbour(1).personId],
    );
    const { cookie } = scene.neighbour(1);
    expect((await change(idOf(southOf), cookie, calm)).result()).toMatchObject({ policy: calm.policy });
    expect((await change(newId(), cookie, calm)).problem().code).toBe('not-found');
  });

  it('leaves out a change to rules that only a newer program knows, which may run beside this one', async () => {
    const before = (await read(idOf(northOf), north.cookie)).result().changes;
    const newer = `INSERT INTO policy_change (municipality_id, id, association_id, changed_at, from_policy, to_policy)
                   VALUES ($1, $2, $3, app_now(), 'pace-3/active/calm', 'pace-99/active/calm')`;
    await scene.rows(newer, [scene.town.municipalityId, newId(), idOf(northOf)]);
    expect((await read(idOf(northOf), north.cookie)).result().changes).toStrictEqual(before);
  });

  it('keeps each change as it was written', async () => {
    const asApplication = async (sql: string): Promise<void> => {
      await scene.rows(`BEGIN; SET LOCAL ROLE zb_app; ${sql}; COMMIT`);
    };
    await expect(asApplication('UPDATE policy_change SET changed_at = app_now()')).rejects.toThrow(/permission denied/);
    await expect(asApplication('DELETE FROM policy_change')).rejects.toThrow(/permission denied/);
  });

  it('is compared with what is tried in the shadow, for as long as that is the same policy', async () => {
    // Who looks after which neighbourhood is remembered for some seconds.
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    await scene.rows(`UPDATE helper_load SET recent_ask_times = '{}', fatigue = 0`);
    await scene.post(scene.asker(1).cookie);
    await scene.workOff();
    const { comparison } = (await read(idOf(northOf), north.cookie)).result();
    expect(comparison).toMatchObject({ waves: 1 });
    expect(comparison!.asked).toBeGreaterThan(0);
    expect(comparison!.askedInShadow).toBeGreaterThan(comparison!.asked);
    expect(comparison!.samePeople).toBeGreaterThan(0);
    const other = { preset: 'active', tempo: 'standard' } as const;
    const changed = (await change(idOf(northOf), north.cookie, { ...calm, shadow: other })).result();
    expect(changed.comparison).toBeNull();
  });

  it('is compared with what was tried in the shadow of an earlier generation as well, which is kept as it was chosen', async () => {
    const before = { preset: 'active', tempo: 'calm', generation: 'pace-2' } as const;
    const tried = (await change(idOf(northOf), north.cookie, { ...calm, shadow: before })).result();
    expect(tried).toMatchObject({ generationBefore: 'pace-2', shadow: before, comparison: null });
    expect(tried.changes[0]).toMatchObject({ toShadow: before });
    const written = `SELECT shadow_policy FROM association WHERE id = $1 AND policy_generation IS NOT DISTINCT FROM 'pace-3'`;
    expect(await noted()).toBe(1);
    expect(await scene.rows(written, [idOf(northOf)])).toStrictEqual([{ shadow_policy: 'pace-2/active/calm' }]);
    expect((await change(idOf(northOf), north.cookie, { ...calm, shadow: before })).result().changes).toHaveLength(
      tried.changes.length,
    );
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    await scene.rows(`UPDATE helper_load SET recent_ask_times = '{}', fatigue = 0`);
    await scene.post(scene.asker(2).cookie);
    await scene.workOff();
    const { comparison } = (await read(idOf(northOf), north.cookie)).result();
    expect(comparison).toMatchObject({ waves: 1 });
    // The same names by the present numbers are something else.
    const now = { preset: 'active', tempo: 'calm' } as const;
    const changed = (await change(idOf(northOf), north.cookie, { ...calm, shadow: now })).result();
    expect([changed.comparison, changed.shadow]).toStrictEqual([null, { ...now, generation: 'pace-3' }]);
    expect(changed.changes[0]).toMatchObject({ fromShadow: before, toShadow: changed.shadow });
  });

  it('of a generation that is not there cannot be tried', async () => {
    const shadow = { preset: 'active', tempo: 'calm', generation: 'pace-0' } as unknown as PolicyToKeep['shadow'];
    expect((await change(idOf(northOf), north.cookie, { ...calm, shadow })).problem().code).toBe('invalid-input');
  });

  it('changes with an update of the service as well: written down once, by nobody, for each organisation that is behind', async () => {
    const counted = (organisation: number, cookie: string) =>
      read(idOf(organisation), cookie).then((answer) => answer.result().changes);
    const before = await counted(southOf, south.cookie);
    await scene.rows(`UPDATE association SET policy_generation = 'pace-2' WHERE id = $1`, [idOf(southOf)]);
    await scene.rows(`UPDATE association SET policy_generation = 'pace-99' WHERE id = $1`, [idOf(northOf)]);
    const northBefore = await counted(northOf, north.cookie);
    expect([await noted(), await noted()]).toStrictEqual([1, 0]);
    const after = await counted(southOf, south.cookie);
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toStrictEqual({
      at: expect.any(String),
      by: null,
      from: { preset: 'active', tempo: 'calm', generation: 'pace-2' },
      to: { preset: 'active', tempo: 'calm', generation: 'pace-3' },
      fromShadow: null,
      toShadow: null,
    });
    // Another program that knows a newer one runs beside this one: the two do not write against each other.
    expect(await counted(northOf, north.cookie)).toStrictEqual(northBefore);
  });

  it('shows how well chances are estimated, over the whole municipality and only for groups large enough', async () => {
    await scene.rows(
      `UPDATE ask SET learned_at = app_now() - interval '40 days', expected = 0.12, outcome = CASE WHEN ask.id < o.id THEN 'yes' ELSE 'silent' END
         FROM (SELECT id FROM ask ORDER BY id OFFSET 3 LIMIT 1) AS o`,
    );
    const count = await scene.count('SELECT 1 FROM ask');
    expect(count).toBeGreaterThanOrEqual(20);
    const { reliability } = (await read(idOf(northOf), north.cookie)).result();
    expect(reliability).toMatchObject({ answers: count, error: null, verdict: 'unknown', since: null });
    expect(reliability.bins).toMatchObject([{ from: 0.1, until: 0.15, asks: count, observed: 3 / count }]);
    await scene.rows(`UPDATE ask SET expected = 0.5 WHERE outcome = 'yes'`);
    const split = (await read(idOf(northOf), north.cookie)).result().reliability.bins;
    expect(split.at(-1)).toMatchObject({ from: 0.45, asks: 3, observed: null, likelyFrom: null });
  });

  it('says that the estimates are off since when, to every organisation of the municipality and to no other', async () => {
    const judged = async (cookie: string, organisation: number) =>
      (await read(idOf(organisation), cookie)).result().reliability;
    const since = new Date(tuesdayAfternoon - 48 * 3_600_000).toISOString();
    const drifted = (municipalityId: string) =>
      scene.rows(
        `INSERT INTO matching_drift VALUES ($1, 1, 9, $2)
         ON CONFLICT (municipality_id) DO UPDATE SET likelier = 1, less_likely = 9, since = EXCLUDED.since`,
        [municipalityId, since],
      );
    await drifted(scene.town.municipalityId);
    expect(await judged(north.cookie, northOf)).toMatchObject({ verdict: 'less-likely', since });
    expect(await judged(south.cookie, southOf)).toMatchObject({ verdict: 'less-likely', since });
    const elsewhere = await scene.app
      .get(UnitOfWork)
      .run(asSystem(newId()), (tx) => scene.app.get(CalibrationReadModel, { strict: false }).of(tx));
    expect(elsewhere).toStrictEqual({ asks: 0, error: null, groups: [], verdict: 'unknown', since: null });
  });

  it('names neighbourhoods in which less help is found, to whom looks after them', async () => {
    const tally = (area: string, requests: number, helped: number) =>
      scene.rows('INSERT INTO matching_area VALUES ($1, $2, $3, $4, app_now())', [
        scene.town.municipalityId,
        area,
        requests,
        helped,
      ]);
    await tally('', 1_000, 950);
    await tally(scene.code(northOf), 100, 80);
    const [name] = await scene.rows<{ name: string }>('SELECT name FROM neighbourhood WHERE code = $1', [
      scene.code(northOf),
    ]);
    expect((await read(idOf(northOf), north.cookie)).result().shortOfHelp).toStrictEqual([name!.name]);
    expect((await read(idOf(southOf), south.cookie)).result().shortOfHelp).toStrictEqual([]);
  });
});
