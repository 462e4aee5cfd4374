import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, northOf } from '../support/application.js';

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 40, askers: 12 });
});
afterAll(() => scene.close());

const accept = (id: string, neighbour: number, waitlist?: boolean) =>
  scene.client.call('acceptHelpRequest', {
    id,
    cookie: scene.neighbour(neighbour).cookie,
    body: waitlist === undefined ? {} : { waitlist },
  });
const statusOf = async (id: string, cookie: string): Promise<string> => (await scene.see(id, cookie)).status;
const mailsTo = (email: string): string[] => scene.sink.list({ to: email }).map(({ subject }) => subject);

describe('one seat', () => {
  it('goes to the first yes; the next hears of a waiting list and may join it', async () => {
    const { cookie } = scene.asker(0);
    const { id } = await scene.post(cookie);
    expect((await accept(id, 0)).result()).toStrictEqual({ status: 'matched' });
    expect((await accept(id, 0)).result()).toStrictEqual({ status: 'matched' });
    expect((await accept(id, 1)).problem()).toMatchObject({ status: 409, code: 'already-matched', waitlist: true });
    expect((await accept(id, 1, true)).result()).toStrictEqual({ status: 'waitlisted' });
    const seen = await scene.see(id, cookie);
    expect(seen).toMatchObject({
      status: 'matched',
      helpers: [{ givenName: 'buur0', status: 'accepted', phone: null }],
    });
    expect(seen.helpers).toHaveLength(1);
  });

  it('goes to the one who waits when the first withdraws, and to the neighbourhood again after that', async () => {
    const { cookie } = scene.asker(1);
    const { id } = await scene.post(cookie);
    await accept(id, 2);
    await accept(id, 3, true);
    const withdraw = (index: number) =>
      scene.client.call('withdrawAcceptance', { id, cookie: scene.neighbour(index).cookie });
    expect((await withdraw(2)).status).toBe(204);
    expect(await scene.see(id, cookie)).toMatchObject({ status: 'matched', helpers: [{ givenName: 'buur3' }] });
    await scene.workOff();
    expect(mailsTo(scene.neighbour(3).email)).toHaveLength(1);
    expect((await withdraw(2)).problem().code).toBe('not-active-any-more');
    expect((await withdraw(3)).status).toBe(204);
    expect(await scene.see(id, cookie)).toMatchObject({ status: 'open', helpers: [] });
  });
});

describe('a coordinator who helps too', () => {
  it('can withdraw as any neighbour, and is offered to', async () => {
    const { cookie, personId } = await scene.organiser(northOf);
    const { id } = await scene.post(scene.asker(2).cookie);
    await scene.rows(
      `INSERT INTO helper_profile (municipality_id, person_id, neighbourhood_code, max_distance, weekly_ask_budget,
         quiet_from_minute, quiet_until_minute, accepts_acute, willing_since)
       VALUES ($1, $2, $3, 'district', 2, 1260, 480, true, app_now())`,
      [scene.town.municipalityId, personId, scene.code(northOf)],
    );
    const withdraw = () => scene.client.call('withdrawAcceptance', { id, cookie });
    expect((await scene.see(id, cookie)).actions).not.toContain('withdraw');
    expect((await withdraw()).problem().code).toBe('not-active-any-more');
    expect((await scene.client.call('acceptHelpRequest', { id, cookie, body: {} })).status).toBe(200);
    expect((await scene.see(id, cookie)).actions).toContain('withdraw');
    expect((await withdraw()).status).toBe(204);
    expect(await scene.see(id, cookie)).toMatchObject({ status: 'open', helpers: [] });
  });
});

describe('three seats', () => {
  it('stay open until the last is taken, and then are closed to a fourth', async () => {
    const { cookie } = scene.asker(2);
    const { id } = await scene.post(cookie, { helpersNeeded: 3 });
    await accept(id, 4);
    await accept(id, 5);
    expect(await statusOf(id, cookie)).toBe('open');
    expect((await accept(id, 6)).result()).toStrictEqual({ status: 'matched' });
    expect(await statusOf(id, cookie)).toBe('matched');
    expect((await accept(id, 7)).problem().code).toBe('already-matched');
    expect((await scene.see(id, cookie)).helpers).toHaveLength(3);
  });
});

