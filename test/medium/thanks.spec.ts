import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GeneratedPerson } from '../load/generated-people.js';
import { Application, northOf } from '../support/application.js';
import { AgreementScene, type Agreement } from './agreement-scene.js';

let scene: Application;
let at: AgreementScene;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 8 });
  at = new AgreementScene(scene);
});
afterAll(() => scene.close());

/** A help that worked out, both told of it. */
async function helped(index: number): Promise<Agreement> {
  const agreement = await at.agreed(index);
  const { requestId: id, asker } = agreement;
  await scene.client.call('recordOutcome', { id, cookie: asker.cookie, body: { helped: true } });
  await scene.workOff();
  return agreement;
}

const thank = (id: string, { cookie }: { cookie: string }, text: string) =>
  scene.client.call('giveThanks', { id, cookie, body: { text } });
const thanks = (id: string, { cookie }: { cookie: string }) => scene.client.call('getThanks', { id, cookie });
const mailsTo = ({ email }: GeneratedPerson, by: GeneratedPerson) =>
  scene.sink.list({ to: email }).filter(({ subject }) => subject === `${by.givenName} bedankt u`);

describe('a thank-you', () => {
  it('reaches the helper in the app and by mail, once, encrypted in between', async () => {
    const { requestId, asker, helper } = await helped(0);
    expect((await thanks(requestId, helper)).result()).toStrictEqual({
      received: [],
      mayThank: true,
      given: false,
      wall: 'none',
    });
    const words = 'Kanariedank <b>voor</b> Boef\nBcc: x@voorbeeld.invalid';
    expect((await thank(requestId, asker, words)).result()).toMatchObject({ given: true, mayThank: false });
    await scene.workOff();
    const [received] = (await thanks(requestId, helper)).result().received;
    expect(received).toMatchObject({ givenName: asker.givenName, text: words });
    const mails = mailsTo(helper, asker);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('Kanariedank');
    expect(mails[0]?.html).toContain('&lt;b&gt;voor');
    expect(Object.keys(mails[0]?.headers ?? {}).map((name) => name.toLowerCase())).not.toContain('bcc');
    expect((await thank(requestId, asker, 'nog eens')).problem().code).toBe('already-answered');
    const rows = await scene.rows<{ text: string }>(
      'SELECT row_to_json(t)::text AS text FROM thanks t UNION ALL SELECT row_to_json(o)::text FROM outbox o',
    );
    const hex = Buffer.from('Kanariedank').toString('hex');
    expect(rows.filter(({ text }) => new RegExp(`Kanariedank|${hex}`).test(text))).toStrictEqual([]);
    expect(scene.logLines.filter((line) => line.includes('Kanariedank'))).toStrictEqual([]);
  });

  it('goes the other way as well, and tells of itself with ids only', async () => {
    const { requestId, asker, helper } = await helped(1);
    await thank(requestId, helper, 'Graag gedaan');
    const [event] = await scene.rows<{ payload: Record<string, unknown> }>(
      `SELECT payload FROM outbox WHERE type = 'help-request.thanked' AND payload->>'helpRequestId' = $1`,
      [requestId],
    );
    expect(event?.payload).toMatchObject({ senderId: helper.personId, recipientId: asker.personId });
    await scene.workOff();
    expect(mailsTo(asker, helper)).toHaveLength(1);
    expect((await thanks(requestId, asker)).result().received).toMatchObject([{ text: 'Graag gedaan' }]);
  });

  it('is for a help that worked out, in a few words', async () => {
    const { requestId, asker, helper } = await at.agreed(2);
    expect((await thank(requestId, asker, 'alvast')).problem().code).toBe('not-active-any-more');
    const outcome = { id: requestId, cookie: asker.cookie };
    await scene.client.call('recordOutcome', { ...outcome, body: { helped: false } });
    expect((await thank(requestId, asker, 'toch')).problem().code).toBe('not-active-any-more');
    expect((await thanks(requestId, helper)).result()).toMatchObject({ mayThank: false });
    expect((await thank(requestId, asker, ' ')).problem().code).toBe('invalid-input');
    expect((await thank(requestId, asker, 'x'.repeat(301))).problem().code).toBe('invalid-input');
  });

  let ours: Agreement;
  beforeAll(async () => {
    ours = await helped(3);
    await thank(ours.requestId, ours.asker, 'Alleen voor u');
  });

  it.each([
    ['another neighbour', () => Promise.resolve(scene.neighbour(10))],
    ['another asker', () => Promise.resolve(scene.asker(7))],
    ['the coordinator of this association', () => scene.organiser(northOf)],
    ['the coordinator of another association', () => scene.organiser(12)],
  ])('is read and written by the two alone, and not by %s', async (_who, find) => {
    const { requestId } = ours;
    const other = await find();
    expect((await thanks(requestId, other)).problem().code).toBe('not-found');
    expect((await thank(requestId, other, 'Ik ook')).problem().code).toBe('not-found');
  });
});

