import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CoordinationScene } from './coordination-scene.js';

jest.setTimeout(120_000);

let at: CoordinationScene;
beforeAll(async () => {
  at = await CoordinationScene.open();
});
afterAll(() => at.close());

const call: CoordinationScene['application']['client']['call'] = (id, input) => at.application.client.call(id, input);
const rows: CoordinationScene['application']['rows'] = (sql, parameters) => at.application.rows(sql, parameters);
const words = 'Wij spraken elkaar. Het is goed zo.';

/** A report about a neighbour, decided by this organiser. @returns the sanction */
async function sanctioned(neighbour: number, asker: number, outcome: 'no-helping' | 'removal', by = at.north) {
  const { cookie } = at.application.asker(asker);
  const { id } = await at.application.post(cookie);
  await call('acceptHelpRequest', { id, cookie: at.application.neighbour(neighbour).cookie, body: {} });
  const report = (
    await call('reportPerson', { cookie, body: { met: { helpRequestId: id }, kind: 'unsafe' } })
  ).result();
  const decided = await call('decideReport', {
    id: report.id,
    cookie: by.cookie,
    headers: { 'if-match': '"1"' },
    body: { outcome, explanation: 'U kwam twee keer niet opdagen.' },
  });
  expect(decided.status).toBe(204);
  const [sanction] = await rows<{ id: string }>('SELECT id FROM sanction WHERE report_id = $1', [report.id]);
  return { reportId: report.id, id: sanction!.id };
}
const lift = (id: string, cookie: string, version: number | undefined) =>
  call('liftSanction', {
    id,
    cookie,
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
    body: { explanation: words },
  });

describe('people on the work list', () => {
  it('stand there as a report, until somebody decides who is neither about it nor made it', async () => {
    const { cookie } = at.application.asker(1);
    const { id } = await at.application.post(cookie);
    await call('acceptHelpRequest', { id, cookie: at.application.neighbour(0).cookie, body: {} });
    const body = { met: { helpRequestId: id }, kind: 'unkind' as const };
    const report = (await call('reportPerson', { cookie, body })).result();
    const [item] = await at.items(at.north.cookie, 'report');
    expect(item).toMatchObject({ subjectId: report.id, reportKind: 'unkind', givenName: 'buur0', request: null });
    expect(await at.items(at.south.cookie, 'report')).toStrictEqual([]);
    expect((await at.finish(at.north.cookie, item!)).problem().code).toBe('not-open');
    // Of a report that a coordinator made, or that is about one, this coordinator sees nothing.
    const own = await at.application.post(at.colleague.cookie);
    await call('acceptHelpRequest', { id: own.id, cookie: at.application.neighbour(1).cookie, body: {} });
    await call('reportPerson', {
      cookie: at.colleague.cookie,
      body: { met: { helpRequestId: own.id }, kind: 'no-show' },
    });
    expect((await at.items(at.north.cookie, 'report')).map(({ reportKind }) => reportKind)).toStrictEqual([
      'unkind',
      'no-show',
    ]);
    expect((await at.items(at.colleague.cookie, 'report')).map(({ reportKind }) => reportKind)).toStrictEqual([
      'unkind',
    ]);
  });

  it('stand there again when a sanction without an end is a month old, and when somebody asks to look again', async () => {
    const { id } = await sanctioned(2, 2, 'no-helping');
    expect(await at.items(at.north.cookie, 'sanction')).toStrictEqual([]);
    await rows(`UPDATE session SET expires_at = expires_at + interval '1 year'`);
    await at.application.wait('31 days');
    const [item] = await at.items(at.north.cookie, 'sanction');
    expect(item).toMatchObject({ subjectId: id, sanctionKind: 'no-helping' });
    expect((await at.finish(at.north.cookie, item!)).status).toBe(204);
    expect(await at.items(at.colleague.cookie, 'sanction')).toStrictEqual([]);
    await at.application.wait('31 days');
    expect(await at.items(at.north.cookie, 'sanction')).toHaveLength(1);
    const { cookie } = at.application.neighbour(2);
    await call('appealSanction', { id, cookie, body: { text: 'Ik was er echt niet bij.' } });
    // Not for who decided; for the colleague and for the desk.
    expect(await at.items(at.north.cookie, 'appeal')).toStrictEqual([]);
    expect(await at.items(at.south.cookie, 'appeal')).toStrictEqual([]);
    for (const who of [at.colleague, at.desk])
      expect(await at.items(who.cookie, 'appeal')).toMatchObject([
        { subjectId: id, organisationId: who.organisationId, sanctionKind: 'no-helping' },
      ]);
    expect(await at.items(at.north.cookie, 'sanction')).toStrictEqual([]);
    expect((await lift(id, at.north.cookie, 2)).problem().code).toBe('not-active-any-more');
    await at.application.wait('-62 days');
  });

  it('hear at once that the list changed', async () => {
    await at.application.workOff();
    await sanctioned(3, 3, 'no-helping');
    const held = await at.application.workOff('coordination.hint-list');
    expect(held.map(({ data }) => data)).toContainEqual({
      municipalityId: at.application.town.municipalityId,
      associationId: at.north.organisationId,
    });
    for (const job of held) await at.application.handle(job);
  });
});

