import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { GatheringChange, NewGathering } from '@app/contracts/http/gathering-shapes.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { PersonalDataHolders } from '@app/platform/personal-data/personal-data.js';
import { FactBook } from '../../src/features/participation/fact-book.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, northOf, southOf } from '../support/application.js';

jest.setTimeout(120_000);

const hour = 3_600_000;
/** The first coffee: the Tuesday after, at ten. */
const firstCoffee = tuesdayAfternoon + 7 * 24 * hour - 4 * hour;

const change: GatheringChange = {
  kind: 'coffee',
  title: 'Koffie op dinsdag',
  words: 'Iedereen is welkom. De koffie staat klaar.',
  place: 'Buurthuis, Praatpad 1',
  neighbourhoodCode: '',
  forWhom: 'everybody',
  seats: null,
  time: '10:00',
  minutes: 120,
};

let scene: Application;
let north: { readonly cookie: string };
let south: { readonly cookie: string };
beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 6 });
  north = await scene.organiser(northOf);
  south = await scene.organiser(southOf);
});
afterAll(() => scene.close());
beforeEach(() => scene.setClock(tuesdayAfternoon));

const northId = () => scene.town.organisationIds[northOf] ?? '';
const about = (changes: Partial<GatheringChange> = {}): GatheringChange => ({
  ...change,
  neighbourhoodCode: scene.code(northOf),
  ...changes,
});
const announcing = (changes: Partial<NewGathering> = {}): NewGathering => ({
  ...about(),
  associationId: northId(),
  day: '2027-03-09',
  everyWeeks: 1,
  untilDay: '2027-03-30',
  ...changes,
});
const announce = async (changes: Partial<NewGathering> = {}): Promise<string> =>
  (await scene.client.call('announceGathering', { cookie: north.cookie, body: announcing(changes) })).result().id;
const look = async (id: string, cookie?: string) =>
  (await scene.client.call('getGathering', { id, ...(cookie === undefined ? {} : { cookie }) })).result();
const firstDate = async (id: string): Promise<string> => (await look(id)).dates[0]?.id ?? '';
const come = (id: string, { cookie }: GeneratedPerson, extra = 0) =>
  scene.client.call('visitGathering', { id, cookie, body: { extra } });
const managed = async (id: string, { cookie } = north) =>
  (await scene.client.call('listManagedGatherings', { cookie }))
    .result()
    .gatherings.find((gathering) => gathering.id === id);
const note = (id: string, came: number | null, { cookie } = north) =>
  scene.client.call('noteAttendance', { id, cookie, body: { held: came !== null, came } });
const job = async (name: 'gatherings.end-dates' | 'gatherings.remind') => {
  for (const found of (await scene.overdue()).filter((planned) => planned.name === name)) await scene.handle(found);
  await scene.workOff();
};
const mails = ({ email }: GeneratedPerson): string[] => scene.sink.list({ to: email }).map(({ subject }) => subject);

describe('a gathering that is announced', () => {
  it('is read by everybody, with every date on the clock of the wall, and nothing of who comes', async () => {
    const id = await announce({ title: 'Koffie voor iedereen', seats: 20 });
    await come(await firstDate(id), scene.neighbour(0), 2);
    const found = await look(id);
    expect(found).toMatchObject({ title: 'Koffie voor iedereen', words: change.words, everyWeeks: 1, seats: 20 });
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
    const once = await announce({ everyWeeks: null, untilDay: null });
    expect((await look(once)).dates).toHaveLength(1);
    const refusal = async (cookie: string, changes: Partial<NewGathering>) =>
      (await scene.client.call('announceGathering', { cookie, body: announcing(changes) })).problem().code;
    expect(await refusal(north.cookie, { day: '2027-03-01', everyWeeks: null, untilDay: null })).toBe('window-in-past');
    expect(await refusal(north.cookie, { neighbourhoodCode: 'BU99999999' })).toBe('unknown-neighbourhood');
    expect(await refusal(south.cookie, {})).toBe('not-allowed');
    expect(await refusal(scene.asker(0).cookie, {})).toBe('not-allowed');
  });
});

