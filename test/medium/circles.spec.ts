import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { PersonalDataHolders } from '@app/platform/personal-data/personal-data.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application } from '../support/application.js';
import { CircleScene } from './circle-scene.js';

const hour = 3_600_000;
const day = 24 * hour;
/** Tuesday 9 March, ten in the morning. */
const firstTurn = Date.parse('2027-03-09T09:00:00Z');

let scene: Application;
let at: CircleScene;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 14, askers: 10 });
  at = new CircleScene(scene);
});
afterAll(() => scene.close());
afterEach(() => scene.setClock(tuesdayAfternoon));

/** Does what the sweep finds of circles, and all that follows. */
async function sweep(name: AnyPlannedJob['name']): Promise<number> {
  const jobs = (await scene.overdue()).filter((job) => job.name === name);
  for (const job of jobs) await scene.handle(job);
  await scene.workOff();
  return jobs.length;
}

describe('what repeats', () => {
  it('becomes turns at the same time on the wall, and words only the caregiver key opens', async () => {
    const anja = scene.asker(0);
    const id = await at.circleOf(anja);
    const added = (await at.plan(id, anja)).result();
    expect(added.turns).toBe(4);
    const { slots, series } = await at.see(id, anja);
    expect(slots.map(({ startsAt }) => startsAt.slice(0, 16))).toStrictEqual([
      '2027-03-09T09:00',
      '2027-03-16T09:00',
      '2027-03-23T09:00',
      '2027-03-30T08:00',
    ]);
    expect(series).toMatchObject([
      { summary: 'Boodschappen bij de winkel op de hoek', days: ['tuesday'], time: '10:00' },
    ]);
    const [stored] = await scene.rows<{ text: string }>(
      `SELECT encode(note_enc, 'escape') AS text FROM circle_series WHERE id = $1`,
      [added.id],
    );
    expect(stored?.text).not.toContain('Boodschappen');
  });

  it('is one circle for one caregiver, and nothing that lies behind us', async () => {
    const anja = scene.asker(0);
    const id = await at.circleOf(anja);
    expect(await at.circleOf(anja)).toBe(id);
    const past = await at.plan(id, anja, { startDay: '2027-02-01', untilDay: '2027-02-28' });
    expect(past.problem().code).toBe('window-in-past');
  });

  it('ends, and tells whoever would have come', async () => {
    const [caregiver, jan] = [scene.asker(1), scene.neighbour(1)];
    const id = await at.circleOf(caregiver, { helper: [jan] });
    const { id: seriesId } = (await at.plan(id, caregiver)).result();
    await at.take((await at.turn(id, jan)).id, jan);
    await scene.client.call('endCircleSeries', { id: seriesId, cookie: caregiver.cookie });
    await scene.workOff();
    expect((await at.see(id, caregiver)).slots).toStrictEqual([]);
    expect(at.mails(jan)[0]).toBe('Niet nodig: dinsdag 9 maart om 10:00 uur: een boodschap halen');
  });
});

