import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { PersonalDataHolders } from '@app/platform/personal-data/personal-data.js';
import { FactBook } from '../../src/features/participation/fact-book.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, southOf } from '../support/application.js';
import { GatheringScene } from './gathering-scene.js';

jest.setTimeout(120_000);

let scene: Application;
let at: GatheringScene;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 6 });
  at = await GatheringScene.of(scene);
});
afterAll(() => scene.close());
beforeEach(() => scene.setClock(tuesdayAfternoon));

describe('the figures of gatherings', () => {
  const count = () =>
    scene.handle({
      name: 'participation.count',
      data: { municipalityId: scene.town.municipalityId },
      id: randomUUID(),
    });
  const figures = async (organisationId: string): Promise<Record<string, number>> => {
    await count();
    const rows = await scene.rows<{ name: string; amount: number }>(
      `SELECT concat_ws(' ', quarter, measure, bucket) AS name, sum(amount)::int AS amount FROM participation_figure
        WHERE measure LIKE 'gathering%' AND organisation_id = $1 AND amount > 0 GROUP BY 1 ORDER BY 1`,
      [organisationId],
    );
    return Object.fromEntries(rows.map(({ name, amount }) => [name, amount]));
  };

  it('count what was held and who came, also when it is corrected, and are the same made anew', async () => {
    const southId = scene.town.organisationIds[southOf] ?? '';
    const body = at.announcing({
      associationId: southId,
      neighbourhoodCode: scene.code(southOf),
      kind: 'caregiver-cafe',
    });
    const { id } = (await scene.client.call('announceGathering', { cookie: at.south.cookie, body })).result();
    const dates = (await at.look(id)).dates.map((date) => date.id);
    await scene.client.call('cancelGatheringDate', { id: dates[2]!, cookie: at.south.cookie });
    await scene.setClock(Date.parse('2027-03-31T12:00:00Z'));
    await at.job('gatherings.end-dates');
    expect(await figures(southId)).toStrictEqual({
      '2027-Q1 gatherings cancelled': 1,
      '2027-Q1 gatherings untold': 3,
    });
    await at.note(dates[0]!, 80, at.south);
    await at.note(dates[0]!, 8, at.south);
    await at.note(dates[1]!, 12, at.south);
    await at.note(dates[3]!, null, at.south);
    expect(await figures(southId)).toStrictEqual({
      '2027-Q1 gathering-peaks caregiver-cafe': 12,
      '2027-Q1 gathering-visits caregiver-cafe': 20,
      '2027-Q1 gatherings cancelled': 1,
      '2027-Q1 gatherings held': 2,
      '2027-Q1 gatherings not-held': 1,
    });
    const { corrected } = await scene.app
      .get(UnitOfWork)
      .run(asSystem(scene.town.municipalityId), (tx) => scene.app.get(FactBook, { strict: false }).rebuild(tx));
    expect(corrected).toBe(0);
  });
});

describe('what is kept of who comes', () => {
  it('is in the export of that person alone, and goes with the account', async () => {
    const id = await at.announce({ title: 'Koffie in de uitvoer' });
    const person = scene.neighbour(10);
    await at.come(await at.firstDate(id), person, 1);
    const holders = scene.app.get(PersonalDataHolders);
    const within = <T>(work: Parameters<UnitOfWork['run']>[1]) =>
      scene.app.get(UnitOfWork).run(asSystem(scene.town.municipalityId), work) as Promise<T>;
    const exported = (personId: string) => within<Record<string, unknown>>((tx) => holders.exportOf(tx, personId));
    expect((await exported(person.personId))['gatherings']).toMatchObject({
      visits: [{ title: 'Koffie in de uitvoer', broughtAlong: 1 }],
    });
    expect((await exported(scene.neighbour(11).personId))['gatherings']).toStrictEqual({ visits: [] });
    await within((tx) => holders.erase(tx, person.personId));
    expect(await scene.count('SELECT 1 FROM gathering_visit WHERE person_id = $1', [person.personId])).toBe(0);
  });
});
