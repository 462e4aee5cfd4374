import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GeneratedPerson } from '../load/generated-people.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application } from '../support/application.js';
import { AgreementScene, type Agreement } from './agreement-scene.js';

const hour = 3_600_000;
/** Friday, from two until four in the afternoon. */
const friday = tuesdayAfternoon + 3 * 24 * hour;
const window = { from: new Date(friday).toISOString(), until: new Date(friday + 2 * hour).toISOString() };

let scene: Application;
let at: AgreementScene;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 8 });
  at = new AgreementScene(scene);
});
afterAll(() => scene.close());

const planned = (index: number): Promise<Agreement> => at.agreed(index, { urgency: 'planned', window });

/** Subjects of the reminders to somebody, newest first. */
const subjects = ({ email }: GeneratedPerson): string[] =>
  scene.sink
    .list({ to: email })
    .map(({ subject }) => subject)
    .filter((subject) => /^(Morgen|Vandaag): /.test(subject));

async function remind({ requestId }: Agreement): Promise<void> {
  const { municipalityId } = scene.town;
  await scene.handle({
    name: 'notifications.remind',
    data: { municipalityId, helpRequestId: requestId },
    id: randomUUID(),
  });
  await scene.workOff();
}

describe('a reminder', () => {
  afterAll(() => scene.setClock(tuesdayAfternoon));

  it('is set when the agreement is made, for six in the evening before', async () => {
    const { requestId } = await planned(0);
    const [set] = await scene.rows<{ due: string }>(
      `SELECT payload->>'dueAt' AS due FROM outbox WHERE type = 'reminder.set' AND payload->>'helpRequestId' = $1`,
      [requestId],
    );
    expect(Number(set?.due)).toBe(friday - 20 * hour);
  });

  it('comes to both sides the evening before and again two hours before, each once, without an address', async () => {
    const agreement = await planned(1);
    const { asker, helper } = agreement;
    await remind(agreement);
    expect([subjects(asker), subjects(helper)]).toStrictEqual([[], []]);
    await scene.setClock(friday - 20 * hour + 1_000);
    await remind(agreement);
    await remind(agreement);
    expect(subjects(helper)).toStrictEqual(['Morgen: de hond uitlaten']);
    expect(subjects(asker)).toStrictEqual(['Morgen: de hond uitlaten']);
    await scene.setClock(friday - 2 * hour + 1_000);
    await remind(agreement);
    expect(subjects(helper)).toStrictEqual(['Vandaag: de hond uitlaten', 'Morgen: de hond uitlaten']);
    const [letter] = scene.sink.list({ to: helper.email });
    expect(letter?.text).toMatch(/\/afzeggen\/[\w-]{22}/);
    expect(`${letter?.text}${letter?.html}`).not.toContain('Praatpad');
    expect(scene.sink.list({ to: asker.email })[0]?.text).not.toContain('/afzeggen/');
    await scene.setClock(tuesdayAfternoon);
  });

  it('is found by the sweep when its job was lost, and not when it was given', async () => {
    const agreement = await planned(2);
    const mine = async () =>
      (await scene.overdue()).filter(
        ({ name, data }) => name === 'notifications.remind' && data.helpRequestId === agreement.requestId,
      );
    expect(await mine()).toStrictEqual([]);
    await scene.setClock(friday - 20 * hour + 2_000);
    const found = await mine();
    expect(found).toHaveLength(1);
    for (const job of found) await scene.handle(job);
    await scene.workOff();
    expect(subjects(agreement.helper)).toHaveLength(1);
    expect(await mine()).toStrictEqual([]);
    await scene.setClock(tuesdayAfternoon);
  });

  it('comes to nobody when the agreement was given up or the help is not needed any more', async () => {
    const [withdrawn, cancelled] = [await planned(3), await planned(4)];
    await scene.client.call('withdrawAcceptance', { id: withdrawn.requestId, cookie: withdrawn.helper.cookie });
    await scene.client.call('cancelHelpRequest', { id: cancelled.requestId, cookie: cancelled.asker.cookie });
    await scene.setClock(friday - 20 * hour + 1_000);
    for (const agreement of [withdrawn, cancelled]) {
      await remind(agreement);
      expect([...subjects(agreement.helper), ...subjects(agreement.asker)]).toStrictEqual([]);
    }
    await scene.setClock(tuesdayAfternoon);
  });
});

describe('"Ik kan toch niet" by a link', () => {
  const linkTo = ({ email }: GeneratedPerson): string => {
    for (const { text } of scene.sink.list({ to: email })) {
      const path = /\/afzeggen\/[\w-]+/.exec(text)?.[0];
      if (path) return path;
    }
    throw new Error(`No mail to ${email} has a link to withdraw`);
  };
  const press = (path: string, form: Record<string, string>) =>
    scene.client.raw('POST', path, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });

  it('shows on opening, acts on pressing, and the reserve has the place at once', async () => {
    const agreement = await planned(5);
    const { requestId, asker, helper } = agreement;
    const reserve = scene.neighbour(10);
    await scene.client.call('acceptHelpRequest', { id: requestId, cookie: reserve.cookie, body: { waitlist: true } });
    await scene.setClock(friday - 20 * hour + 1_000);
    await remind(agreement);
    const path = linkTo(helper);
    const page = await scene.client.raw('GET', path);
    expect(page.text).toContain('Kunt u toch niet?');
    expect(page.text).not.toContain('Praatpad');
    expect((await press(path, {})).status).toBe(400);
    expect((await scene.see(requestId, asker.cookie)).status).toBe('confirmed');
    const done = await press(path, { afzeggen: 'ja' });
    expect([done.status, done.text]).toStrictEqual([200, expect.stringContaining('Een andere buur springt in')]);
    await scene.workOff();
    const seen = await scene.see(requestId, asker.cookie);
    expect(seen).toMatchObject({ status: 'matched', helpers: [{ givenName: reserve.givenName }] });
    expect((await scene.see(requestId, helper.cookie)).contact).toBeUndefined();
    const told = scene.sink.list({ to: asker.email }).filter(({ text }) => text.includes('kan toch niet'));
    expect(told.map(({ text }) => text.includes('springt in'))).toStrictEqual([true]);
    expect((await press(path, { afzeggen: 'ja' })).text).toContain('Goed dat u het zegt');
    expect((await scene.see(requestId, asker.cookie)).helpers).toHaveLength(1);
    await scene.setClock(tuesdayAfternoon);
  });

  it('says that others are asked where nobody waited, and a link of somebody else gives up nothing', async () => {
    const [one, other] = [await planned(6), await planned(7)];
    await scene.setClock(friday - 20 * hour + 1_000);
    await remind(one);
    expect((await press(`/afzeggen/${'x'.repeat(22)}`, { afzeggen: 'ja' })).status).toBe(410);
    const done = await press(linkTo(one.helper), { afzeggen: 'ja' });
    expect(done.text).toContain('Wij vragen nu een andere buur');
    expect((await scene.see(one.requestId, one.asker.cookie)).status).toBe('open');
    expect((await scene.see(other.requestId, other.asker.cookie)).status).toBe('confirmed');
    await scene.setClock(tuesdayAfternoon);
  });
});