describe('who comes', () => {
  it('says so with one tap, changes with how many, and takes it back', async () => {
    const id = await announce();
    const date = await firstDate(id);
    const person = scene.neighbour(1);
    expect((await come(date, person)).status).toBe(204);
    expect((await look(id, person.cookie)).dates[0]?.mine).toStrictEqual({ extra: 0 });
    await come(date, person, 3);
    expect((await look(id, person.cookie)).dates[0]?.mine).toStrictEqual({ extra: 3 });
    expect((await look(id, scene.neighbour(2).cookie)).dates[0]?.mine).toBeNull();
    expect((await managed(id))?.dates[0]).toMatchObject({ expected: 4, actions: ['cancel'] });
    await scene.client.call('leaveGathering', { id: date, cookie: scene.neighbour(2).cookie });
    expect((await managed(id))?.dates[0]?.expected).toBe(4);
    await scene.client.call('leaveGathering', { id: date, cookie: person.cookie });
    expect((await look(id, person.cookie)).dates[0]?.mine).toBeNull();
    expect((await managed(id))?.dates[0]?.expected).toBe(0);
  });

  it('gets the last seat once, however many ask for it at the same time', async () => {
    const id = await announce({ seats: 3 });
    const date = await firstDate(id);
    const people = [2, 3, 4, 5, 6, 7].map((index) => scene.neighbour(index));
    const statuses = await Promise.all(people.map(async (person) => (await come(date, person)).status));
    expect(statuses.toSorted()).toStrictEqual([204, 204, 204, 409, 409, 409]);
    expect((await look(id)).dates[0]?.full).toBe(true);
    const seated = people[statuses.indexOf(204)]!;
    // Who has a seat cannot bring somebody for whom there is none, and keeps the seat.
    expect((await come(date, seated, 1)).problem().code).toBe('not-open');
    expect((await look(id, seated.cookie)).dates[0]?.mine).toStrictEqual({ extra: 0 });
  });

  it('is known to nobody else: not to an organiser, not to another person', async () => {
    const id = await announce();
    const person = scene.neighbour(8);
    await come(await firstDate(id), person);
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
    expect(await seen({ personId: randomUUID(), organisationIds: [northId()] })).toHaveLength(0);
    const answer = JSON.stringify(await managed(id));
    expect(answer).not.toContain(person.personId);
    expect(answer).not.toContain(person.givenName);
  });

  it('is reminded the evening before, once, with the time for a calendar', async () => {
    const id = await announce({ title: 'Koffie met herinnering' });
    const [early, late] = [scene.neighbour(1), scene.neighbour(2)];
    await come(await firstDate(id), early);
    await job('gatherings.remind');
    expect(mails(early).filter((subject) => subject.includes('herinnering'))).toStrictEqual([]);
    await scene.setClock(firstCoffee - 16 * hour + 1_000);
    await come(await firstDate(id), late);
    await job('gatherings.remind');
    await job('gatherings.remind');
    const told = (person: GeneratedPerson) => mails(person).filter((subject) => subject.includes('herinnering'));
    expect(told(early)).toStrictEqual(['Koffie met herinnering: morgen om 10:00 uur']);
    expect(told(late)).toStrictEqual([]);
    const [letter] = scene.sink.list({ to: early.email });
    expect(JSON.stringify(letter)).toContain('ontmoeting.ics');
  });
});