describe('a swap', () => {
  it('asked of the whole circle goes to exactly one of all who take it at once', async () => {
    const [caregiver, holder] = [scene.asker(2), scene.neighbour(2)];
    const others = [3, 4, 5, 6].map((index) => scene.neighbour(index));
    const id = await at.circleOf(caregiver, { helper: [holder, ...others] });
    await at.plan(id, caregiver);
    const { id: slotId } = await at.turn(id, holder);
    await at.take(slotId, holder);
    await at.askSwap(slotId, holder, null);
    await scene.workOff();
    for (const other of others) expect(at.mails(other)[0]).toBe(`Wilt u een keer ruilen met ${holder.givenName}?`);
    expect(at.mails(holder).filter((subject) => subject.includes('ruilen'))).toStrictEqual([]);
    expect(await at.turn(id, others[0]!)).toMatchObject({ swap: 'circle', swapWithMe: true, actions: ['take'] });

    const answers = await Promise.all(others.map((other) => at.take(slotId, other)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toStrictEqual([204, 409, 409, 409]);
    const winner = others[answers.findIndex(({ status }) => status === 204)]!;
    expect(await at.turn(id, winner)).toMatchObject({ mine: true, swap: 'none' });
    expect(await at.turn(id, holder)).toMatchObject({ mine: false, takerGivenName: winner.givenName });
    await scene.workOff();
    expect(at.mails(holder)[0]?.toLowerCase()).toBe(`${winner.givenName} neemt uw beurt over`.toLowerCase());
  });

  it('asked of one member is for that member alone, and the turn stays taken meanwhile', async () => {
    const [caregiver, holder, asked, other] = [
      scene.asker(3),
      scene.neighbour(2),
      scene.neighbour(3),
      scene.neighbour(4),
    ];
    const id = await at.circleOf(caregiver, { helper: [holder, asked, other] });
    await at.plan(id, caregiver);
    const { id: slotId } = await at.turn(id, holder);
    await at.take(slotId, holder);
    const member = (await at.see(id, holder)).members.find(({ givenName }) => givenName === asked.givenName)!;
    expect((await at.askSwap(slotId, holder, member.id)).status).toBe(204);
    expect((await at.take(slotId, other)).problem().code).toBe('already-matched');
    expect(await at.turn(id, holder)).toMatchObject({
      mine: true,
      swap: 'member',
      actions: ['give-back', 'stop-swap'],
    });
    expect((await at.take(slotId, asked)).status).toBe(204);
    expect((await at.askSwap(slotId, holder, null)).problem().code).toBe('not-found');
  });
});

describe('a turn that nobody takes', () => {
  it('goes to the board at the set time as one ordinary request, whatever is repeated', async () => {
    const [caregiver, jan] = [scene.asker(4), scene.neighbour(7)];
    const id = await at.circleOf(caregiver, { helper: [jan] });
    await at.plan(id, caregiver);
    await scene.setClock(firstTurn - 73 * hour);
    const before = (await scene.overdue()).filter(({ name }) => name === 'circles.ask-around');
    const { id: slotId } = await at.turn(id, jan);
    expect(before.map(({ data }) => (data as { slotId: string }).slotId)).not.toContain(slotId);
    await scene.setClock(firstTurn - 71 * hour);
    const job: AnyPlannedJob = {
      name: 'circles.ask-around',
      data: { municipalityId: scene.town.municipalityId, slotId },
      id: randomUUID(),
    };
    await Promise.all([scene.handle(job), scene.handle(job)]);
    await scene.handle(job);
    await scene.workOff();
    const { helpRequests } = (
      await scene.client.call('listHelpRequests', { cookie: caregiver.cookie, query: { role: 'asker' } })
    ).result();
    expect(helpRequests).toMatchObject([
      {
        category: 'groceries',
        urgency: 'planned',
        window: { from: '2027-03-09T09:00:00.000Z' },
        address: 'Kringpad 1',
      },
    ]);
    const turn = await at.turn(id, jan);
    expect(turn).toMatchObject({
      status: 'asked',
      helpRequestId: helpRequests[0]!.id,
      actions: [],
      neighbourFound: false,
    });
    expect((await at.take(slotId, jan)).problem().code).toBe('not-open');
    await scene.client.call('acceptHelpRequest', {
      id: turn.helpRequestId!,
      cookie: scene.neighbour(8).cookie,
      body: {},
    });
    expect((await at.turn(id, jan)).neighbourFound).toBe(true);
  });

  it('that was taken stays in the circle', async () => {
    const [caregiver, jan] = [scene.asker(5), scene.neighbour(7)];
    const id = await at.circleOf(caregiver, { helper: [jan] });
    await at.plan(id, caregiver, { untilDay: '2027-03-09' });
    await at.take((await at.turn(id, jan)).id, jan);
    await scene.setClock(firstTurn - 71 * hour);
    await sweep('circles.ask-around');
    expect((await at.turn(id, jan)).status).toBe('taken');
  });

  it('stays with the circle when the caregiver may not ask, and says so', async () => {
    const caregiver = scene.asker(6);
    const id = await at.circleOf(caregiver);
    await at.plan(id, caregiver, { untilDay: '2027-03-09' });
    await scene.rows(`UPDATE person SET asking_barred_until = $2 WHERE id = $1`, [
      caregiver.personId,
      new Date(firstTurn + day),
    ]);
    await scene.setClock(firstTurn - 71 * hour);
    await sweep('circles.ask-around');
    expect(await at.turn(id, caregiver)).toMatchObject({ status: 'open', notAsked: true, helpRequestId: null });
    expect(await sweep('circles.ask-around')).toBe(0);
  });

  it('is told once on Monday to who can do something about it, by day and kind alone', async () => {
    const [caregiver, helper, watcher] = [scene.asker(7), scene.neighbour(9), scene.neighbour(10)];
    const id = await at.circleOf(caregiver, { helper: [helper], casemanager: [watcher] });
    await at.plan(id, caregiver);
    const unfilled = (person: typeof helper) => at.mails(person).filter((subject) => subject.startsWith('Nog open'));
    await sweep('circles.tell-unfilled');
    expect(unfilled(helper)).toStrictEqual([]);
    // Monday 8 March, nine in the morning.
    await scene.setClock(Date.parse('2027-03-08T08:00:30Z'));
    await sweep('circles.tell-unfilled');
    await sweep('circles.tell-unfilled');
    expect(unfilled(helper)).toStrictEqual([`Nog open in de zorgkring van ${caregiver.givenName}`]);
    expect(unfilled(caregiver)).toStrictEqual(['Nog open in uw zorgkring']);
    expect(unfilled(watcher)).toStrictEqual([]);
    const letter = scene.sink.list({ to: helper.email }).find(({ subject }) => subject.startsWith('Nog open'));
    expect(letter?.text).toContain('Morgen om 10:00 uur: een boodschap halen');
    expect(`${letter?.text}${letter?.html}`).not.toMatch(/Kringpad|winkel op de hoek/);
  });
});

describe('whoever holds a turn', () => {
  it('is reminded the evening before and two hours before, once each, and has it in the feed without a name', async () => {
    const [caregiver, helper] = [scene.asker(8), scene.neighbour(11)];
    const id = await at.circleOf(caregiver, { helper: [helper] });
    await at.plan(id, caregiver);
    await at.take((await at.turn(id, helper)).id, helper);
    const reminders = () => at.mails(helper).filter((subject) => /^(Morgen|Vandaag) om/.test(subject));
    for (const before of [16, 2]) {
      await scene.setClock(firstTurn - before * hour + 1_000);
      await sweep('circles.remind');
      await sweep('circles.remind');
    }
    expect(reminders()).toStrictEqual([
      'Vandaag om 10:00 uur: een boodschap halen',
      'Morgen om 10:00 uur: een boodschap halen',
    ]);
    const feedOf = async (cookie: string) => {
      const { url } = (await scene.client.call('makeCalendarFeed', { cookie })).result();
      return (await scene.client.raw('GET', new URL(url).pathname)).text;
    };
    const text = await feedOf(helper.cookie);
    const events = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent');
    expect(events.map((event) => new ICAL.Event(event).summary)).toStrictEqual(['Zorgkring: boodschap halen']);
    expect(text).not.toMatch(new RegExp(`Kringpad|${caregiver.givenName}`));
    const own = new ICAL.Component(ICAL.parse(await feedOf(caregiver.cookie)) as never);
    expect(own.getAllSubcomponents('vevent')).toHaveLength(4);
  });
});

describe('somebody who goes', () => {
  it('takes their own circle whole, and opens the turns they held in another', async () => {
    const [own, other, member] = [scene.asker(9), scene.asker(0), scene.neighbour(12)];
    const circle = await at.circleOf(own, { helper: [member] });
    await at.plan(circle, own);
    const otherCircle = await at.circleOf(other, { helper: [member] });
    // The first of them went to the board before.
    const { id: slotId } = await at.turn(otherCircle, member, 2);
    expect((await at.take(slotId, member)).status).toBe(204);
    const holders = scene.app.get(PersonalDataHolders, { strict: false });
    const inSystem = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      scene.app.get(UnitOfWork).run(asSystem(scene.town.municipalityId), work);
    const exported = await inSystem((tx) => holders.exportOf(tx, own.personId));
    expect(exported['circles']).toMatchObject({
      own: [{ address: 'Kringpad 1' }],
      repeats: [{ category: 'groceries', text: 'Boodschappen bij de winkel op de hoek' }],
    });
    const ofMember = await inSystem((tx) => holders.exportOf(tx, member.personId));
    expect(ofMember['circles']).toMatchObject({ own: [], memberships: [{}, {}], turns: [{ category: 'groceries' }] });
    expect(JSON.stringify(ofMember['circles'])).not.toMatch(/Kringpad|winkel/);
    for (const { personId } of [own, member]) await inSystem((tx) => holders.erase(tx, personId));
    expect(await scene.count('SELECT 1 FROM circle_slot WHERE circle_id = $1', [circle])).toBe(0);
    expect(await at.turn(otherCircle, other, 2)).toMatchObject({ id: slotId, status: 'open', takerGivenName: null });
    const left = `SELECT 1 FROM circle_member WHERE person_id = ANY ($1) OR caregiver_id = $2`;
    expect(await scene.count(left, [[member.personId, own.personId], own.personId])).toBe(0);
  });
});
