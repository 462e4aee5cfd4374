import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SettingsChoice } from '@app/contracts/http/association-settings.js';
import type { DeskQuestion } from '@app/contracts/http/desk.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { northOf } from '../support/application.js';
import { CoordinationScene } from './coordination-scene.js';

jest.setTimeout(120_000);

const minute = 60_000;
const day = 24 * 60 * minute;

let at: CoordinationScene;
let monitor: string;
beforeAll(async () => {
  at = await CoordinationScene.open();
  const { personId, cookie } = at.application.neighbour(5);
  await at.application.rows(
    `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
     VALUES ($1, gen_random_uuid(), $2, NULL, 'monitor', app_now())`,
    [at.application.town.municipalityId, personId],
  );
  monitor = cookie;
});
afterAll(() => at.close());

const toDesk: SettingsChoice['fallback'] = { kind: 'desk', associationId: null };
const toSouth = (): SettingsChoice['fallback'] => ({ kind: 'association', associationId: at.south.organisationId });
const toWelfare: SettingsChoice['fallback'] = { kind: 'welfare', associationId: null };
const mornings = hours('09:00', '12:00');

function hours(from: string, until: string): NonNullable<SettingsChoice['openingHours']> {
  return { weekly: [{ day: 'tuesday', from, until }], closedDays: [] };
}

const settingsOf = async ({ cookie, organisationId: id }: typeof at.north) =>
  (await at.application.client.call('getAssociationSettings', { id, cookie })).result();

async function choose(who: typeof at.north, part: Partial<SettingsChoice>, cookie = who.cookie) {
  const { version, settings } = await settingsOf(who);
  const input = { id: who.organisationId, cookie, headers: { 'if-match': `"${version}"` } };
  return at.application.client.call('putAssociationSettings', { ...input, body: { ...settings, ...part } });
}

beforeEach(async () => {
  await at.application.setClock(tuesdayAfternoon);
  await choose(at.north, { openingHours: null, fallback: toDesk });
  await choose(at.south, { openingHours: null, fallback: toDesk });
  await choose(at.desk, { openingHours: null });
});

const asker = (index: number) => at.application.asker(index).cookie;
const ask = async (index: number): Promise<DeskQuestion> =>
  (
    await at.application.client.call('askDesk', {
      cookie: asker(index),
      body: { text: 'Waar kan mijn vader eten?', neighbourhoodCode: at.application.code(northOf) },
    })
  ).result();
const ownerNow = async (index: number): Promise<DeskQuestion['owner']> => {
  const answer = await at.application.client.call('listDeskQuestions', {
    cookie: asker(index),
    query: { role: 'mine' },
  });
  return answer.result().questions[0]!.owner;
};
const passDays = async (days: number): Promise<void> => {
  await at.application.setClock(tuesdayAfternoon + days * day + 60 * minute);
  for (const job of await at.application.overdue()) {
    if (job.name === 'desk.keep-clock') await at.application.handle({ ...job, id: randomUUID() });
  }
  await at.application.workOff();
};

describe('the fallback of an association', () => {
  it('is chosen by those who may, of what is there, and is told to everybody', async () => {
    const { settings, fallbacks } = await settingsOf(at.north);
    expect(settings.fallback).toStrictEqual(toDesk);
    expect(fallbacks.map(({ kind, associationId }) => ({ kind, associationId }))).toStrictEqual([
      toDesk,
      toSouth(),
      toWelfare,
    ]);
    expect((await settingsOf(at.desk)).fallbacks).toStrictEqual([]);
    expect((await choose(at.north, { fallback: toSouth() }, at.south.cookie)).problem().code).toBe('not-found');
    expect((await choose(at.north, { fallback: toSouth() }, asker(1))).problem().code).toBe('not-allowed');
    // Somebody looked a moment ago: what is remembered for a busy page may not outlive a change.
    await at.application.client.call('listAssociations');
    const told = (await choose(at.north, { fallback: toSouth(), openingHours: mornings })).result();
    expect(told.changes.map(({ field }) => field)).toContain('fallback');
    const { associations } = (await at.application.client.call('listAssociations')).result();
    const shown = associations.find(({ id }) => id === at.north.organisationId);
    expect(shown).toMatchObject({
      openingHours: mornings,
      fallback: { kind: 'association', organisationId: at.south.organisationId, name: 'Zuid' },
    });
    expect(associations.find(({ kind }) => kind === 'desk')).toMatchObject({ openingHours: null, fallback: null });
  });

  it('is not itself, nor an unknown one, and the desk has none', async () => {
    for (const associationId of [at.north.organisationId, randomUUID(), null]) {
      const refused = await choose(at.north, { fallback: { kind: 'association', associationId } });
      expect(refused.problem()).toMatchObject({ code: 'invalid-input' });
    }
    for (const fallback of [toSouth(), toWelfare]) {
      expect((await choose(at.desk, { fallback })).problem().errors).toMatchObject([{ path: '/fallback' }]);
    }
  });
});

