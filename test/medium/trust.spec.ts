import { randomUUID } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NeighbourTrust } from '@app/contracts/http/trust.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newTypedCode } from '@app/platform/crypto/typed-code.js';
import { CoordinationScene } from './coordination-scene.js';

jest.setTimeout(120_000);

let at: CoordinationScene;
beforeAll(async () => {
  at = await CoordinationScene.open();
});
afterAll(() => at.close());

const call: CoordinationScene['application']['client']['call'] = (id, input) => at.application.client.call(id, input);
const neighbour = (index: number) => at.application.neighbour(index);
const issue = (by = at.north, body = {}) => call('issueVouchSheet', { id: by.organisationId, cookie: by.cookie, body });
const redeem = (code: string, cookie: string) => call('redeemVouchCode', { cookie, body: { code } });
const own = async (cookie: string) => (await call('getOwnTrust', { cookie })).result();
const levelOf = async (personId: string) =>
  (await at.application.rows<{ trust: string }>('SELECT trust FROM helper_profile WHERE person_id = $1', [personId]))[0]
    ?.trust;
const listed = async (cookie: string, personId: string): Promise<NeighbourTrust | undefined> =>
  (await call('listNeighbourTrust', { cookie }))
    .result()
    .neighbours.find((one: NeighbourTrust) => one.personId === personId);
const acts = (subjectId: string) =>
  at.application.rows<{ act: string }>('SELECT act FROM audit_entry WHERE subject_id = $1 ORDER BY at, id', [
    subjectId,
  ]);
/** The day of the product clock, this many days on. */
async function day(days: number): Promise<string> {
  const [row] = await at.application.rows<{ day: string }>(
    `SELECT ((app_now() AT TIME ZONE 'Europe/Amsterdam')::date + $1::int)::text AS day`,
    [days],
  );
  return row!.day;
}

/** The codes on a sheet, read from the paper. */
function codesOn(pdf: string): string[] {
  const bytes = Buffer.from(pdf, 'base64');
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: word }) => {
    const start = index + word.length;
    try {
      return [inflateSync(bytes.subarray(start, text.indexOf('endstream', start))).toString('latin1')];
    } catch {
      return [];
    }
  });
  const shown = streams
    .join('\n')
    .replace(/<([0-9a-f]+)>/g, (_all, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))
    // What stands between the parts of one word only moves it.
    .replace(/ -?\d+(\.\d+)? /g, '');
  return [...new Set(shown.match(/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/g))];
}

describe('a sheet of cards', () => {
  it('holds as many codes as were asked for, on paper alone', async () => {
    const { sheet, pdf } = (await issue(at.north, { codes: 9 })).result();
    expect(sheet).toMatchObject({ codes: 9, used: 0, revokedAt: null, organisationId: at.north.organisationId });
    const codes = codesOn(pdf);
    expect(codes).toHaveLength(9);
    const { municipalityId } = at.application.town;
    const marks = codes.map((code) =>
      at.application.app.get(KeyRing, { strict: false }).vouchMark(municipalityId, code.replaceAll('-', '')),
    );
    expect(await at.application.count('SELECT 1 FROM vouch_code WHERE code_mark = ANY ($1::bytea[])', [marks])).toBe(9);
    for (const line of at.application.logLines) for (const code of codes) expect(line).not.toContain(code);
  });

  it('is made, seen and withdrawn by its own organisation alone', async () => {
    const foreign = await call('issueVouchSheet', { id: at.north.organisationId, cookie: at.south.cookie, body: {} });
    expect(foreign.problem().code).toBe('not-found');
    const { sheet, pdf } = (await issue()).result();
    const sheetsOf = async (cookie: string) =>
      (await call('listVouchSheets', { cookie })).result().sheets.map(({ id }: { id: string }) => id);
    expect(await sheetsOf(at.colleague.cookie)).toContain(sheet.id);
    expect(await sheetsOf(at.south.cookie)).toStrictEqual([]);
    const stranger = await call('listVouchSheets', { cookie: neighbour(0).cookie });
    expect(stranger.problem().code).toBe('not-allowed');
    const revoke = (cookie: string) => call('revokeVouchSheet', { id: sheet.id, cookie });
    expect((await revoke(at.south.cookie)).problem().code).toBe('not-found');
    expect((await revoke(at.colleague.cookie)).status).toBe(204);
    expect((await redeem(codesOn(pdf)[0]!, neighbour(5).cookie)).problem().code).toBe('invalid-code');
    expect(await levelOf(neighbour(5).personId)).not.toBe('vouched');
  });
});

