import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import { Application, deskOf, northOf, southOf } from '../support/application.js';

let scene: Application;
let north: { readonly personId: string; readonly cookie: string };
let second: { readonly personId: string; readonly cookie: string };
let south: string;
let desk: string;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 10, askers: 10 });
  north = await scene.organiser(northOf);
  [south, desk] = (await Promise.all([southOf, deskOf].map((at) => scene.organiser(at)))).map(
    ({ cookie }) => cookie,
  ) as [string, string];
  // A second coordinator in the north.
  const { personId } = scene.neighbour(9);
  await scene.rows(
    `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
     VALUES ($1, $2, $3, $4, 'coordinator', app_now())`,
    [scene.town.municipalityId, randomUUID(), personId, scene.town.organisationIds[northOf]],
  );
  second = { personId, cookie: scene.neighbour(9).cookie };
});
afterAll(() => scene.close());

const words = 'Je kwam twee keer niet zonder iets te zeggen.';
const soon = () => new Date(Date.now() + 400 * 24 * 3_600_000).toISOString();

/** An agreement between the two, reported by the asker. */
async function reported(asker: number, helper: number, text?: string): Promise<string> {
  const { cookie } = scene.asker(asker);
  const { id } = await scene.post(cookie);
  await scene.client.call('acceptHelpRequest', { id, cookie: scene.neighbour(helper).cookie, body: {} });
  const body = { met: { helpRequestId: id }, kind: 'unkind' as const, ...(text ? { text } : {}) };
  return (await scene.client.call('reportPerson', { cookie, body })).result().id;
}
const waiting = async (cookie: string) => (await scene.client.call('listReports', { cookie })).result().reports;
type Outcome = 'nothing' | 'warning' | 'pause' | 'no-helping' | 'no-asking' | 'removal';
const decide = (id: string, cookie: string, outcome: Outcome, version: number | undefined = 1, until?: string) =>
  scene.client.call('decideReport', {
    id,
    cookie,
    ...(version > 0 ? { headers: { 'if-match': `"${version}"` } } : {}),
    body: outcome === 'nothing' ? { outcome } : { outcome, explanation: words, ...(until ? { until } : {}) },
  });
const mine = async (cookie: string) =>
  (await scene.client.call('listSanctions', { cookie, query: { role: 'mine' } })).result().sanctions;
const yes = (helper: number, id: string) =>
  scene.client.call('acceptHelpRequest', { id, cookie: scene.neighbour(helper).cookie, body: {} });
/** A moment that lies ahead on the product clock. */
async function ahead(days: number): Promise<string> {
  const [row] = await scene.rows<{ at: Date }>(`SELECT app_now() + make_interval(days => $1) AS at`, [days]);
  return row!.at.toISOString();
}

