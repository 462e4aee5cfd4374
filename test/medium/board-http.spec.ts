import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@app/platform/crypto/new-id.js';
import { BoardScene, type BoardTown } from './board-scene.js';
import { RealtimeScene, watch } from './realtime-scene.js';

let scene: BoardScene;
let realtime: RealtimeScene;
let town: BoardTown;
let elsewhere: BoardTown;

beforeAll(async () => {
  scene = await BoardScene.open();
  town = await scene.addTown('stad.invalid');
  elsewhere = await scene.addTown('elders.invalid');
  realtime = await RealtimeScene.open(scene);
});
afterAll(async () => {
  await realtime.close();
  await scene.close();
});

/** Well formed, and nobody's. */
const noAssociation = '01a20155-d432-71f0-ad40-ce7ab1b5f273';

describe('coming back', () => {
  it('finds with `since` all of 200 changes that happened while away', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, () =>
        scene.insertRequest(town, { associationId: town.desk, neighbourhoodCode: town.codes.uncovered }),
      ),
    );
    for (const id of ids.slice(0, 10)) await realtime.project(town, id);
    const read = async (query = '') =>
      (await (await realtime.get(`/v1/board?associationId=${town.desk}${query}`)).json()) as {
        sequence: number;
        requests: { id: string }[];
        removed: string[];
      };
    const client = await realtime.connect({ cookie: realtime.visitor() });
    const start = await watch(client, { associationId: town.desk });
    if (!start.ok) throw new Error(start.code);
    const held = new Map((await read()).requests.map((entry) => [entry.id, entry]));
    client.disconnect();
    const statuses = ['matched', 'confirmed', 'open', 'cancelled', 'open'];
    for (let event = 0; event < 200; event += 1) {
      const id = ids[event % ids.length] ?? '';
      await scene.setStatus(town, id, statuses[(event + Math.floor(event / ids.length)) % statuses.length] ?? 'open');
      await realtime.project(town, id);
    }
    const back = await realtime.connect({ cookie: realtime.visitor() });
    const now = await watch(back, { associationId: town.desk, since: start.sequence });
    const missed = await read(`&since=${start.sequence}`);
    for (const entry of missed.requests) held.set(entry.id, entry);
    for (const id of missed.removed) held.delete(id);
    const whole = await read();
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect([...held.values()].toSorted(byId)).toStrictEqual(whole.requests.toSorted(byId));
    expect(now).toMatchObject({ ok: true, sequence: whole.sequence });
    expect(missed.sequence).toBe(whole.sequence);
    expect(whole.sequence).toBeGreaterThan(start.sequence + 100);
  });
});

describe('GET /v1/board', () => {
  it('says the same of a foreign and of a missing association: 404', async () => {
    const foreign = await realtime.get(`/v1/board?associationId=${elsewhere.east}`);
    const missing = await realtime.get(`/v1/board?associationId=${newId()}`);
    const body = async (response: Response) => ({ ...((await response.json()) as object), instance: '' });
    expect(foreign.status).toBe(404);
    expect(missing.status).toBe(404);
    expect(await body(foreign)).toStrictEqual(await body(missing));
  });

  it.each([
    '',
    '?since=1',
    `?associationId=x`,
    `?neighbourhoodCode=BU10010001&associationId=${noAssociation}`,
    '?neighbourhoodCode=BU10010001&since=-1',
  ])('refuses %j with all its faults', async (query) => {
    const response = await realtime.get(`/v1/board${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid-input', errors: [{ path: expect.any(String) }] });
  });
});
