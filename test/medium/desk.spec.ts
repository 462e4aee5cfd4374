import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DeskParty, DeskQuestion } from '@app/contracts/http/desk.js';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import { CoordinationScene } from './coordination-scene.js';

jest.setTimeout(120_000);

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

const call: CoordinationScene['application']['client']['call'] = (id, input) => at.application.client.call(id, input);
const words = 'Waar kan mijn moeder overdag terecht?';
const welfare: DeskParty = { kind: 'welfare', organisationId: null };
const asker = (index: number) => at.application.asker(index).cookie;
const ask = (cookie: string, body = {}) => call('askDesk', { cookie, body: { text: words, ...body } });
const inNorth = () => ({ neighbourhoodCode: at.application.code(0) });
const list = async (cookie: string, role: 'mine' | 'owner') =>
  (await call('listDeskQuestions', { cookie, query: { role } })).result().questions;
const seen = async (cookie: string, id: string): Promise<DeskQuestion | undefined> =>
  (await list(cookie, 'owner')).find((one: DeskQuestion) => one.id === id);
const lock = (version: number | null) => (version === null ? {} : { headers: { 'if-match': `"${version}"` } });
const offer = (id: string, cookie: string, to: DeskParty | null, version: number | null = 1) =>
  call('offerDeskQuestion', { id, cookie, ...lock(version), body: { to } });
const take = (id: string, cookie: string, version: number, yes = true) =>
  call('answerDeskOffer', { id, cookie, ...lock(version), body: { take: yes } });
const answer = (id: string, cookie: string, version: number | null) =>
  call('answerDeskQuestion', {
    id,
    cookie,
    ...lock(version),
    body: { text: 'Elke dinsdag kan zij naar de Huiskamer.', theme: 'finding-the-way' },
  });
const due = async (): Promise<AnyPlannedJob[]> =>
  (await at.application.overdue()).filter(({ name }) => name === 'desk.keep-clock');
const mails = (subject: RegExp) => at.application.sink.list().filter((mail) => subject.test(mail.subject));