describe('the asker confirms', () => {
  it('needs an address, which may come with the confirmation', async () => {
    const { cookie } = scene.asker(3);
    const { id } = await scene.post(cookie);
    await accept(id, 8);
    const without = await scene.client.call('confirmHelpRequest', { id, cookie, body: {} });
    expect(without.problem()).toMatchObject({ status: 409, code: 'address-required' });
    expect(await statusOf(id, cookie)).toBe('matched');
    const confirmed = await scene.client.call('confirmHelpRequest', { id, cookie, body: { address: 'Kade 3' } });
    expect(confirmed.result()).toMatchObject({
      status: 'confirmed',
      address: 'Kade 3',
      helpers: [{ phone: '06 10000008' }],
    });
    const helper = await scene.see(id, scene.neighbour(8).cookie);
    expect(helper.contact).toStrictEqual({
      givenName: 'vrager3',
      familyName: 'Achternaam-vrager-3',
      phone: '06 10000003',
      address: 'Kade 3',
    });
  });

  it('has nobody to confirm before somebody said yes', async () => {
    const { cookie } = scene.asker(3);
    const { id } = await scene.post(cookie, { address: 'Kade 3' });
    const early = await scene.client.call('confirmHelpRequest', { id, cookie, body: {} });
    expect(early.problem()).toMatchObject({ status: 409, code: 'not-open' });
  });

  it.each([
    { urgency: 'acute', trust: 'vouched', status: 'confirmed' },
    { urgency: 'acute', trust: 'none', status: 'matched' },
    { urgency: 'planned', trust: 'vouched', status: 'matched' },
  ] as const)('beforehand counts or not: $urgency, $trust neighbour: $status', async ({ urgency, trust, status }) => {
    const { cookie } = scene.asker(4);
    const index = { 'acute-vouched': 9, 'acute-none': 10, 'planned-vouched': 11 }[
      `${urgency}-${trust}` as 'acute-none'
    ];
    if (trust === 'vouched') await scene.trust(scene.neighbour(index).personId, 'vouched');
    const { id } = await scene.post(cookie, { urgency, autoConfirm: true, address: 'Kade 4' });
    expect((await accept(id, index)).result()).toStrictEqual({ status });
    const seen = await scene.see(id, scene.neighbour(index).cookie);
    expect(seen.contact?.address).toBe(status === 'confirmed' ? 'Kade 4' : undefined);
  });
});

describe('a yes is refused', () => {
  it('to a neighbour who is not known well enough', async () => {
    const { id } = await scene.post(scene.asker(5).cookie, { requiredTrust: 'vouched' });
    expect((await accept(id, 12)).problem().code).toBe('trust-too-low');
    await scene.trust(scene.neighbour(12).personId, 'vog');
    expect((await accept(id, 12)).result().status).toBe('matched');
  });

  it('to the asker, and to somebody who never said how to help', async () => {
    const { id } = await scene.post(scene.asker(5).cookie);
    const yes = (cookie: string) => scene.client.call('acceptHelpRequest', { id, cookie, body: {} });
    expect((await yes(scene.asker(5).cookie)).problem().code).toBe('own-request');
    expect((await yes(scene.asker(6).cookie)).problem().code).toBe('profile-required');
  });

  it('at a fourth agreement, also when all four come at once', async () => {
    const ids = await Promise.all([6, 7, 8, 9].map(async (index) => (await scene.post(scene.asker(index).cookie)).id));
    const answers = await Promise.all(ids.map((id) => accept(id, 13)));
    expect(answers.map(({ status }) => String(status)).toSorted()).toStrictEqual(['200', '200', '200', '409']);
    expect(answers.find(({ status }) => status === 409)!.problem().code).toBe('too-many-agreements');
  });
});