describe('a card', () => {
  it('works once, for one neighbour, who is vouched for from then on', async () => {
    const [code = ''] = codesOn((await issue()).result().pdf);
    const answers = await Promise.all([0, 1].map((index) => redeem(code.toLowerCase(), neighbour(index).cookie)));
    expect(new Set(answers.map(({ status }) => status))).toStrictEqual(new Set([201, 400]));
    const winner = neighbour(answers[0]!.status === 201 ? 0 : 1);
    expect(await own(winner.cookie)).toMatchObject({
      level: 'vouched',
      vouchings: [{ organisationName: expect.any(String) }],
      vog: null,
    });
    expect(await acts(winner.personId)).toStrictEqual([{ act: 'vouched' }]);
    expect((await redeem(code, winner.cookie)).problem().code).toBe('invalid-code');
    expect((await listed(at.north.cookie, winner.personId))?.vouchedAt).not.toBeNull();
  });

  it('is too old after its time', async () => {
    const [code = ''] = codesOn((await issue(at.north, { validDays: 2 })).result().pdf);
    await at.application.wait('3 days');
    expect((await redeem(code, neighbour(4).cookie)).problem().code).toBe('invalid-code');
    await at.application.wait('-3 days');
    expect((await redeem(code, neighbour(4).cookie)).status).toBe(201);
  });

  it('is not for whoever printed it, nor for somebody who did not say how to help', async () => {
    await at.application.rows(
      `INSERT INTO helper_profile SELECT municipality_id, $1, neighbourhood_code, max_distance, weekly_ask_budget,
              quiet_from_minute, quiet_until_minute, accepts_acute, NULL, 'none', already_helping, helps_while_asking,
              channels, home_changes, willing_since FROM helper_profile LIMIT 1`,
      [at.north.personId],
    );
    const [first = '', second = ''] = codesOn((await issue()).result().pdf);
    expect((await redeem(first, at.north.cookie)).problem().code).toBe('not-allowed');
    expect((await redeem(second, at.application.asker(3).cookie)).problem().code).toBe('profile-required');
    // Neither of them used it up.
    expect((await redeem(first, neighbour(3).cookie)).status).toBe(201);
  });

  it('cannot be guessed: after ten tries an hour it is over, also for a right code', async () => {
    const { cookie } = neighbour(2);
    const [code = ''] = codesOn((await issue()).result().pdf);
    for (let tries = 0; tries < 10; tries += 1)
      expect((await redeem(newTypedCode(12), cookie)).problem().code).toBe('invalid-code');
    expect((await redeem(code, cookie)).problem().code).toBe('too-many-tries');
    await at.application.wait('61 minutes');
    expect((await redeem(code, cookie)).status).toBe(201);
    await at.application.wait('-61 minutes');
  });

  it('counts until its association takes it back, and nobody else can', async () => {
    const { personId } = neighbour(3);
    const withdraw = (cookie: string) => call('withdrawVouching', { id: personId, cookie });
    expect((await withdraw(at.south.cookie)).problem().code).toBe('not-found');
    expect((await withdraw(neighbour(0).cookie)).problem().code).toBe('not-allowed');
    expect((await withdraw(at.colleague.cookie)).result()).toMatchObject({ level: 'none', vouchedAt: null });
    expect(await levelOf(personId)).toBe('none');
    expect(await acts(personId)).toStrictEqual([{ act: 'vouched' }, { act: 'vouching-withdrawn' }]);
  });
});

