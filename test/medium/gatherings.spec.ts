import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { GatheringChange, NewGathering } from '@app/contracts/http/gathering-shapes.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, southOf } from '../support/application.js';
import { firstCoffee, GatheringScene, hour } from './gathering-scene.js';

jest.setTimeout(120_000);

let scene: Application;
let at: GatheringScene;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 6 });
  at = await GatheringScene.of(scene);
});
afterAll(() => scene.close());
beforeEach(() => scene.setClock(tuesdayAfternoon));

describe('a gathering that is announced', () => {
  it('is read by everybody, with every date on the clock of the wall, and nothing of who comes', async () => {
    const id = await at.announce({ title: 'Koffie voor iedereen', seats: 20 });
    await at.come(await at.firstDate(id), scene.neighbour(0), 2);
    const found = await at.look(id);
    expect(found).toMatchObject({ title: 'Koffie voor iedereen', words: at.about().words, everyWeeks: 1, seats: 20 });
    // Summer time begins on the 28th: ten o'clock stays ten o'clock.
    expect(found.dates.map(({ startsAt }) => startsAt)).toStrictEqual([
      '2027-03-09T09:00:00.000Z',
      '2027-03-16T09:00:00.000Z',
      '2027-03-23T09:00:00.000Z',
      '2027-03-30T08:00:00.000Z',
    ]);
    expect(found.dates[0]).toMatchObject({ full: false, mine: null });
    expect(JSON.stringify(found)).not.toMatch(/expected|coming|visitor/);
    const listed = (await scene.client.call('listGatherings', {})).result().gatherings;
    expect(listed.find((one) => one.id === id)?.next.startsAt).toBe('2027-03-09T09:00:00.000Z');
    const elsewhere = { query: { neighbourhoodCode: scene.code(southOf) } };
    expect((await scene.client.call('listGatherings', elsewhere)).result().gatherings).toStrictEqual([]);
  });

  it('is once, or refused when it lies in the past, elsewhere or with another association', async () => {
    const once = await at.announce({ everyWeeks: null, untilDay: null });
    expect((await at.look(once)).dates).toHaveLength(1);
    const refusal = async (cookie: string, changes: Partial<NewGathering>) =>
      (await scene.client.call('announceGathering', { cookie, body: at.announcing(changes) })).problem().code;
    expect(await refusal(at.north.cookie, { day: '2027-03-01', everyWeeks: null, untilDay: null })).toBe(
      'window-in-past',
    );
    expect(await refusal(at.north.cookie, { neighbourhoodCode: 'BU99999999' })).toBe('unknown-neighbourhood');
    expect(await refusal(at.south.cookie, {})).toBe('not-allowed');
    expect(await refusal(scene.asker(0).cookie, {})).toBe('not-allowed');
  });
});

