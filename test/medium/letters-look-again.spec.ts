import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { LettersAreNoAsks1763800013800 } from '@app/platform/database/migrations/1763800013800-letters-are-no-asks.js';
import type { CoordinationScene } from './coordination-scene.js';
import { openWillingScene } from './willing-scene.js';

let at: CoordinationScene;
const people = 20;

beforeAll(async () => {
  at = await openWillingScene(people);
});
afterAll(() => at.close());

beforeEach(async () => {
  const app = at.application;
  await app.rows('DELETE FROM campaign');
  await app.rows(
    `UPDATE helper_load SET asks_total = 0, helps_completed = 0, recent_ask_times = '{}', last_declined_at = NULL,
            last_completed_at = NULL, first_help_at = NULL, asking = false, own_requests = '{}', own_acute_requests = '{}'`,
  );
  await app.rows('UPDATE helper_profile SET helps_while_asking = false');
  await app.workOff();
  app.sink.clear();
});

/** What may happen to somebody between the draw and the letter; the last three keep nobody from it. */
const fates: readonly (readonly [what: string, happens: (personId: string) => Promise<unknown>])[] = [
  ['was asked', (id) => load(id, 'asks_total = 1')],
  ['helped', (id) => load(id, 'helps_completed = 1')],
  ['asks for help', (id) => load(id, 'asking = true')],
  ['asked often', (id) => load(id, `own_requests = ${threeDays}`)],
  ['said no', (id) => load(id, `last_declined_at = app_now() - interval '23 hours'`)],
  ['just helped', (id) => load(id, `last_completed_at = app_now() - interval '71 hours'`)],
  ['said no before', (id) => load(id, `last_declined_at = app_now() - interval '25 hours'`)],
  ['asked often and helps meanwhile', (id) => load(id, `own_requests = ${threeDays}`).then(() => helpsMeanwhile(id))],
  ['lived on', () => Promise.resolve()],
];
const threeDays = `ARRAY[app_now() - interval '3 days', app_now() - interval '2 days', app_now() - interval '1 day']`;
const free = ['said no before', 'asked often and helps meanwhile', 'lived on'];

const load = (personId: string, change: string) =>
  at.application.rows(`UPDATE helper_load SET ${change} WHERE person_id = $1`, [personId]);
const helpsMeanwhile = (personId: string) =>
  at.application.rows('UPDATE helper_profile SET helps_while_asking = true WHERE person_id = $1', [personId]);

async function draw(): Promise<Map<string, string>> {
  const body = { segment: 'never-asked' as const, words: '' };
  const { organisationId: id, cookie } = at.north;
  expect((await at.application.client.call('startCampaign', { id, cookie, body })).result()).toMatchObject({
    invited: 10,
    heldOut: 10,
  });
  const invited = await at.application.rows<{ person_id: string }>(
    `SELECT person_id FROM invitation WHERE arm = 'invited' ORDER BY position`,
  );
  return new Map(fates.map(([what], index) => [what, invited[index]!.person_id]));
}

/** Of whom each fate befell, who got a letter; and how many more did. */
function readers(who: ReadonlyMap<string, string>): { readonly fates: string[]; readonly letters: number } {
  const letters = at.application.sink.list({}).filter(({ subject }) => subject.includes('iets kleins'));
  const to = new Set(letters.map(({ to: address }) => address));
  const mailOf = (personId: string) => at.application.town.neighbours.find((one) => one.personId === personId)!.email;
  return {
    fates: [...who].filter(([, personId]) => to.has(mailOf(personId))).map(([what]) => what),
    letters: letters.length,
  };
}

describe('the group is looked at again', () => {
  it('when it is somebody’s turn: whoever left it is passed over, and stays in the part they were drawn into', async () => {
    const app = at.application;
    const who = await draw();
    for (const [what, happens] of fates) await happens(who.get(what)!);
    await app.workOff();
    expect(readers(who)).toStrictEqual({ fates: free, letters: free.length + 1 });
    const passedOver = await app.rows<{ arm: string; times: number }>(
      `SELECT i.arm, cardinality(l.recent_ask_times) AS times FROM invitation i JOIN helper_load l USING (municipality_id, person_id)
        WHERE i.written_at IS NULL AND i.arm = 'invited'`,
    );
    expect(passedOver).toStrictEqual(
      Array.from({ length: fates.length - free.length }, () => ({ arm: 'invited', times: 0 })),
    );
  });

  it('when the letter leaves: it is held back, and takes no place in the week', async () => {
    const app = at.application;
    const who = await draw();
    const held = await app.workOff('notifications.send');
    const messages = held.filter(({ name }) => name === 'notifications.send');
    expect(messages).toHaveLength(10);
    for (const [what, happens] of fates) await happens(who.get(what)!);
    for (const message of messages) await app.handle(message);
    expect(readers(who)).toStrictEqual({ fates: free, letters: free.length + 1 });
    const weeks = await app.rows<{ withheld: boolean; times: number; people: number }>(
      `SELECT i.withheld_at IS NOT NULL AS withheld, cardinality(l.recent_ask_times) AS times, count(*)::int AS people
         FROM invitation i JOIN helper_load l USING (municipality_id, person_id)
        WHERE i.arm = 'invited' GROUP BY 1, 2 ORDER BY 1`,
    );
    expect(weeks).toStrictEqual([
      { withheld: false, times: 1, people: free.length + 1 },
      { withheld: true, times: 0, people: fates.length - free.length },
    ]);
  });
});

describe('letters that were once counted as asks', () => {
  const migration = new LettersAreNoAsks1763800013800();
  /** What is counted of who got a letter, and of who got none. */
  async function ever(): Promise<Readonly<Record<string, number[]>>> {
    const rows = await at.application.rows<{ which: string; counted: number[] }>(
      `SELECT CASE WHEN i.written_at IS NULL THEN 'none' ELSE 'letter' END AS which, array_agg(DISTINCT l.asks_total) AS counted
         FROM invitation i JOIN helper_load l USING (municipality_id, person_id) GROUP BY 1`,
    );
    return Object.fromEntries(rows.map(({ which, counted }) => [which, counted]));
  }

  it('are taken out again, and nothing of who was really asked or got none', async () => {
    const app = at.application;
    const runner = { query: (sql: string) => app.rows(sql) } as unknown as QueryRunner;
    await draw();
    await app.workOff();
    await app.rows('UPDATE helper_load SET asks_total = 3');
    await migration.up(runner);
    expect(await ever()).toStrictEqual({ letter: [2], none: [3] });
    await migration.down(runner);
    expect(await ever()).toStrictEqual({ letter: [3], none: [3] });
    await app.rows('UPDATE helper_load SET asks_total = 0');
    await migration.up(runner);
    expect(await ever()).toStrictEqual({ letter: [0], none: [0] });
  });
});
