import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Participation } from '@app/contracts/http/participation.js';
import { Application, northOf, southOf } from '../support/application.js';

const code = 'GM9001';
// The quarter of the Tuesday on which the product clock stands.
let now: string;
let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 6, askers: 8 });
  const [row] = await scene.rows<{ quarter: string }>(`SELECT to_char(app_now(), 'YYYY-"Q"Q') AS quarter`);
  now = row!.quarter;
});
afterAll(() => scene.close());

const north = () => scene.town.organisationIds[northOf]!;

async function cookieWith(role: string): Promise<string> {
  const { personId } = scene.asker(7);
  await scene.rows(
    `INSERT INTO membership (municipality_id, id, person_id, role, created_at) VALUES ($1, $2, $3, $4, app_now()) ON CONFLICT DO NOTHING`,
    [scene.town.municipalityId, randomUUID(), personId, role],
  );
  return scene.cookieOf(personId);
}
const figures = async (cookie: string, query: Readonly<Record<string, string>> = {}, id = code) =>
  scene.client.call('getParticipation', { id, cookie, query: { from: now, until: now, ...query } });

describe('who sees the figures', () => {
  it('is the own organisation exactly, and a follower of the municipality without small numbers', async () => {
    await scene.rows(
      `INSERT INTO participation_figure (municipality_id, quarter, district_code, organisation_id, measure, bucket, amount)
       SELECT $1, $2, district, $3, 'willing', 'not-yet', amount FROM (VALUES ('WK900100', 9), ('WK900101', 13)) AS v(district, amount)
       ON CONFLICT (municipality_id, quarter, district_code, organisation_id, measure, bucket) DO UPDATE SET amount = excluded.amount`,
      [scene.town.municipalityId, now, north()],
    );
    const willing = ({ cells }: Participation) =>
      cells
        .filter(({ measure, bucket, districtCode }) => measure === 'willing' && bucket === 'not-yet' && districtCode)
        .map(({ districtCode, amount }) => [districtCode, amount])
        .filter(([district]) => district === 'WK900100' || district === 'WK900101');
    const coordinator = await scene.organiser(northOf);
    const exact = (await figures(coordinator.cookie, { associationId: north() })).result();
    expect([exact.exact, ...willing(exact)]).toStrictEqual([true, ['WK900100', 9], ['WK900101', 13]]);

    const monitor = await cookieWith('monitor');
    const rounded = (await figures(monitor)).result();
    expect([rounded.exact, ...willing(rounded)]).toStrictEqual([false, ['WK900101', 15]]);
    for (const { amount } of [...rounded.cells, ...rounded.totals]) {
      expect(amount).toBeGreaterThanOrEqual(10);
      expect(amount % 5).toBe(0);
    }
  });

  it('tells a curious follower no more by other questions, or by looking again', async () => {
    const monitor = await cookieWith('monitor');
    const before = (await figures(monitor)).result();
    // Of one organisation: beside the figures of all it would tell of the others.
    expect((await figures(monitor, { associationId: north() })).problem().code).toBe('not-found');
    // Of more quarters at once: the same numbers for the same quarter.
    const longer = (await figures(monitor, { from: '2020-Q1' })).result();
    const ofNow = ({ cells }: Participation) => cells.filter(({ quarter }) => quarter === now);
    expect(ofNow(longer)).toStrictEqual(ofNow(before));
    // After somebody did something: nothing, until the next week.
    const more = () =>
      scene.rows(
        `UPDATE participation_figure SET amount = amount + 1 WHERE measure = 'willing' AND district_code = 'WK900100'`,
      );
    await more();
    expect((await figures(monitor)).result()).toStrictEqual(before);
    await scene.wait('8 days');
    const later = (await figures(monitor)).result();
    expect(later.asOf > before.asOf).toBe(true);
    expect(later.cells).not.toStrictEqual(before.cells);
  });

  it('explains every figure it gives', async () => {
    const answer = (await figures(await cookieWith('monitor'))).result();
    const defined = answer.definitions.map(({ measure }) => measure);
    expect(defined).toStrictEqual(expect.arrayContaining([...new Set(answer.cells.map(({ measure }) => measure))]));
    for (const { definition } of answer.definitions) expect(definition).toMatch(/^[^.]+\.$/);
  });

  it('is nobody else', async () => {
    const coordinator = await scene.organiser(northOf);
    const other = await scene.organiser(southOf);
    const codeOf = async (cookie: string, query: Readonly<Record<string, string>> = {}, id = code) =>
      (await figures(cookie, query, id)).problem().code;
    expect(await codeOf(other.cookie, { associationId: north() })).toBe('not-found');
    expect(await codeOf(coordinator.cookie)).toBe('not-found');
    expect(await codeOf(scene.neighbour(5).cookie, { associationId: north() })).toBe('not-allowed');
    expect(
      (await scene.client.call('getParticipation', { id: code, query: { from: now, until: now } })).problem().code,
    ).toBe('not-signed-in');
    const monitor = await cookieWith('monitor');
    expect(await codeOf(monitor, {}, 'GM0001')).toBe('not-found');
    expect(await codeOf(monitor, { associationId: randomUUID() })).toBe('not-found');
  });
});
