import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, deskOf, northOf } from '../support/application.js';
import { CircleScene } from './circle-scene.js';

let scene: Application;
let at: CircleScene;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 10, askers: 10 });
  at = new CircleScene(scene);
});
afterAll(() => scene.close());
afterEach(() => scene.setClock(tuesdayAfternoon));

/** Every Tuesday at ten, four times, from the week after this one. */
const everyTuesday = () =>
  scene.body({
    category: 'groceries',
    urgency: 'planned',
    summary: 'Boodschappen op de hoek',
    address: 'Weekpad 7',
    expectedMinutes: 60,
    window: { from: '2027-03-09T09:00:00.000Z', until: '2027-03-09T10:00:00.000Z' },
    weekly: { days: ['tuesday'], time: '10:00', untilDay: '2027-03-30' },
  });
type Body = ReturnType<typeof everyTuesday>;

const post = (cookie: string | undefined, body: Body) =>
  scene.client.call('postHelpRequest', {
    ...(cookie === undefined ? {} : { cookie }),
    headers: { 'idempotency-key': randomUUID() },
    body,
  });
const circlesOf = async (cookie: string) => (await scene.client.call('listCircles', { cookie })).result().circles;

describe('asked for every week by somebody who is signed in', () => {
  it('is an ordinary request the first time, and turns of a new circle for all times', async () => {
    const asker = scene.asker(0);
    const posted = (await post(asker.cookie, everyTuesday())).result();
    expect(posted).toMatchObject({ status: 'open', weekly: { days: ['tuesday'], untilDay: '2027-03-30' } });
    expect(await circlesOf(asker.cookie)).toStrictEqual([]);
    await scene.workOff();
    const [own] = await circlesOf(asker.cookie);
    expect(own).toMatchObject({ role: 'caregiver', neighbourhoodCode: scene.code(northOf), openTurns: 1 });
    const { slots, series, address } = await at.see(own!.id, asker);
    expect(address).toBe('Weekpad 7');
    expect(series).toMatchObject([{ summary: 'Boodschappen op de hoek', time: '10:00', startDay: '2027-03-09' }]);
    expect(slots.map(({ startsAt, status, helpRequestId }) => [startsAt.slice(0, 16), status, helpRequestId])).toEqual([
      ['2027-03-09T09:00', 'asked', posted.id],
      ['2027-03-16T09:00', 'open', null],
      ['2027-03-23T09:00', 'open', null],
      ['2027-03-30T08:00', 'open', null],
    ]);
  });

  it('is planned once, and by the sweep when its job was lost', async () => {
    const asker = scene.asker(1);
    await post(asker.cookie, everyTuesday());
    const [lost, ...more] = await scene.workOff('circles.plan-weekly');
    expect(more).toStrictEqual([]);
    expect(await circlesOf(asker.cookie)).toStrictEqual([]);
    const found = (await scene.overdue()).filter(({ name }) => name === 'circles.plan-weekly');
    expect(found.map(({ data }) => data)).toStrictEqual([lost?.data]);
    await Promise.all([...found, ...found, lost!].map((job) => scene.handle(job)));
    const [own] = await circlesOf(asker.cookie);
    expect((await at.see(own!.id, asker)).slots).toHaveLength(4);
    expect((await scene.overdue()).filter(({ name }) => name === 'circles.plan-weekly')).toStrictEqual([]);
  });

  it('goes to the circle there is, and not to one for another place', async () => {
    const [here, elsewhere] = [scene.asker(2), scene.asker(3)];
    const circleId = await at.circleOf(here);
    const other = (
      await scene.client.call('startCircle', {
        cookie: elsewhere.cookie,
        body: { neighbourhoodCode: scene.code(deskOf), leadHours: 72 },
      })
    ).result();
    for (const { cookie } of [here, elsewhere]) await post(cookie, everyTuesday());
    await scene.workOff();
    expect(await at.see(circleId, here)).toMatchObject({ address: 'Kringpad 1', leadHours: 72 });
    expect((await at.see(circleId, here)).slots).toHaveLength(4);
    expect((await at.see(other.id, elsewhere)).slots).toStrictEqual([]);
  });

  it('asks the board for the next turn in time, for the place and the words of the first', async () => {
    const asker = scene.asker(4);
    await post(asker.cookie, everyTuesday());
    await scene.workOff();
    await scene.setClock(Date.parse('2027-03-13T10:00:00Z'));
    for (const job of (await scene.overdue()).filter(({ name }) => name === 'circles.ask-around'))
      await scene.handle(job);
    await scene.workOff();
    const { helpRequests } = (
      await scene.client.call('listHelpRequests', { cookie: asker.cookie, query: { role: 'asker' } })
    ).result();
    const second = helpRequests.find(({ window }) => window.from.startsWith('2027-03-16'));
    expect(second).toMatchObject({ summary: 'Boodschappen op de hoek', address: 'Weekpad 7', urgency: 'planned' });
    expect(second).not.toHaveProperty('weekly');
  });

  it('is for nobody else: another person has no circle of it and sees no rule, a neighbour who comes neither', async () => {
    const [asker, stranger, jan] = [scene.asker(5), scene.asker(6), scene.neighbour(1)];
    const { id } = (await post(asker.cookie, everyTuesday())).result();
    await scene.workOff();
    expect(await circlesOf(stranger.cookie)).toStrictEqual([]);
    const [own] = await circlesOf(asker.cookie);
    expect((await at.look(own!.id, stranger)).status).toBe(404);
    expect((await scene.client.call('acceptHelpRequest', { id, cookie: jan.cookie, body: {} })).status).toBe(200);
    await scene.client.call('confirmHelpRequest', { id, cookie: asker.cookie, body: {} });
    const seen = await scene.see(id, jan.cookie);
    expect(seen.contact).toMatchObject({ address: 'Weekpad 7' });
    expect(seen).not.toHaveProperty('weekly');
  });
});