describe('after thirty days', () => {
  it('a thank-you is gone, and none can be written', async () => {
    const { requestId, asker, helper } = await helped(4);
    await thank(requestId, asker, 'Voor altijd');
    const forget = async () => {
      for (const job of await scene.overdue()) if (job.name === 'help-requests.forget-thanks') await scene.handle(job);
    };
    await scene.wait('29 days 23 hours');
    await scene.rows(`UPDATE session SET expires_at = expires_at + interval '60 days'`);
    await forget();
    expect((await thanks(requestId, helper)).result().received).toHaveLength(1);
    await scene.wait('1 hour 1 minute');
    expect((await thanks(requestId, helper)).result()).toMatchObject({ received: [], mayThank: false });
    await forget();
    expect(await scene.count('SELECT 1 FROM thanks WHERE help_request_id = $1', [requestId])).toBe(0);
    await scene.wait('-30 days -1 minutes');
  });
});

describe('the link of the question afterwards', () => {
  const linkTo = ({ email }: GeneratedPerson): string => {
    for (const { text } of scene.sink.list({ to: email })) {
      const path = /\/afloop\/[\w-]+/.exec(text)?.[0];
      if (path) return path;
    }
    throw new Error(`No mail to ${email} has a link to say how it went`);
  };
  const send = (path: string, form: Record<string, string>) =>
    scene.client.raw('POST', path, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });

  it('takes the answer and then a thank-you of either side, without signing in', async () => {
    const { requestId, asker, helper } = await at.agreed(5);
    await scene.wait('4 hours 1 minute');
    await scene.runJob('help-requests.keep-clock', requestId);
    const [fromAsker, fromHelper] = [linkTo(asker), linkTo(helper)];
    const answered = await send(fromAsker, { gelukt: 'ja' });
    expect([answered.status, answered.text]).toStrictEqual([200, expect.stringContaining('iets liefs schrijven')]);
    expect((await send(fromAsker, { bedankje: '' })).status).toBe(400);
    const long = await send(fromAsker, { bedankje: `${'x'.repeat(301)}<script>` });
    expect([long.status, long.text.includes('&lt;script&gt;')]).toStrictEqual([400, true]);
    const thanked = await send(fromAsker, { bedankje: 'Wat fijn <i>' });
    expect([thanked.status, thanked.text]).toStrictEqual([200, expect.stringContaining('Uw bedankje is onderweg')]);
    expect((await send(fromAsker, { bedankje: 'Nog een' })).text).toContain('Uw bedankje is onderweg');
    expect((await thanks(requestId, helper)).result().received).toMatchObject([{ text: 'Wat fijn <i>' }]);
    expect((await thanks(requestId, helper)).result().received).toHaveLength(1);
    expect((await scene.client.raw('GET', fromHelper)).text).toContain('iets liefs schrijven');
    expect((await send(fromHelper, { bedankje: 'Graag' })).status).toBe(200);
    expect((await thanks(requestId, asker)).result().received).toMatchObject([{ text: 'Graag' }]);
    await scene.wait('-4 hours -1 minutes');
  });

  it('offers no thanks where it did not work out', async () => {
    const { requestId, asker } = await at.agreed(6);
    await scene.wait('4 hours 1 minute');
    await scene.runJob('help-requests.keep-clock', requestId);
    const path = linkTo(asker);
    const answered = await send(path, { gelukt: 'nee' });
    expect(answered.text).not.toContain('iets liefs');
    await send(path, { bedankje: 'Toch bedankt' });
    expect(await scene.count('SELECT 1 FROM thanks WHERE help_request_id = $1', [requestId])).toBe(0);
    await scene.wait('-4 hours -1 minutes');
  });
});