describe('an edit', () => {
  it('needs the version that was seen, and gives the next', async () => {
    const { cookie } = scene.asker(10);
    const { id } = await scene.post(cookie);
    const read = await scene.client.call('getHelpRequest', { id, cookie });
    const etag = read.headers.get('etag') ?? '';
    expect(etag).toBe(`"${read.result().version}"`);
    const edit = (headers: Record<string, string>) =>
      scene.client.call('editHelpRequest', { id, cookie, headers, body: { summary: 'Twee hondjes' } });
    expect((await edit({})).problem()).toMatchObject({ status: 428, code: 'if-match-required' });
    const edited = await edit({ 'if-match': etag });
    expect(edited.result()).toMatchObject({ summary: 'Twee hondjes', version: read.result().version + 1 });
    expect(edited.headers.get('etag')).toBe(`"${read.result().version + 1}"`);
    expect((await edit({ 'if-match': etag })).problem()).toMatchObject({ status: 412, code: 'stale-version' });
  });

  it('by two at once is done once', async () => {
    const { cookie } = scene.asker(10);
    const { id, version } = await scene.post(cookie);
    const both = await Promise.all(
      [30, 45].map((expectedMinutes) =>
        scene.client.call('editHelpRequest', {
          id,
          cookie,
          headers: { 'if-match': `"${version}"` },
          body: { expectedMinutes },
        }),
      ),
    );
    expect(both.map(({ status }) => String(status)).toSorted()).toStrictEqual(['200', '412']);
  });

  it('of more than the address comes too late once somebody said yes', async () => {
    const { cookie } = scene.asker(10);
    const { id } = await scene.post(cookie);
    await accept(id, 14);
    const { version } = await scene.see(id, cookie);
    const edit = (body: { address?: string; expectedMinutes?: number }, seen: number) =>
      scene.client.call('editHelpRequest', { id, cookie, headers: { 'if-match': `${seen}` }, body });
    expect((await edit({ expectedMinutes: 20 }, version)).problem().code).toBe('not-open');
    expect((await edit({ address: 'Kade 9' }, version)).result().address).toBe('Kade 9');
  });
});

describe('a cancellation', () => {
  it('tells whoever was asked, said yes or waits, and is final', async () => {
    await scene.setClock(tuesdayAfternoon);
    const { cookie } = scene.asker(11);
    const { id } = await scene.post(cookie);
    await scene.workOff();
    const asked = await scene.rows<{ index: number }>(
      `SELECT array_position($2::uuid[], person_id) - 1 AS index FROM ask WHERE help_request_id = $1`,
      [id, scene.town.neighbours.map(({ personId }) => personId)],
    );
    expect(asked.length).toBeGreaterThan(0);
    await accept(id, 30);
    await accept(id, 31, true);
    await scene.workOff();
    const everyone = [...new Set([...asked.map(({ index }) => index), 30, 31])].map(
      (index) => scene.neighbour(index).email,
    );
    scene.sink.clear();
    const cancelled = await scene.client.call('cancelHelpRequest', { id, cookie });
    expect(cancelled.result()).toMatchObject({ status: 'cancelled', helpers: [], actions: [] });
    await scene.workOff();
    // Those who were asked heard that it was solved when the seat was taken; the others hear it now.
    const told = await scene.rows<{ recipient: string }>(
      `SELECT DISTINCT recipient_id AS recipient FROM notification
        WHERE template IN ('ask-closed', 'helper-cancelled') AND status = 'sent' AND channel = 'email'
          AND (subject_id = $1 OR subject_id IN (SELECT id FROM ask WHERE help_request_id = $1))`,
      [id],
    );
    const emails = scene.town.neighbours
      .filter(({ personId }) => told.some(({ recipient }) => recipient === personId))
      .map(({ email }) => email);
    expect(emails.toSorted()).toStrictEqual(everyone.toSorted());
    expect(mailsTo(scene.neighbour(30).email)).toHaveLength(1);
    expect((await accept(id, 32)).problem().code).toBe('not-open');
    const again = await scene.client.call('cancelHelpRequest', { id, cookie });
    expect(again.problem().code).toBe('not-active-any-more');
  });
});