describe('who comes', () => {
  it('says so with one tap, changes with how many, and takes it back', async () => {
    const id = await at.announce();
    const date = await at.firstDate(id);
    const person = scene.neighbour(1);
    expect((await at.come(date, person)).status).toBe(204);
    expect((await at.look(id, person.cookie)).dates[0]?.mine).toStrictEqual({ extra: 0 });
    await at.come(date, person, 3);
    expect((await at.look(id, person.cookie)).dates[0]?.mine).toStrictEqual({ extra: 3 });
    expect((await at.look(id, scene.neighbour(2).cookie)).dates[0]?.mine).toBeNull();
    expect((await at.managed(id))?.dates[0]).toMatchObject({ expected: 4, actions: ['cancel'] });
    await scene.client.call('leaveGathering', { id: date, cookie: scene.neighbour(2).cookie });
    expect((await at.managed(id))?.dates[0]?.expected).toBe(4);
    await scene.client.call('leaveGathering', { id: date, cookie: person.cookie });
    expect((await at.look(id, person.cookie)).dates[0]?.mine).toBeNull();
    expect((await at.managed(id))?.dates[0]?.expected).toBe(0);
  });

  it('gets the last seat once, however many ask for it at the same time', async () => {
    const id = await at.announce({ seats: 3 });
    const date = await at.firstDate(id);
    const people = [2, 3, 4, 5, 6, 7].map((index) => scene.neighbour(index));
    const statuses = await Promise.all(people.map(async (person) => (await at.come(date, person)).status));
    expect(statuses.toSorted((a, b) => a - b)).toStrictEqual([204, 204, 204, 409, 409, 409]);
    expect((await at.look(id)).dates[0]?.full).toBe(true);
    const seated = people[statuses.indexOf(204)]!;
    // Who has a seat cannot bring somebody for whom there is none, and keeps the seat.
    expect((await at.come(date, seated, 1)).problem().code).toBe('not-open');
    expect((await at.look(id, seated.cookie)).dates[0]?.mine).toStrictEqual({ extra: 0 });
  });

  it('is known to nobody else: not to an organiser, not to another person', async () => {
    const id = await at.announce();
    const person = scene.neighbour(8);
    await at.come(await at.firstDate(id), person);
    const seen = async (scope: object) =>
      scene.app
        .get(UnitOfWork)
        .query(
          { municipalityId: scene.town.municipalityId, scope: 'person', ...scope } as never,
          'SELECT 1 FROM gathering_visit WHERE person_id = $1',
          [person.personId],
        );
    expect(await seen({ personId: person.personId })).toHaveLength(1);
    expect(await seen({ personId: scene.neighbour(9).personId })).toHaveLength(0);
    expect(await seen({ personId: randomUUID(), organisationIds: [at.northId()] })).toHaveLength(0);
    const answer = JSON.stringify(await at.managed(id));
    expect(answer).not.toContain(person.personId);
    expect(answer).not.toContain(person.givenName);
  });

  it('is reminded the evening before, once, with the time for a calendar', async () => {
    const id = await at.announce({ title: 'Koffie met herinnering' });
    const [early, late] = [scene.neighbour(1), scene.neighbour(2)];
    await at.come(await at.firstDate(id), early);
    await at.job('gatherings.remind');
    expect(at.mails(early).filter((subject) => subject.includes('herinnering'))).toStrictEqual([]);
    await scene.setClock(firstCoffee - 16 * hour + 1_000);
    await at.come(await at.firstDate(id), late);
    await at.job('gatherings.remind');
    await at.job('gatherings.remind');
    const told = (person: GeneratedPerson) => at.mails(person).filter((subject) => subject.includes('herinnering'));
    expect(told(early)).toStrictEqual(['Koffie met herinnering: morgen om 10:00 uur']);
    expect(told(late)).toStrictEqual([]);
    const [letter] = scene.sink.list({ to: early.email });
    expect(JSON.stringify(letter)).toContain('ontmoeting.ics');
  });
});

