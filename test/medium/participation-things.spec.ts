import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Fact } from '@app/domain/participation/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { FactBook } from '../../src/features/participation/fact-book.js';
import { ErasePerson } from '../../src/features/people/erase-person.js';
import { Application, northOf } from '../support/application.js';
import { CircleScene } from './circle-scene.js';

jest.setTimeout(120_000);

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 8, askers: 8 });
});
afterAll(() => scene.close());

const asSystemOfTown = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  scene.app.get(UnitOfWork).run(asSystem(scene.town.municipalityId), work);
const rebuild = () => asSystemOfTown((tx) => scene.app.get(FactBook, { strict: false }).rebuild(tx));
const count = () =>
  scene.handle({
    name: 'participation.count',
    data: { municipalityId: scene.town.municipalityId },
    id: randomUUID(),
  });

describe('figures of what is no request', () => {
  const asMonitor = async (): Promise<string> => {
    const { personId } = scene.asker(7);
    await scene.rows(
      `INSERT INTO membership (municipality_id, id, person_id, role, created_at) VALUES ($1, $2, $3, 'monitor', app_now()) ON CONFLICT DO NOTHING`,
      [scene.town.municipalityId, randomUUID(), personId],
    );
    return scene.cookieOf(personId);
  };
  const kept = async (...measures: string[]): Promise<Record<string, number>> => {
    await count();
    const rows = await scene.rows<{ name: string; amount: number }>(
      `SELECT concat_ws(' ', measure, nullif(bucket, '')) AS name, sum(amount)::int AS amount, max(organisation_id) AS owner
         FROM participation_figure WHERE measure = ANY ($1) AND amount > 0 GROUP BY 1 ORDER BY 1`,
      [measures],
    );
    return Object.fromEntries(rows.map(({ name, amount }) => [name, amount]));
  };

  it('follow a question to the desk from asking to its answer, and past who is erased', async () => {
    const monitor = await asMonitor();
    const ask = async (index: number) =>
      (
        await scene.client.call('askDesk', {
          cookie: scene.asker(index).cookie,
          body: { text: 'Waar kan ik terecht?', neighbourhoodCode: scene.code(northOf) },
        })
      ).result().id;
    const [first, second] = [await ask(4), await ask(5)];
    const desk = () => kept('desk-questions', 'desk-themes', 'desk-handovers');
    expect(await desk()).toStrictEqual({ 'desk-questions open': 2 });

    const coordinator = await scene.organiser(northOf);
    const as = (cookie: string, version: number) => ({ id: first, cookie, headers: { 'if-match': `"${version}"` } });
    const to = { kind: 'welfare' as const, organisationId: null };
    (await scene.client.call('offerDeskQuestion', { ...as(coordinator.cookie, 1), body: { to } })).result();
    await scene.client.call('answerDeskOffer', { ...as(monitor, 2), body: { take: true } });
    const body = { text: 'Elke dinsdag in de Huiskamer.', theme: 'neighbours' as const };
    (await scene.client.call('answerDeskQuestion', { ...as(monitor, 3), body })).result();
    await asSystemOfTown((tx) => scene.app.get(ErasePerson, { strict: false }).run(tx, scene.asker(5).personId));
    expect(await scene.count('SELECT 1 FROM desk_question WHERE id = $1', [second])).toBe(1);
    expect(await desk()).toStrictEqual({
      'desk-questions 1-day': 1,
      'desk-questions withdrawn': 1,
      'desk-themes neighbours': 1,
      'desk-handovers welfare': 1,
    });
    expect((await rebuild()).corrected).toBe(0);
  });

  it('follow who wants to be called, until they take it back or there was contact', async () => {
    const ask = async (index: number) =>
      (
        await scene.client.call('askDesk', {
          cookie: scene.asker(index).cookie,
          body: { text: 'Het wordt mij veel.', neighbourhoodCode: scene.code(northOf), keepInTouch: true },
        })
      ).result();
    const [first, second] = [await ask(2), await ask(3)];
    const signals = () => kept('strain-signals', 'strain-themes');
    expect(await signals()).toStrictEqual({ 'strain-signals waiting': 2 });
    const { id } = second;
    await scene.client.call('setKeepInTouch', { id, cookie: scene.asker(3).cookie, body: { wanted: false } });
    expect(await signals()).toStrictEqual({ 'strain-signals waiting': 1 });
    const { cookie } = await scene.organiser(northOf);
    const body = { text: 'Wij spraken af dat ik elke maand bel.', theme: 'how-it-feels' as const };
    const headers = { 'if-match': `"${first.version}"` };
    (await scene.client.call('answerDeskQuestion', { id: first.id, cookie, headers, body })).result();
    expect(await signals()).toStrictEqual({ 'strain-signals followed': 1, 'strain-themes how-it-feels': 1 });
    expect((await rebuild()).corrected).toBe(0);
  });

  it('are made anew once when they were counted by older rules', async () => {
    await asSystemOfTown(async (tx) => {
      const book = scene.app.get(FactBook, { strict: false });
      const helped = { historyId: randomUUID(), kind: 'helped', at: tx.now, day: '2027-01-05', code: 'yes', amount: 1 };
      const place = { districtCode: 'WK900100', organisationId: '' };
      await book.lock(tx);
      await book.add(
        tx,
        ['a', 'b'].map((detail) => ({ ...helped, ...place, detail, id: randomUUID() }) as Fact),
      );
    });
    await scene.rows(`UPDATE participation_figure SET amount = settled WHERE measure = 'helps-by-load'`);
    const owner = new pg.Client({ connectionString: scene.database.url });
    await owner.connect();
    await owner.query(`SET app.scope = 'system'; SET app.municipality_id = '${scene.town.municipalityId}'`);
    await owner.query('INSERT INTO participation_recount VALUES ($1)', [scene.town.municipalityId]);
    await owner.end();
    const { helps } = await kept('helps');
    expect(helps).toBeGreaterThan(0);
    const load = Object.values(await kept('helps-by-load')).reduce((sum, amount) => sum + amount, 0);
    expect(load).toBe(helps);
    expect((await rebuild()).corrected).toBe(0);
  });

  it('tell who would come to turns of circles, once, and to no organisation', async () => {
    const circles = new CircleScene(scene);
    const caregiver = scene.asker(6);
    const id = await circles.circleOf(caregiver, { helper: [scene.neighbour(6)] });
    (await circles.plan(id, caregiver)).result();
    await circles.take((await circles.turn(id, caregiver)).id, scene.neighbour(6));
    await scene.wait('40 days');
    const over = (await scene.overdue()).filter(({ name }) => name === 'circles.end-turns');
    expect(over).toHaveLength(1);
    await scene.handle(over[0]!);
    expect((await scene.overdue()).filter(({ name }) => name === 'circles.end-turns')).toHaveLength(0);
    expect(await kept('circles', 'circle-turns')).toStrictEqual({
      circles: 1,
      'circle-turns member': 1,
      'circle-turns nobody': 3,
    });
    const seen = await scene.rows<{ owner: string }>(
      `SELECT DISTINCT organisation_id AS owner FROM participation_figure WHERE measure LIKE 'circle%'`,
    );
    expect(seen).toStrictEqual([{ owner: '' }]);
    expect((await rebuild()).corrected).toBe(0);
  });
});