describe('a sanction that ends before its time', () => {
  it('is lifted by its own organisation, once, and the person reads why', async () => {
    const { id } = await sanctioned(4, 4, 'removal');
    const { personId } = at.application.neighbour(4);
    for (const stranger of [at.south, at.desk])
      expect((await lift(id, stranger.cookie, 1)).problem().code).toBe('not-found');
    expect((await lift(randomUUID(), at.north.cookie, 1)).problem().code).toBe('not-found');
    expect((await lift(id, at.application.neighbour(0).cookie, 1)).problem().code).toBe('not-allowed');
    expect((await lift(id, at.north.cookie, undefined)).problem().code).toBe('if-match-required');
    const both = await Promise.all([at.north, at.colleague].map(({ cookie }) => lift(id, cookie, 1)));
    expect(new Set(both.map(({ status }) => status))).toStrictEqual(new Set([204, 412]));
    expect(await rows('SELECT status, helping_barred_until FROM person WHERE id = $1', [personId])).toStrictEqual([
      { status: 'active', helping_barred_until: null },
    ]);
    const cookie = await at.application.cookieOf(personId);
    const mine = (await call('listSanctions', { cookie, query: { role: 'mine' } })).result().sanctions;
    expect(mine).toMatchObject([{ id, lifted: words, mayLift: false }]);
    await at.application.workOff();
    const mail = at.application.sink.list().find(({ subject }) => subject === 'U kunt weer meedoen');
    expect(mail?.text).toContain(words);
    expect(
      await at.application.count(`SELECT 1 FROM audit_entry WHERE about_id = $1 AND act = 'sanction-lifted'`, [id]),
    ).toBe(1);
    const [row] = await rows<{ lifted_enc: Buffer }>('SELECT lifted_enc FROM sanction WHERE id = $1', [id]);
    expect(row!.lifted_enc.includes('spraken')).toBe(false);
    expect((await lift(id, at.north.cookie, 2)).problem().code).toBe('not-active-any-more');
  });
});

describe('the mail a day', () => {
  const due = async () => (await at.application.overdue()).filter(({ name }) => name === 'coordination.sum-up');
  const mails = () => at.application.sink.list().filter(({ subject }) => /^Er wacht(en)? \d+ ding/.test(subject));

  /** Does all that is due, twice over, as two sweeps would have it. */
  async function morning(): Promise<number> {
    const before = mails().length;
    const jobs = await due();
    for (const job of [...jobs, ...jobs]) await at.application.handle({ ...job, id: randomUUID() });
    await at.application.workOff();
    return mails().length - before;
  }

  it('comes once, to who has work and is there, with numbers and nobody’s name', async () => {
    const { municipalityId } = at.application.town;
    await at.application.workOff();
    const waiting = (await at.list(at.colleague.cookie)).items.filter(({ kind }) => kind !== 'running').length;
    expect(waiting).toBeGreaterThan(0);
    await morning();
    const told = mails().filter(({ subject }) => subject.includes(String(waiting)));
    expect(told.length).toBeGreaterThan(0);
    for (const { subject, text } of mails()) {
      expect(text).toContain('/werklijst');
      expect(`${subject} ${text}`).not.toMatch(/buur\d|vrager\d|06|033/);
    }
    expect(await due()).toStrictEqual([]);
    expect(await morning()).toBe(0);
    const looked = await at.application.count('SELECT 1 FROM work_mail WHERE municipality_id = $1', [municipalityId]);
    expect(looked).toBeGreaterThanOrEqual(4);
  });

  it('comes at eight by the clock on the wall, also on the days that the clock is put on or back', async () => {
    for (const [early, late] of [
      ['2027-03-28T05:59:00Z', '2027-03-28T06:00:00Z'],
      ['2026-10-25T06:59:00Z', '2026-10-25T07:00:00Z'],
    ] as const) {
      await at.application.setClock(Date.parse(early));
      expect(await due()).toStrictEqual([]);
      await at.application.setClock(Date.parse(late));
      expect((await due()).length).toBeGreaterThanOrEqual(4);
    }
  });

  it('is not for who wants none, is away, or has nothing to do', async () => {
    const after = Date.parse('2027-06-07T06:30:00Z');
    await at.application.setClock(after);
    await rows(`UPDATE session SET expires_at = expires_at + interval '1 year'`);
    const stop = (cookie: string) => call('putWorkMail', { cookie, body: { wanted: false } });
    expect((await stop(at.application.neighbour(0).cookie)).problem().code).toBe('not-allowed');
    expect((await stop(at.north.cookie)).result()).toStrictEqual({ wanted: false });
    expect((await call('getWorkMail', { cookie: at.colleague.cookie })).result()).toStrictEqual({ wanted: true });
    const wanted = (await due()).map(({ data }) => (data as { personId: string }).personId);
    expect(wanted).not.toContain(at.north.personId);
    expect(wanted).toContain(at.colleague.personId);
    const absence = { deputyId: at.north.personId, from: new Date(after - 1_000).toISOString() };
    const until = new Date(after + 86_400_000).toISOString();
    await call('putAbsence', {
      id: at.colleague.organisationId,
      cookie: at.colleague.cookie,
      body: { ...absence, until },
    });
    await rows(`UPDATE report SET status = 'decided'`);
    expect(await at.items(at.south.cookie, 'review')).toStrictEqual([]);
    await at.application.workOff();
    const southWaits = (await at.list(at.south.cookie)).items.filter(({ kind }) => kind !== 'running').length;
    const deskWaits = (await at.list(at.desk.cookie)).items.filter(({ kind }) => kind !== 'running').length;
    expect(await morning()).toBe([southWaits, deskWaits].filter((count) => count > 0).length);
  });
});
