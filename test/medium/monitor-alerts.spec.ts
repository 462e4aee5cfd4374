import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { quarterLater, type Quarter } from '@app/domain/participation/index.js';
import { Application, northOf } from '../support/application.js';

const code = 'GM9001';
const [helpedLess, askedMuch] = ['WK900100', 'WK900101'];
let now: Quarter;
let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 2, askers: 4 });
  now = await quarterNow();
  await store(quarterLater(now, -1), helpedLess, [
    ['helped', 38],
    ['not-helped', 11],
  ]);
  await store(now, helpedLess, [
    ['helped', 20],
    ['not-helped', 20],
  ]);
  await storeAs('people-asked', now, askedMuch, [['5-9', 40]]);
  await storeAs('asks', now, askedMuch, [['', 280]]);
});
afterAll(() => scene.close());

async function quarterNow(): Promise<Quarter> {
  const [row] = await scene.rows<{ quarter: Quarter }>(`SELECT to_char(app_now(), 'YYYY-"Q"Q') AS quarter`);
  return row!.quarter;
}
type Amounts = readonly (readonly [string, number])[];
const store = (quarter: Quarter, district: string, amounts: Amounts) => storeAs('requests', quarter, district, amounts);
async function storeAs(measure: string, quarter: Quarter, district: string, amounts: Amounts): Promise<void> {
  for (const [bucket, amount] of amounts)
    await scene.rows(
      `INSERT INTO participation_figure (municipality_id, quarter, district_code, organisation_id, measure, bucket, amount)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [scene.town.municipalityId, quarter, district, scene.town.organisationIds[northOf]!, measure, bucket, amount],
    );
}

async function follower(number: number): Promise<string> {
  const { personId } = scene.asker(number);
  await scene.rows(
    `INSERT INTO membership (municipality_id, id, person_id, role, created_at) VALUES ($1, $2, $3, 'monitor', app_now()) ON CONFLICT DO NOTHING`,
    [scene.town.municipalityId, randomUUID(), personId],
  );
  return scene.cookieOf(personId);
}
const alerts = async (cookie: string) =>
  (await scene.client.call('listMonitorAlerts', { id: code, cookie })).result().alerts;
const acknowledge = (cookie: string, key: string, id = code) =>
  scene.client.call('acknowledgeAlert', { id, cookie, body: { key } });

describe('alerts of the monitor', () => {
  it('tell where fewer requests are helped and who is asked too often, and hold for everybody', async () => {
    const found = await alerts(await follower(0));
    expect(found.map(({ kind, quarter, isOver }) => [kind, quarter, isOver])).toStrictEqual(
      expect.arrayContaining([
        ['fill-drops', now, false],
        ['over-asked', now, false],
      ]),
    );
    const fall = found.find(({ kind, place }) => kind === 'fill-drops' && place !== null);
    expect(fall?.before).toBeCloseTo(0.8, 1);
    expect(fall?.now).toBeCloseTo(0.5, 1);
    expect(found.every(({ acknowledged }) => acknowledged === null)).toBe(true);
    expect(await alerts(await follower(1))).toStrictEqual(found);
  });

  it('are looked into by whoever was first, also when two say so at once', async () => {
    const [one, other] = [await follower(0), await follower(1)];
    const [first] = await alerts(one);
    const said = await Promise.all([acknowledge(one, first!.key), acknowledge(other, first!.key)]);
    const names = said.map((answer) => answer.result().acknowledged);
    expect(names[0]).toStrictEqual(names[1]);
    expect((await alerts(other))[0]).toMatchObject({ key: first!.key, acknowledged: names[0] });
    const [rows] = await scene.rows<{ count: number }>('SELECT count(*)::int AS count FROM alert_acknowledgement');
    expect(rows?.count).toBe(1);
  });

  it('are nobody else’s', async () => {
    const [first] = await alerts(await follower(0));
    const coordinator = await scene.organiser(northOf);
    for (const cookie of [coordinator.cookie, scene.neighbour(1).cookie]) {
      expect((await scene.client.call('listMonitorAlerts', { id: code, cookie })).problem().code).toBe('not-allowed');
      expect((await acknowledge(cookie, first!.key)).problem().code).toBe('not-allowed');
    }
    expect((await scene.client.call('listMonitorAlerts', { id: code })).problem().code).toBe('not-signed-in');
    const cookie = await follower(0);
    expect((await acknowledge(cookie, first!.key, 'GM0001')).problem().code).toBe('not-found');
    expect((await acknowledge(cookie, 'fill-drops/2020-Q1/all')).problem().code).toBe('not-found');
  });

  it('stand on in the next quarter until somebody looked into them a month ago', async () => {
    const before = await alerts(await follower(0));
    const taken = before.filter(({ acknowledged }) => acknowledged !== null).map(({ key }) => key);
    expect(taken).toHaveLength(1);
    await scene.wait('92 days');
    // Nobody stays signed in so long.
    const later = await follower(2);
    expect(await quarterNow()).toBe(quarterLater(now, 1));
    const after = await alerts(later);
    expect(after.map(({ key, isOver }) => [key, isOver])).toStrictEqual(
      before.filter(({ key }) => !taken.includes(key)).map(({ key }) => [key, true]),
    );
    const key = after[0]!.key;
    (await acknowledge(later, key)).result();
    expect((await alerts(later)).find((alert) => alert.key === key)?.acknowledged).not.toBeNull();
    await scene.wait('31 days');
    expect((await alerts(await follower(3))).map((alert) => alert.key)).not.toContain(key);
  });
});
