import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CoordinationScene } from './coordination-scene.js';
import { openWillingScene } from './willing-scene.js';

let at: CoordinationScene;
const people = 30;
const firstDay = 15;

beforeAll(async () => {
  at = await openWillingScene(people);
});
afterAll(() => at.close());

beforeEach(async () => {
  const app = at.application;
  await app.rows('DELETE FROM campaign');
  await app.rows(`UPDATE helper_load SET asks_total = 0, helps_completed = 0, recent_ask_times = '{}', last_declined_at = NULL,
                         last_completed_at = NULL, first_help_at = NULL`);
  await app.rows('UPDATE helper_profile SET invitations = true');
  app.sink.clear();
  const body = { segment: 'never-asked' as const, words: '' };
  const { organisationId: id, cookie } = at.north;
  (await app.client.call('startCampaign', { id, cookie, body })).result();
  await app.workOff();
  if (letters() !== firstDay) throw new Error('The letters of the first day did not leave');
});

const letters = (): number =>
  at.application.sink.list({}).filter(({ subject }) => subject.includes('iets kleins')).length;
const shown = async () => {
  const { organisationId: id, cookie } = at.north;
  return (await at.application.client.call('getActivation', { id, cookie })).result().campaigns[0]!;
};
async function want(personId: string, invitations: boolean): Promise<void> {
  const { cookie } = at.application.town.neighbours.find((one) => one.personId === personId)!;
  (await at.application.client.call('putInvitationChoice', { cookie, body: { invitations } })).result();
}
async function drawn(which: string): Promise<string[]> {
  const rows = await at.application.rows<{ person_id: string }>(
    `SELECT person_id FROM invitation WHERE ${which} ORDER BY position`,
  );
  return rows.map(({ person_id: id }) => id);
}
async function nextDay(interval = '1 day'): Promise<void> {
  const app = at.application;
  await app.wait(interval);
  await app.rows(`UPDATE session SET expires_at = app_now() + interval '60 days'`);
  for (const job of await app.overdue()) if (job.name === 'activation.keep-campaign') await app.handle(job);
  await app.workOff();
}

describe('letters that readers do not want', () => {
  it('go on after two, whoever got none says no as well, and whoever takes it back did not mean it', async () => {
    const [one, two, mistaken] = (await drawn('written_at IS NOT NULL')) as [string, string, string];
    const heldOut = await drawn(`arm = 'held-out'`);
    for (const personId of [one, two, mistaken, ...heldOut]) await want(personId, false);
    await want(mistaken, true);
    await nextDay();
    expect(letters()).toBe(20);
    expect(await shown()).toMatchObject({ phase: 'measuring', stoppedForHarm: false, unwelcome: null, written: 20 });
  });

  it('stop by themselves at the third of fifteen, say why without the number, and are measured as planned', async () => {
    const readers = await drawn('written_at IS NOT NULL');
    for (const personId of readers.slice(0, 3)) await want(personId, false);
    expect(await shown()).toMatchObject({ phase: 'stopped', stoppedForHarm: true, unwelcome: null });
    await nextDay();
    expect(letters()).toBe(firstDay);
    // Once stopped they stay so, whoever changes their mind.
    for (const personId of readers.slice(0, 3)) await want(personId, true);
    await nextDay();
    expect(letters()).toBe(firstDay);
    expect(await shown()).toMatchObject({ phase: 'stopped', stoppedForHarm: true, result: null });
    await nextDay('41 days');
    expect(await shown()).toMatchObject({ phase: 'finished', stoppedForHarm: true, result: { invitedHelped: 0 } });
  });

  it('are told in numbers from ten on', async () => {
    for (const personId of (await drawn('written_at IS NOT NULL')).slice(0, 10)) await want(personId, false);
    expect(await shown()).toMatchObject({ stoppedForHarm: true, unwelcome: 10 });
  });
});