describe('an organiser', () => {
  it('cancels one date: who would come is told, another date stands', async () => {
    const id = await at.announce({ title: 'Koffie die vervalt' });
    const { dates } = await at.look(id);
    const [one, other] = [scene.neighbour(3), scene.neighbour(4)];
    await at.come(dates[0]!.id, one);
    await at.come(dates[1]!.id, other);
    const { cookie } = at.north;
    expect((await scene.client.call('cancelGatheringDate', { id: dates[0]!.id, cookie })).status).toBe(204);
    await scene.client.call('cancelGatheringDate', { id: dates[0]!.id, cookie });
    await scene.workOff();
    expect(at.mails(one).filter((subject) => subject.includes('vervalt'))).toStrictEqual([
      'Gaat niet door: Koffie die vervalt',
    ]);
    expect(at.mails(other).filter((subject) => subject.includes('vervalt'))).toStrictEqual([]);
    expect((await at.look(id)).dates.map(({ status }) => status).slice(0, 2)).toStrictEqual(['cancelled', 'planned']);
    expect((await at.come(dates[0]!.id, other)).problem().code).toBe('not-active-any-more');
  });

  it('tells at night what is off in the morning at once, and what is off later in the morning', async () => {
    const night = firstCoffee - 11 * hour;
    const [near, far] = [
      await at.announce({ title: 'Koffie van morgen' }),
      await at.announce({ title: 'Koffie van later' }),
    ];
    const person = scene.neighbour(5);
    await at.come((await at.look(near)).dates[0]!.id, person);
    await at.come((await at.look(far)).dates[1]!.id, person);
    await scene.setClock(night);
    await scene.client.call('endGathering', { id: near, cookie: at.north.cookie });
    await scene.client.call('endGathering', { id: far, cookie: at.north.cookie });
    await scene.workOff();
    const told = at.mails(person).filter((subject) => subject.startsWith('Gaat niet door'));
    expect(told).toStrictEqual(['Gaat niet door: Koffie van morgen']);
    expect(await at.managed(near)).toMatchObject({ ended: true });
  });

  it('changes the time of all dates to come, and who would come hears of it', async () => {
    const id = await at.announce({ title: 'Koffie verplaatst' });
    const person = scene.neighbour(6);
    await at.come(await at.firstDate(id), person);
    const edit = (changes: Partial<GatheringChange>, { cookie } = at.north) =>
      scene.client.call('editGathering', { id, cookie, body: at.about({ title: 'Koffie verplaatst', ...changes }) });
    await edit({ words: 'Met taart.' });
    await scene.workOff();
    expect(at.mails(person).filter((subject) => subject.startsWith('Veranderd'))).toStrictEqual([]);
    expect((await edit({ time: '14:30' })).status).toBe(204);
    await scene.workOff();
    expect(at.mails(person).filter((subject) => subject.startsWith('Veranderd'))).toStrictEqual([
      'Veranderd: Koffie verplaatst',
    ]);
    expect((await at.look(id)).dates[3]?.startsAt).toBe('2027-03-30T12:30:00.000Z');
    expect((await edit({ time: '15:00' }, at.south)).problem().code).toBe('not-found');
  });

  it('notes how many came, corrects it, and is asked for it when three days have passed', async () => {
    const id = await at.announce({ everyWeeks: null, untilDay: null });
    const date = await at.firstDate(id);
    await at.come(date, scene.neighbour(7), 1);
    expect((await at.note(date, 4)).problem().code).toBe('not-open');
    await scene.setClock(firstCoffee + 3 * hour);
    await at.job('gatherings.end-dates');
    expect(await scene.count('SELECT 1 FROM gathering_visit WHERE gathering_date_id = $1', [date])).toBe(0);
    expect((await at.managed(id))?.dates[0]).toMatchObject({ expected: 2, outcome: null, actions: ['note'] });
    const asked = async ({ cookie } = at.north) =>
      (await scene.client.call('listWorkItems', { cookie }))
        .result()
        .items.filter(({ kind, subjectId }) => kind === 'gathering' && subjectId === date);
    expect(await asked()).toStrictEqual([]);
    await scene.setClock(firstCoffee + 75 * hour);
    expect(await asked()).toMatchObject([{ givenName: '', organisationId: at.northId() }]);
    expect(await asked(at.south)).toStrictEqual([]);
    expect((await at.note(date, 14, at.south)).problem().code).toBe('not-found');
    expect((await at.note(date, 41)).status).toBe(204);
    expect((await at.note(date, 14)).status).toBe(204);
    expect(await asked()).toStrictEqual([]);
    expect((await at.managed(id))?.dates[0]).toMatchObject({ outcome: 'held', came: 14 });
    const acts = await scene.rows<{ act: string }>(
      'SELECT act FROM audit_entry WHERE about_id = ANY ($1::uuid[]) ORDER BY at, id',
      [[id, date]],
    );
    expect(acts.map(({ act }) => act)).toStrictEqual(['gathering-announced', 'gathering-noted', 'gathering-noted']);
  });
});