describe('a question to the desk', () => {
  it('has one owner from the first moment, and is seen by its asker and its owner alone', async () => {
    const { id, owner, status } = (await ask(asker(1), inNorth())).result();
    expect({ status, kind: owner.kind, of: owner.organisationId }).toStrictEqual({
      status: 'open',
      kind: 'association',
      of: at.north.organisationId,
    });
    expect(owner.person?.phone).toBeTruthy();
    expect((await ask(asker(2))).result().owner.kind).toBe('desk');
    expect((await list(asker(1), 'mine')).map((one: DeskQuestion) => [one.id, one.text, one.desk])).toStrictEqual([
      [id, words, null],
    ]);
    expect(await list(asker(3), 'mine')).toStrictEqual([]);
    expect(await seen(at.colleague.cookie, id)).toMatchObject({
      text: words,
      desk: { givenName: 'vrager1', byPhone: false, may: ['offer', 'answer'] },
    });
    for (const other of [at.south.cookie, at.desk.cookie, monitor]) expect(await seen(other, id)).toBeUndefined();
    const stranger = await call('listDeskQuestions', { cookie: asker(1), query: { role: 'owner' } });
    expect(stranger.problem().code).toBe('not-allowed');
    for (const other of [at.south.cookie, monitor, asker(1), asker(3)]) {
      expect((await offer(id, other, welfare)).problem().code).toBe('not-found');
      expect((await answer(id, other, 1)).problem().code).toBe('not-found');
      const number = await call('viewDeskAsker', { id, cookie: other, body: { reason: 'asked-by-person' } });
      expect(number.problem().code).toBe('not-found');
    }
    const [row] = await at.application.rows<{ text_enc: Buffer }>('SELECT text_enc FROM desk_question WHERE id = $1', [
      id,
    ]);
    expect(row!.text_enc.includes('moeder')).toBe(false);
    expect(await at.items(at.north.cookie, 'question')).toMatchObject([{ subjectId: id, givenName: 'vrager1' }]);
    expect(await at.items(at.south.cookie, 'question')).toStrictEqual([]);
  });

  it('goes to another only when that one takes it', async () => {
    const { id } = (await ask(asker(4), inNorth())).result();
    const ownerNow = async () => (await list(asker(4), 'mine'))[0]?.owner.kind;
    expect((await offer(id, at.north.cookie, welfare, null)).problem().code).toBe('if-match-required');
    const own: DeskParty = { kind: 'association', organisationId: at.north.organisationId };
    const unknown: DeskParty = { kind: 'association', organisationId: randomUUID() };
    for (const wrong of [own, unknown])
      expect((await offer(id, at.north.cookie, wrong)).problem().code).toBe('invalid-input');
    const both = await Promise.all([
      offer(id, at.north.cookie, welfare),
      offer(id, at.colleague.cookie, { kind: 'desk', organisationId: at.desk.organisationId }),
    ]);
    expect(new Set(both.map(({ status }) => status))).toStrictEqual(new Set([200, 412]));
    await offer(id, at.north.cookie, welfare, 2);
    expect(await ownerNow()).toBe('association');
    expect((await take(id, at.desk.cookie, 3)).problem().code).toBe('not-found');
    expect((await take(id, at.north.cookie, 3)).problem().code).toBe('not-open');
    expect((await take(id, monitor, 3, false)).status).toBe(204);
    expect(await ownerNow()).toBe('association');
    expect(await seen(monitor, id)).toBeUndefined();
    await offer(id, at.north.cookie, welfare, 4);
    expect((await take(id, monitor, 5)).status).toBe(204);
    expect(await ownerNow()).toBe('welfare');
    expect(await seen(at.north.cookie, id)).toBeUndefined();
    await at.application.workOff();
    expect(mails(/^Uw vraag is nu bij Het welzijnswerk/)).toHaveLength(1);
    expect((await answer(id, monitor, null)).problem().code).toBe('if-match-required');
    expect((await answer(id, monitor, 6)).result()).toMatchObject({ status: 'answered', theme: 'finding-the-way' });
    expect((await answer(id, monitor, 7)).problem().code).toBe('not-open');
    await at.application.workOff();
    const [mail] = mails(/^Antwoord op uw vraag/);
    expect(mail?.text).toContain('Elke dinsdag');
    expect((await list(asker(4), 'mine'))[0]).toMatchObject({ status: 'answered', answer: expect.any(String) });
    const acts = await at.application.rows<{ act: string }>(
      `SELECT act FROM audit_entry WHERE about_id = $1 ORDER BY at, id`,
      [id],
    );
    expect(acts.map(({ act }) => act.replace('desk-question-', ''))).toStrictEqual([
      'offered',
      'offered',
      'left',
      'offered',
      'taken',
      'answered',
    ]);
  });

  it('goes to the desk when nobody answers in two days, and is late there after two more', async () => {
    const { id } = (await ask(asker(5), inNorth())).result();
    await at.application.wait('49 hours');
    for (const job of await due()) await at.application.handle(job);
    await at.application.workOff();
    expect((await list(asker(5), 'mine'))[0]?.owner.kind).toBe('desk');
    expect(mails(/^Uw vraag is nu bij (?!Het welzijnswerk)/).length).toBeGreaterThan(0);
    await at.application.wait('49 hours');
    const late = await due();
    expect(late.map(({ data }) => data)).toContainEqual({
      municipalityId: at.application.town.municipalityId,
      questionId: id,
    });
    for (const job of late) await at.application.handle({ ...job, id: randomUUID() });
    expect(await due()).toStrictEqual([]);
    expect((await list(asker(5), 'mine'))[0]?.owner.kind).toBe('desk');
    await at.application.wait('-98 hours');
  });

  it('is noted by an organiser for who calls, whose number needs a reason and a row in the trail', async () => {
    const onBehalfOf = { givenName: 'Truus', phone: '06 55000009' };
    expect((await ask(asker(1), { onBehalfOf })).problem().code).toBe('not-allowed');
    const { id } = (await ask(at.south.cookie, { onBehalfOf })).result();
    expect(await seen(at.desk.cookie, id)).toMatchObject({ desk: { givenName: 'Truus', byPhone: true } });
    expect(JSON.stringify(await seen(at.desk.cookie, id))).not.toContain('55000009');
    const view = (body: object) => call('viewDeskAsker', { id, cookie: at.desk.cookie, body });
    expect((await view({})).problem().code).toBe('reason-required');
    expect((await view({ reason: 'call-about-request' })).result()).toStrictEqual({ phone: '06 55000009' });
    expect(
      await at.application.count(`SELECT 1 FROM audit_entry WHERE about_id = $1 AND act = 'contact-viewed'`, [id]),
    ).toBe(1);
  });

  it('recognises who called before, for who may know, and keeps one caller one person', async () => {
    const onBehalfOf = { givenName: 'Bep', phone: '06 55000010' };
    const { id } = (await ask(at.north.cookie, { ...inNorth(), onBehalfOf })).result();
    const search = (cookie: string, body: object) => call('findDeskCallers', { cookie, body });
    const [found] = (await search(at.north.cookie, { phone: '+31 6 550000' })).result().people;
    expect(found).toMatchObject({
      givenName: 'Bep',
      phoneEnding: '10',
      sameAs: 'phone',
      openQuestions: [{ id, text: words, ownerName: 'Noord' }],
    });
    expect((await search(at.north.cookie, { givenName: 'bep' })).text).not.toContain('550000');
    const viewsOf = (personId: string) =>
      at.application.rows<{ names: string[] }>(
        `SELECT ARRAY(SELECT jsonb_object_keys(details::jsonb)) AS names FROM audit_entry
          WHERE act = 'contact-viewed' AND subject_id = $1`,
        [personId],
      );
    // Two searches of one call are one row; whoever finds nobody has seen nobody.
    expect(await viewsOf(found!.personId)).toStrictEqual([{ names: ['phone'] }]);
    for (const other of [at.south.cookie, at.desk.cookie]) {
      expect((await search(other, { phone: '06 55000010' })).result().people).toStrictEqual([]);
      const again = { onBehalfOf: { ...onBehalfOf, personId: found!.personId } };
      expect((await ask(other, again)).problem().code).toBe('not-found');
    }
    expect(await viewsOf(found!.personId)).toHaveLength(1);
    for (const other of [asker(1), monitor])
      expect((await search(other, { phone: '06 55000010' })).problem().code).toBe('not-allowed');
    expect((await search(at.north.cookie, {})).problem()).toMatchObject({ code: 'invalid-input' });
    const same = { ...inNorth(), onBehalfOf: { ...onBehalfOf, personId: found!.personId } };
    expect((await ask(at.north.cookie, same)).status).toBe(201);
    const [one] = (await search(at.north.cookie, { phone: '06 55000010' })).result().people;
    expect(one?.openQuestions).toHaveLength(2);
    // Who asked with an address is no caller, also not for who owns the question.
    await ask(asker(9), inNorth());
    expect((await search(at.north.cookie, { givenName: 'vrager9' })).result().people).toStrictEqual([]);
  });

  it('lets who finds it heavy ask for a call, and take that back until there was one', async () => {
    const { id, keepInTouch } = (await ask(asker(0), { ...inNorth(), keepInTouch: true })).result();
    expect(keepInTouch).toBe(true);
    const wish = (cookie: string, wanted: boolean) => call('setKeepInTouch', { id, cookie, body: { wanted } });
    for (const other of [asker(3), at.north.cookie, at.south.cookie, at.desk.cookie, monitor])
      expect((await wish(other, false)).problem().code).toBe('not-found');
    expect(await seen(at.colleague.cookie, id)).toMatchObject({ keepInTouch: true });
    for (const wanted of [false, false, true]) {
      expect((await wish(asker(0), wanted)).status).toBe(204);
      expect(await seen(at.north.cookie, id)).toMatchObject({ keepInTouch: wanted });
    }
    const told = await at.application.rows<{ type: string }>(
      `SELECT type FROM outbox WHERE type LIKE 'strain-signal.%' AND payload->>'questionId' = $1 ORDER BY id`,
      [id],
    );
    expect(told.map(({ type }) => type)).toStrictEqual([
      'strain-signal.given',
      'strain-signal.taken-back',
      'strain-signal.given',
    ]);
    const { version = 0 } = (await seen(at.north.cookie, id)) ?? {};
    expect((await answer(id, at.north.cookie, version)).status).toBe(200);
    expect((await wish(asker(0), false)).problem().code).toBe('not-open');
    expect(await list(asker(0), 'mine')).toContainEqual(expect.objectContaining({ id, keepInTouch: true }));
  });

  it('is asked five times a day at most', async () => {
    for (let asked = 0; asked < 5; asked += 1) expect((await ask(asker(6))).status).toBe(201);
    expect((await ask(asker(6))).problem().code).toBe('too-many-requests');
    expect((await ask(asker(7))).status).toBe(201);
  });

  it('loses its words a month after the answer', async () => {
    const { id } = (await ask(asker(8), inNorth())).result();
    await answer(id, at.north.cookie, 1);
    await at.application.rows(`UPDATE session SET expires_at = expires_at + interval '1 year'`);
    await at.application.wait('31 days');
    for (const job of await due()) await at.application.handle(job);
    expect((await list(asker(8), 'mine'))[0]).toMatchObject({ text: '', answer: null, theme: 'finding-the-way' });
    await at.application.wait('-31 days');
  });
});