describe('a certificate of conduct', () => {
  const record = (personId: string, cookie: string, issuedOn: string) =>
    call('recordVog', { id: personId, cookie, body: { issuedOn } });

  it('is a day and who saw it, noted by the own organisation about somebody else', async () => {
    const { personId, cookie } = neighbour(1);
    const issuedOn = await day(-30);
    expect((await record(personId, at.south.cookie, issuedOn)).problem().code).toBe('not-found');
    expect((await record(randomUUID(), at.north.cookie, issuedOn)).problem().code).toBe('not-found');
    for (const wrong of [await day(1), await day(-1_200)])
      expect((await record(personId, at.north.cookie, wrong)).problem().code).toBe('invalid-input');
    expect((await record(personId, at.north.cookie, issuedOn)).result()).toMatchObject({
      level: 'vog',
      vog: { issuedOn },
    });
    expect(await own(cookie)).toMatchObject({ level: 'vog', vog: { issuedOn, checkedBy: expect.any(String) } });
    expect((await own(neighbour(2).cookie)).vog).toBeNull();
    await at.application.rows(`UPDATE membership SET association_id = $2 WHERE person_id = $1 AND role = 'neighbour'`, [
      at.north.personId,
      at.north.organisationId,
    ]);
    await at.application.rows(
      `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
       VALUES ($1, gen_random_uuid(), $2, $3, 'neighbour', app_now()) ON CONFLICT DO NOTHING`,
      [at.application.town.municipalityId, at.north.personId, at.north.organisationId],
    );
    expect((await record(at.north.personId, at.north.cookie, issuedOn)).problem().code).toBe('not-allowed');
  });

  it('opens what asks for it, ends after three years, and that is told before', async () => {
    const { personId, cookie } = neighbour(1);
    const { id } = await at.application.post(at.application.asker(4).cookie, { requiredTrust: 'vog' });
    const yes = (by: string) => call('acceptHelpRequest', { id, cookie: by, body: {} });
    expect((await yes(neighbour(2).cookie)).problem().code).toBe('trust-too-low');
    expect((await yes(cookie)).status).toBe(200);
    await at.application.workOff();
    await at.application.rows(`UPDATE session SET expires_at = expires_at + interval '5 years'`);
    await at.application.wait('1010 days');
    const job = (await at.application.overdue()).find(({ name }) => name === 'trust.watch-vog');
    await at.application.handle(job!);
    await at.application.handle({ ...job!, id: randomUUID() });
    await at.application.workOff();
    // The sink lists the newest first.
    const told = () =>
      at.application.sink
        .list()
        .filter(({ subject }) => subject.startsWith('Uw VOG telt'))
        .toReversed();
    expect(told().map(({ subject }) => subject)).toStrictEqual(['Uw VOG telt nog kort']);
    const [item] = await at.items(at.colleague.cookie, 'vog');
    expect(item).toMatchObject({ kind: 'vog', request: null });
    expect(await at.items(at.south.cookie, 'vog')).toStrictEqual([]);
    expect((await at.finish(at.north.cookie, item!)).problem().code).toBe('not-open');
    expect(await levelOf(personId)).toBe('vog');
    await at.application.wait('60 days');
    for (const due of (await at.application.overdue()).filter(({ name }) => name === 'trust.watch-vog'))
      await at.application.handle(due);
    await at.application.workOff();
    expect(told().map(({ subject }) => subject)).toStrictEqual(['Uw VOG telt nog kort', 'Uw VOG telt niet meer']);
    expect(['none', 'vouched']).toContain(await levelOf(personId));
    expect((await acts(personId)).map(({ act }) => act)).toContain('vog-lapsed');
    expect((await at.application.overdue()).filter(({ name }) => name === 'trust.watch-vog')).toStrictEqual([]);
    await at.application.wait('-1070 days');
  });

  it('is withdrawn at once', async () => {
    const { personId } = neighbour(1);
    const withdraw = (cookie: string) => call('withdrawVog', { id: personId, cookie });
    expect((await withdraw(at.south.cookie)).problem().code).toBe('not-found');
    expect((await withdraw(at.north.cookie)).result().vog).toBeNull();
    expect(await at.items(at.north.cookie, 'vog')).toStrictEqual([]);
  });
});

describe('coming along the first time', () => {
  it('is asked by the asker or an organiser, stands on the list once somebody comes, and is ticked off', async () => {
    const asker = at.application.asker(5);
    const { id } = await at.application.post(asker.cookie);
    const put = (cookie: string, wanted: boolean) => call('putAccompaniment', { id, cookie, body: { wanted } });
    const get = (cookie: string) => call('getAccompaniment', { id, cookie });
    for (const stranger of [at.application.asker(6).cookie, neighbour(0).cookie, at.south.cookie]) {
      expect((await put(stranger, true)).problem().code).toBe('not-found');
      expect((await get(stranger)).problem().code).toBe('not-found');
    }
    expect((await put(asker.cookie, true)).result()).toStrictEqual({ wanted: true, doneAt: null, mayChange: true });
    expect((await put(at.north.cookie, true)).result().wanted).toBe(true);
    expect(await at.items(at.north.cookie, 'accompany')).toStrictEqual([]);
    await call('acceptHelpRequest', { id, cookie: neighbour(0).cookie, body: {} });
    const [item] = await at.items(at.north.cookie, 'accompany');
    expect(item).toMatchObject({ helpRequestId: id, kind: 'accompany' });
    expect(await at.items(at.south.cookie, 'accompany')).toStrictEqual([]);
    expect((await at.finish(at.south.cookie, item!)).problem().code).toBe('not-found');
    expect((await at.finish(at.north.cookie, item!)).status).toBe(204);
    expect((await at.finish(at.colleague.cookie, item!)).problem().code).toBe('not-found');
    expect((await get(asker.cookie)).result().doneAt).not.toBeNull();
    const reopened = await call('reopenWorkItem', { id: item!.id, cookie: at.north.cookie });
    expect(reopened.result().kind).toBe('accompany');
    expect((await put(asker.cookie, false)).result().wanted).toBe(false);
    expect(
      await at.application.rows<{ act: string; reason: string }>(
        `SELECT act, reason FROM audit_entry WHERE about_id = $1 AND act LIKE 'accompaniment%' ORDER BY at, id`,
        [id],
      ),
    ).toStrictEqual([
      { act: 'accompaniment-changed', reason: 'true' },
      { act: 'accompaniment-done', reason: 'true' },
      { act: 'accompaniment-done', reason: 'false' },
      { act: 'accompaniment-changed', reason: 'false' },
    ]);
  });
});