describe('a question while the association does not answer', () => {
  it('is its fallback’s from the first moment, and stays there when the association opens', async () => {
    await choose(at.north, { openingHours: mornings, fallback: toSouth() });
    expect((await ask(1)).owner).toMatchObject({ organisationId: at.south.organisationId });
    expect(await at.items(at.south.cookie, 'question')).toMatchObject([{ givenName: 'vrager1' }]);
    await at.application.setClock(tuesdayAfternoon - 4 * 60 * minute);
    expect((await ask(2)).owner).toMatchObject({ organisationId: at.north.organisationId });
    expect(await ownerNow(1)).toMatchObject({ organisationId: at.south.organisationId });
  });

  it('is the desk’s when the fallback is closed too, welfare’s where it was chosen, and else whose door opens first', async () => {
    await choose(at.south, { openingHours: mornings });
    await choose(at.north, { openingHours: mornings, fallback: toSouth() });
    expect((await ask(3)).owner.kind).toBe('desk');
    await choose(at.north, { fallback: toWelfare });
    expect((await ask(4)).owner.kind).toBe('welfare');
    await choose(at.desk, { openingHours: hours('08:00', '12:00') });
    await choose(at.north, { fallback: toDesk });
    expect((await ask(5)).owner.kind).toBe('desk');
    await choose(at.desk, { openingHours: hours('09:30', '12:00') });
    expect((await ask(6)).owner).toMatchObject({ organisationId: at.north.organisationId });
  });

  it('is its fallback’s when everybody there is away', async () => {
    await choose(at.south, { fallback: toDesk });
    const south = at.application.code(12);
    const away = (from: string, until: string) =>
      at.application.rows(
        `INSERT INTO absence (municipality_id, association_id, person_id, deputy_id, away_from, away_until)
         VALUES ($1, $2, $3, $4, app_now() + $5::interval, app_now() + $6::interval)
         ON CONFLICT (municipality_id, association_id, person_id)
         DO UPDATE SET away_from = EXCLUDED.away_from, away_until = EXCLUDED.away_until`,
        [
          at.application.town.municipalityId,
          at.south.organisationId,
          at.south.personId,
          at.north.personId,
          from,
          until,
        ],
      );
    const asked = async () =>
      (
        await at.application.client.call('askDesk', {
          cookie: asker(7),
          body: { text: 'Waar kan mijn vader eten?', neighbourhoodCode: south },
        })
      ).result().owner.kind;
    await away('-1 hour', '1 hour');
    expect(await asked()).toBe('desk');
    await away('1 hour', '2 hours');
    expect(await asked()).toBe('association');
    await at.application.rows('DELETE FROM absence');
  });

  it('goes from who does not answer in two days to the fallback, from there to the desk, and never back', async () => {
    await choose(at.north, { fallback: toSouth() });
    await choose(at.south, { fallback: { kind: 'association', associationId: at.north.organisationId } });
    expect((await ask(8)).owner).toMatchObject({ organisationId: at.north.organisationId });
    await passDays(2);
    expect(await ownerNow(8)).toMatchObject({ organisationId: at.south.organisationId });
    expect(at.application.sink.list().some(({ subject }) => subject.startsWith('Uw vraag is nu bij Zuid'))).toBe(true);
    await passDays(5);
    expect((await ownerNow(8)).kind).toBe('desk');
    await passDays(8);
    expect((await ownerNow(8)).kind).toBe('desk');
  });
});