describe('an organiser', () => {
  it('cancels one date: who would come is told, another date stands', async () => {
    const id = await announce({ title: 'Koffie die vervalt' });
    const { dates } = await look(id);
    const [one, other] = [scene.neighbour(3), scene.neighbour(4)];
    await come(dates[0]!.id, one);
    await come(dates[1]!.id, other);
    const { cookie } = north;
    expect((await scene.client.call('cancelGatheringDate', { id: dates[0]!.id, cookie })).status).toBe(204);
    await scene.client.call('cancelGatheringDate', { id: dates[0]!.id, cookie });
    await scene.workOff();
    expect(mails(one).filter((subject) => subject.includes('vervalt'))).toStrictEqual([
      'Gaat niet door: Koffie die vervalt',
    ]);
    expect(mails(other).filter((subject) => subject.includes('vervalt'))).toStrictEqual([]);
    expect((await look(id)).dates.map(({ status }) => status).slice(0, 2)).toStrictEqual(['cancelled', 'planned']);
    expect((await come(dates[0]!.id, other)).problem().code).toBe('not-active-any-more');
  });

  it('tells at night what is off in the morning at once, and what is off later in the morning', async () => {
    const night = firstCoffee - 11 * hour;
    const [near, far] = [await announce({ title: 'Koffie van morgen' }), await announce({ title: 'Koffie van later' })];
    const person = scene.neighbour(5);
    await come((await look(near)).dates[0]!.id, person);
    await come((await look(far)).dates[1]!.id, person);
    await scene.setClock(night);
    await scene.client.call('endGathering', { id: near, cookie: north.cookie });
    await scene.client.call('endGathering', { id: far, cookie: north.cookie });
    await scene.workOff();
    const told = mails(person).filter((subject) => subject.startsWith('Gaat niet door'));
    expect(told).toStrictEqual(['Gaat niet door: Koffie van morgen']);
    expect(await managed(near)).toMatchObject({ ended: true });
  });

  it('changes the time of all dates to come, and who would come hears of it', async () => {
    const id = await announce({ title: 'Koffie verplaatst' });
    const person = scene.neighbour(6);
    await come(await firstDate(id), person);
    const edit = (changes: Partial<GatheringChange>, { cookie } = north) =>
      scene.client.call('editGathering', { id, cookie, body: about({ title: 'Koffie verplaatst', ...changes }) });
    await edit({ words: 'Met taart.' });
    await scene.workOff();
    expect(mails(person).filter((subject) => subject.startsWith('Veranderd'))).toStrictEqual([]);
    expect((await edit({ time: '14:30' })).status).toBe(204);
    await scene.workOff();
    expect(mails(person).filter((subject) => subject.startsWith('Veranderd'))).toStrictEqual([
      'Veranderd: Koffie verplaatst',
    ]);
    expect((await look(id)).dates[3]?.startsAt).toBe('2027-03-30T12:30:00.000Z');
    expect((await edit({ time: '15:00' }, south)).problem().code).toBe('not-found');
  });

  it('notes how many came, corrects it, and is asked for it when three days have passed', async () => {
    const id = await announce({ everyWeeks: null, untilDay: null });
    const date = await firstDate(id);
    await come(date, scene.neighbour(7), 1);
    expect((await note(date, 4)).problem().code).toBe('not-open');
    await scene.setClock(firstCoffee + 3 * hour);
    await job('gatherings.end-dates');
    expect(await scene.count('SELECT 1 FROM gathering_visit WHERE gathering_date_id = $1', [date])).toBe(0);
    expect((await managed(id))?.dates[0]).toMatchObject({ expected: 2, outcome: null, actions: ['note'] });
    const asked = async ({ cookie } = north) =>
      (await scene.client.call('listWorkItems', { cookie }))
        .result()
        .items.filter(({ kind, subjectId }) => kind === 'gathering' && subjectId === date);
    expect(await asked()).toStrictEqual([]);
    await scene.setClock(firstCoffee + 75 * hour);
    expect(await asked()).toMatchObject([{ givenName: '', organisationId: northId() }]);
    expect(await asked(south)).toStrictEqual([]);
    expect((await note(date, 14, south)).problem().code).toBe('not-found');
    expect((await note(date, 41)).status).toBe(204);
    expect((await note(date, 14)).status).toBe(204);
    expect(await asked()).toStrictEqual([]);
    expect((await managed(id))?.dates[0]).toMatchObject({ outcome: 'held', came: 14 });
    const acts = await scene.rows<{ act: string }>(
      'SELECT act FROM audit_entry WHERE about_id = ANY ($1::uuid[]) ORDER BY at, id',
      [[id, date]],
    );
    expect(acts.map(({ act }) => act)).toStrictEqual(['gathering-announced', 'gathering-noted', 'gathering-noted']);
  });
});

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
    const body = announcing({ associationId: southId, neighbourhoodCode: scene.code(southOf), kind: 'caregiver-cafe' });
    const { id } = (await scene.client.call('announceGathering', { cookie: south.cookie, body })).result();
    const dates = (await look(id)).dates.map((date) => date.id);
    await scene.client.call('cancelGatheringDate', { id: dates[2]!, cookie: south.cookie });
    await scene.setClock(Date.parse('2027-03-31T12:00:00Z'));
    await job('gatherings.end-dates');
    expect(await figures(southId)).toStrictEqual({
      '2027-Q1 gatherings cancelled': 1,
      '2027-Q1 gatherings untold': 3,
    });
    await note(dates[0]!, 80, south);
    await note(dates[0]!, 8, south);
    await note(dates[1]!, 12, south);
    await note(dates[3]!, null, south);
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
    const id = await announce({ title: 'Koffie in de uitvoer' });
    const person = scene.neighbour(10);
    await come(await firstDate(id), person, 1);
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