describe('asked for every week by a guest', () => {
  it('waits for the code, and then stands in a circle of the new account', async () => {
    const contact = { givenName: 'Truus', email: 'truus.elke.week@voorbeeld.invalid' };
    const { challengeId, status } = (await post(undefined, { ...everyTuesday(), contact })).result();
    expect(status).toBe('unconfirmed');
    await scene.workOff();
    expect((await scene.overdue()).filter(({ name }) => name === 'circles.plan-weekly')).toStrictEqual([]);
    const [mail] = scene.sink.list({ to: contact.email });
    const code = mail?.subject.slice(0, 6) ?? '';
    const signedIn = await scene.client.call('createSession', { body: { challengeId: challengeId!, code } });
    const cookie = await scene.cookieOf(signedIn.result().personId);
    await scene.workOff();
    const [own] = await circlesOf(cookie);
    const circle = await at.see(own!.id, { cookie });
    expect(circle).toMatchObject({ caregiverGivenName: 'Truus', address: 'Weekpad 7' });
    expect(circle.slots.map((slot) => slot.status)).toStrictEqual(['asked', 'open', 'open', 'open']);
  });
});

describe('what cannot be asked for every week', () => {
  it.each<[string, Partial<Body>]>([
    ['help today', { urgency: 'acute' }],
    ['two neighbours a time', { helpersNeeded: 2 }],
    ['a last day before the first', { weekly: { days: ['tuesday'], time: '10:00', untilDay: '2027-03-07' } }],
    ['more than a year', { weekly: { days: ['tuesday'], time: '10:00', untilDay: '2028-03-20' } }],
    ['the night', { weekly: { days: ['tuesday'], time: '03:00', untilDay: '2027-03-30' } }],
    ['for a caller at the telephone', { onBehalfOf: { givenName: 'Piet', relation: 'phone-intake' } }],
  ])('%s', async (_what, change) => {
    const refused = await post(scene.asker(7).cookie, { ...everyTuesday(), ...change });
    expect(refused.problem().code).toBe('invalid-input');
  });
});