describe('a request that found nobody', () => {
  const postAndWait = async (index: number, minutes: number): Promise<string> => {
    const { id } = await at.application.post(asker(index));
    await at.application.setClock(tuesdayAfternoon + minutes * minute);
    await at.application.runJob('help-requests.keep-clock', id);
    return id;
  };
  const ownerOf = async (id: string, index: number) => (await at.application.see(id, asker(index))).owner;

  it('is taken over by the fallback, which may do with it what the desk would, and by nobody else', async () => {
    await choose(at.north, { fallback: toSouth() });
    const id = await postAndWait(1, 61);
    expect(await ownerOf(id, 1)).toMatchObject({ kind: 'association', organisationId: at.south.organisationId });
    expect(await at.application.see(id, at.south.cookie)).toMatchObject({ viewer: 'coordinator' });
    expect(await at.items(at.south.cookie, 'unfilled')).toMatchObject([
      { helpRequestId: id, organisationId: at.south.organisationId },
    ]);
    expect((await at.items(at.north.cookie, 'unfilled')).map(({ helpRequestId }) => helpRequestId)).toContain(id);
    for (const other of [at.desk.cookie, monitor, asker(2)]) {
      const refused = await at.application.client.call('getHelpRequest', { id, cookie: other });
      expect(refused.problem().code).toBe('not-found');
    }
    const list = { query: { role: 'coordinator' } } as const;
    const [mine, desks] = await Promise.all(
      [at.south.cookie, at.desk.cookie].map(async (cookie) =>
        (await at.application.client.call('listHelpRequests', { cookie, ...list }))
          .result()
          .helpRequests.map((one) => one.id),
      ),
    );
    expect(mine).toContain(id);
    expect(desks).not.toContain(id);
    const viewed = await at.application.client.call('viewContactDetails', {
      id,
      cookie: at.south.cookie,
      body: { reason: 'call-about-request' },
    });
    expect(viewed.status).toBe(201);
    expect(
      await at.application.count('SELECT 1 FROM audit_entry WHERE about_id = $1 AND association_id = $2', [
        id,
        at.south.organisationId,
      ]),
    ).toBe(1);
    // Choosing another one sends nothing round that is somebody's already.
    await choose(at.north, { fallback: toDesk });
    expect(await ownerOf(id, 1)).toMatchObject({ organisationId: at.south.organisationId });
  });

  it('is left to the desk at the closing of the fallback, once, and the asker hears whose it is', async () => {
    await choose(at.south, { openingHours: hours('13:00', '15:30') });
    await choose(at.north, { fallback: toSouth() });
    const id = await postAndWait(2, 61);
    expect(await ownerOf(id, 2)).toMatchObject({ organisationId: at.south.organisationId });
    const jobs = async () =>
      (await at.application.overdue()).filter(
        ({ name, data }) => name === 'help-requests.keep-clock' && 'helpRequestId' in data && data.helpRequestId === id,
      );
    await at.application.setClock(tuesdayAfternoon + 89 * minute);
    expect(await jobs()).toStrictEqual([]);
    await at.application.setClock(tuesdayAfternoon + 90 * minute);
    const [job] = await jobs();
    await at.application.handle({ ...job!, id: randomUUID() });
    await at.application.workOff();
    expect((await ownerOf(id, 2)).kind).toBe('desk');
    expect(await jobs()).toStrictEqual([]);
    expect((await at.application.client.call('getHelpRequest', { id, cookie: at.south.cookie })).status).toBe(404);
    expect(
      await at.application.count(
        `SELECT 1 FROM outbox WHERE type = 'help-request.escalated' AND payload->>'helpRequestId' = $1`,
        [id],
      ),
    ).toBe(3);
  });

  it('goes to the desk where welfare was chosen, and where the fallback is closed', async () => {
    await choose(at.north, { fallback: toWelfare });
    expect((await ownerOf(await postAndWait(3, 61), 3)).kind).toBe('desk');
    await at.application.setClock(tuesdayAfternoon);
    await choose(at.south, { openingHours: mornings });
    await choose(at.north, { fallback: toSouth() });
    expect((await ownerOf(await postAndWait(4, 61), 4)).kind).toBe('desk');
  });

  it('calls in the fallback with the coordinator while only the fallback answers', async () => {
    await choose(at.north, { openingHours: mornings, fallback: toSouth() });
    const id = await postAndWait(5, 31);
    expect(await ownerOf(id, 5)).toMatchObject({ organisationId: at.south.organisationId });
  });
});