describe('a report', () => {
  it('reaches the coordinators of the request, and neither the other nor another association', async () => {
    const id = await reported(0, 0, 'Hij was niet aardig tegen mij.');
    expect(await waiting(north.cookie)).toMatchObject([
      { id, reporter: 'vrager0', subject: 'buur0', kind: 'unkind', text: 'Hij was niet aardig tegen mij.', version: 1 },
    ]);
    expect(await waiting(south)).toStrictEqual([]);
    expect(await waiting(desk)).toStrictEqual([]);
    const stranger = await scene.client.call('listReports', { cookie: scene.neighbour(0).cookie });
    expect(stranger.problem().code).toBe('not-allowed');
    const [row] = await scene.rows<{ text_enc: Buffer }>('SELECT text_enc FROM report WHERE id = $1', [id]);
    expect(row!.text_enc.includes('aardig')).toBe(false);
    const missing = { ...(await decide(randomUUID(), south, 'nothing')).problem(), instance: '' };
    for (const cookie of [south, desk])
      expect({ ...(await decide(id, cookie, 'warning')).problem(), instance: '' }).toStrictEqual(missing);
    expect((await decide(id, scene.asker(0).cookie, 'nothing')).problem().code).toBe('not-allowed');
  });

  it('cannot be made by who never met the other', async () => {
    const { id } = await scene.post(scene.asker(1).cookie);
    const body = { met: { helpRequestId: id }, kind: 'unsafe' as const };
    const answer = await scene.client.call('reportPerson', { cookie: scene.neighbour(1).cookie, body });
    expect(answer.problem().code).toBe('not-found');
  });

  it('is decided once: the second of two coordinators gets 412, and without a version 428', async () => {
    const id = await reported(2, 2);
    expect((await decide(id, north.cookie, 'nothing', 0)).problem().code).toBe('if-match-required');
    const answers = await Promise.all([decide(id, north.cookie, 'warning'), decide(id, second.cookie, 'warning')]);
    expect(new Set(answers.map(({ status }) => status))).toStrictEqual(new Set([204, 412]));
    expect(await mine(scene.neighbour(2).cookie)).toHaveLength(1);
  });

  it('is not for whoever it is about', async () => {
    const { cookie } = scene.asker(3);
    const { id: request } = await scene.post(cookie);
    await scene.client.call('acceptHelpRequest', { id: request, cookie: second.cookie, body: {} });
    const body = { met: { helpRequestId: request }, kind: 'unsafe' as const };
    const { id } = (await scene.client.call('reportPerson', { cookie, body })).result();
    expect((await waiting(second.cookie)).map((report) => report.id)).not.toContain(id);
    expect((await decide(id, second.cookie, 'nothing')).problem().code).toBe('not-found');
    expect((await decide(id, north.cookie, 'nothing')).status).toBe(204);
  });
});

describe('what a coordinator decides', () => {
  it('holds at once, is told by mail in the coordinator’s words, and ends by itself', async () => {
    const id = await reported(4, 4);
    expect((await decide(id, north.cookie, 'pause')).problem().code).toBe('invalid-input');
    expect((await decide(id, north.cookie, 'pause', 1, soon())).problem().code).toBe('invalid-input');
    expect((await decide(id, north.cookie, 'pause', 1, await ahead(14))).status).toBe(204);
    const { id: open } = await scene.post(scene.asker(5).cookie);
    expect((await yes(4, open)).problem().code).toBe('barred-now');
    expect((await yes(5, open)).status).toBe(200);
    await scene.workOff();
    const mail = scene.sink.list().find(({ subject }) => subject === 'U doet even niet mee');
    expect(mail?.text).toContain(words);
    expect(await scene.count(`SELECT 1 FROM audit_entry WHERE about_id = $1 AND act = 'report-decided'`, [id])).toBe(1);
    await scene.wait('15 days');
    const later = await scene.rows<{ from: string; until: string }>(
      `SELECT (app_now() + interval '1 hour')::text AS from, (app_now() + interval '3 hours')::text AS until`,
    );
    const window = {
      from: new Date(later[0]!.from).toISOString(),
      until: new Date(later[0]!.until).toISOString(),
    };
    const { id: after } = await scene.post(scene.asker(6).cookie, { window });
    expect((await yes(4, after)).status).toBe(200);
    await scene.wait('-15 days');
  });

  it('shuts a removed coordinator out: no call works, and the open socket is gone within a second', async () => {
    const { cookie } = scene.asker(7);
    const { id: request } = await scene.post(cookie);
    await scene.client.call('acceptHelpRequest', { id: request, cookie: second.cookie, body: {} });
    const body = { met: { helpRequestId: request }, kind: 'unsafe' as const };
    const { id } = (await scene.client.call('reportPerson', { cookie, body })).result();
    const socket = io(scene.origin, {
      path: '/realtime',
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: { cookie: second.cookie },
    });
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
    });
    const gone = new Promise<void>((resolve) => {
      socket.on('disconnect', () => resolve());
    });
    expect((await decide(id, north.cookie, 'removal')).status).toBe(204);
    await Promise.race([
      gone,
      new Promise((_resolve, reject) => {
        setTimeout(() => reject(new Error('The socket is still open after a second')), 1_000);
      }),
    ]);
    expect((await scene.client.call('getMe', { cookie: second.cookie })).problem().code).toBe('not-signed-in');
    expect((await scene.client.call('listReports', { cookie: second.cookie })).problem().code).toBe('not-signed-in');
    // Somebody who calls the desk has it ask to look again, and somebody else than who decided does.
    const [sanction] = await scene.rows<{ id: string }>('SELECT id FROM sanction WHERE report_id = $1', [id]);
    const appeal = (by: string) =>
      scene.client.call('appealSanction', {
        id: sanction!.id,
        cookie: by,
        body: { text: 'Dit klopt niet, ik was er wel.' },
      });
    for (const stranger of [south, scene.neighbour(3).cookie])
      expect((await appeal(stranger)).problem().code).toBe('not-found');
    const open = (await appeal(desk)).result();
    expect(open.appeal).toStrictEqual({ status: 'open', text: 'Dit klopt niet, ik was er wel.', answer: null });
    const look = (by: string, version = open.version) =>
      scene.client.call('decideAppeal', {
        id: open.id,
        cookie: by,
        headers: { 'if-match': `"${version}"` },
        body: { decision: 'grant', answer: 'Wij keken opnieuw: u kunt weer meedoen.' },
      });
    expect((await look(north.cookie)).problem().code).toBe('not-allowed');
    expect((await look(south)).problem().code).toBe('not-found');
    expect((await look(desk, open.version - 1)).problem().code).toBe('stale-version');
    expect((await look(desk)).result()).toMatchObject({ appeal: { status: 'granted' }, endedAt: expect.any(String) });
    expect(await scene.rows('SELECT status FROM person WHERE id = $1', [second.personId])).toStrictEqual([
      { status: 'active' },
    ]);
  });

  it('can be seen and contested by the person, and by nobody else', async () => {
    const id = await reported(8, 8);
    await decide(id, north.cookie, 'no-helping');
    const [sanction] = await mine(scene.neighbour(8).cookie);
    expect(sanction).toMatchObject({ kind: 'no-helping', explanation: words, until: null, appeal: null });
    expect((await mine(scene.neighbour(7).cookie)).length).toBe(0);
    const appeal = await scene.client.call('appealSanction', {
      id: sanction!.id,
      cookie: scene.neighbour(8).cookie,
      body: { text: 'Ik was ziek en heb gebeld.' },
    });
    expect(appeal.result()).toMatchObject({ appeal: { status: 'open' }, mayDecideAppeal: false });
    const listed = await scene.client.call('listSanctions', { cookie: south, query: { role: 'organiser' } });
    expect(listed.result().sanctions).toStrictEqual([]);
  });
});

describe('patterns', () => {
  it('raise one report when somebody says yes and cancels twice, and none when the two are parted', async () => {
    const { cookie, personId } = scene.neighbour(6);
    const cancelled = async (asker: number): Promise<void> => {
      const { id } = await scene.post(scene.asker(asker).cookie);
      await scene.client.call('acceptHelpRequest', { id, cookie, body: {} });
      await scene.client.call('withdrawAcceptance', { id, cookie });
      await scene.workOff();
    };
    const raised = () =>
      scene.count(`SELECT 1 FROM report WHERE subject_id = $1 AND kind = 'often-cancels' AND reporter_id IS NULL`, [
        personId,
      ]);
    await cancelled(0);
    expect(await raised()).toBe(0);
    await cancelled(1);
    expect(await raised()).toBe(1);
    await cancelled(2);
    expect(await raised()).toBe(1);
    expect(await scene.count('SELECT 1 FROM conduct_mark WHERE person_id <> $1', [personId])).toBe(0);
  });
});
