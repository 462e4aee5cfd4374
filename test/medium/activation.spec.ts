import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assign, type Segment } from '@app/domain/activation/index.js';
import { northOf } from '../support/application.js';
import { CoordinationScene } from './coordination-scene.js';

let at: CoordinationScene;
const people = 30;

beforeAll(async () => {
  at = await CoordinationScene.open({ neighbours: people });
  const app = at.application;
  for (let index = 0; index < people; index += 1) {
    const { cookie } = app.neighbour(index);
    const body = {
      neighbourhoodCode: app.code(northOf),
      categories: ['walk-dog' as const, 'garden' as const],
      maxDistance: 'municipality' as const,
      availability: [],
      acute: true,
      weeklyAskBudget: 1,
    };
    (await app.client.call('putHelperProfile', { cookie, body })).result();
  }
  await nobodyAsked();
});
afterAll(() => at.close());

async function nobodyAsked(): Promise<void> {
  const app = at.application;
  await app.rows(`UPDATE helper_load SET asks_total = 0, helps_completed = 0, recent_ask_times = '{}', fatigue = 0,
                         last_completed_at = NULL, first_help_at = NULL`);
  await app.rows(`UPDATE helper_profile SET willing_since = app_now() - interval '30 days', invitations = true,
                         paused_until = NULL, weekly_ask_budget = 1`);
}

const view = async (cookie = at.north.cookie, id = at.north.organisationId) =>
  (await at.application.client.call('getActivation', { id, cookie })).result();
const groupOf = async (segment: Segment) => (await view()).segments.find((group) => group.segment === segment)!;
const begin = (words = 'Ik hoop u te zien.', segment: Segment = 'never-asked', cookie = at.north.cookie) =>
  at.application.client.call('startCampaign', { id: at.north.organisationId, cookie, body: { segment, words } });
const letters = () => at.application.sink.list({}).filter(({ subject }) => subject.includes('iets kleins'));
const drawn = (arm: 'invited' | 'held-out') =>
  at.application.rows<{ person_id: string; written_at: Date | null }>(
    'SELECT person_id, written_at FROM invitation WHERE arm = $1 ORDER BY position',
    [arm],
  );
/** Lets time pass, and does what the sweep finds. */
async function later(interval: string): Promise<void> {
  const app = at.application;
  await app.wait(interval);
  await app.rows(`UPDATE session SET expires_at = app_now() + interval '30 days'`);
  for (const job of await app.overdue()) if (job.name === 'activation.keep-campaign') await app.handle(job);
  await app.workOff();
}

describe('the groups of an organisation', () => {
  it('hold who the rules say, told with the rules, and no number below ten', async () => {
    const app = at.application;
    expect(await groupOf('never-asked')).toStrictEqual({
      segment: 'never-asked',
      rules: ['Hielp nog nooit.', 'Kreeg nog nooit een vraag.', 'Is al 7 dagen of meer wel bereid.'],
      people,
      heldOut: 10,
      running: false,
    });
    await app.rows(
      `UPDATE helper_load SET helps_completed = 1, first_help_at = app_now() - interval '8 days' WHERE person_id = $1`,
      [app.neighbour(0).personId],
    );
    expect(await groupOf('helped-once')).toMatchObject({ people: null, heldOut: null });
    expect(await groupOf('never-asked')).toMatchObject({ people: people - 1 });
    expect(await groupOf('resting')).toMatchObject({ people: 0 });
  });

  it('leave out whoever does not want it, is on pause, has no room or asks for help', async () => {
    const app = at.application;
    const set = (index: number, change: string) =>
      app.rows(`UPDATE helper_profile SET ${change} WHERE person_id = $1`, [app.neighbour(index).personId]);
    await nobodyAsked();
    await set(1, 'invitations = false');
    await set(2, `paused_until = app_now() + interval '1 day'`);
    await set(3, 'weekly_ask_budget = 0');
    await app.rows(`UPDATE person SET helping_barred_until = app_now() + interval '1 day' WHERE id = $1`, [
      app.neighbour(4).personId,
    ]);
    expect(await groupOf('never-asked')).toMatchObject({ people: people - 4 });
    await app.rows('UPDATE person SET helping_barred_until = NULL');
    await nobodyAsked();
  });

  it.each([
    ['a coordinator of another association', () => at.south.cookie],
    ['the desk', () => at.desk.cookie],
  ])('are not there for %s', async (_who, cookie) => {
    const app = at.application;
    const id = at.north.organisationId;
    const body = { segment: 'never-asked' as const, words: '' };
    expect((await app.client.call('getActivation', { id, cookie: cookie() })).problem().code).toBe('not-found');
    expect((await app.client.call('previewInvitation', { id, cookie: cookie(), body })).problem().code).toBe(
      'not-found',
    );
    expect((await app.client.call('startCampaign', { id, cookie: cookie(), body })).problem().code).toBe('not-found');
  });

  it('are not there for a neighbour', async () => {
    const { cookie } = at.application.neighbour(5);
    const answer = await at.application.client.call('getActivation', { id: at.north.organisationId, cookie });
    expect(answer.problem().code).toBe('not-allowed');
  });
});

describe('the letter', () => {
  const preview = (words: string) =>
    at.application.client.call('previewInvitation', {
      id: at.north.organisationId,
      cookie: at.north.cookie,
      body: { segment: 'never-asked', words },
    });

  it('is shown as it will be sent, and says what has to go', async () => {
    const shown = (await preview('Ik hoop u te zien.')).result();
    expect(shown.faults).toStrictEqual([]);
    expect(shown.text).toContain('> Ik hoop u te zien.');
    expect(shown.text).toContain('Ik wil geen uitnodigingen meer');
    const faulty = (await preview('Bel mij op 06 12345678, u krijgt 10 euro.')).result();
    expect(faulty.faults).toHaveLength(2);
    expect((await begin('Bel mij op 06 12345678.')).problem()).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: '/words', message: expect.stringContaining('06 12345678') }],
    });
  });
});

describe('a campaign', () => {
  it('draws and stores who is held out before it writes, and anybody can draw it again', async () => {
    const campaign = (await begin()).result();
    expect(campaign).toMatchObject({ phase: 'inviting', invited: 20, heldOut: 10, written: 0, result: null });
    expect(letters()).toHaveLength(0);
    const [{ seed } = { seed: '' }] = await at.application.rows<{ seed: string }>('SELECT seed FROM campaign');
    const [invited, heldOut] = [await drawn('invited'), await drawn('held-out')];
    const ids = (rows: readonly { person_id: string }[]) => rows.map(({ person_id: id }) => id);
    expect(assign([...ids(invited), ...ids(heldOut)], Number(seed))).toStrictEqual({
      invited: ids(invited),
      heldOut: ids(heldOut),
    });
    expect((await begin()).problem().code).toBe('campaign-not-possible');
  });

  it('writes to fifteen people a day, counts it in their week, and to nobody who is held out', async () => {
    const app = at.application;
    await app.workOff();
    expect(letters()).toHaveLength(15);
    const written = (await drawn('invited')).filter(({ written_at: when }) => when !== null);
    expect(written).toHaveLength(15);
    expect((await drawn('held-out')).every(({ written_at: when }) => when === null)).toBe(true);
    const weeks = await app.rows<{ has_letter: boolean; week: number; asks_total: number; fatigue: number }>(
      `SELECT i.written_at IS NOT NULL AS has_letter, cardinality(l.recent_ask_times) AS week, l.asks_total, l.fatigue
         FROM invitation i JOIN helper_load l USING (municipality_id, person_id)`,
    );
    // The budget is a promise about messages; a letter asked nothing, and changes nothing in who is asked next.
    expect(weeks).toHaveLength(people);
    for (const { has_letter: hasLetter, week, ...asked } of weeks) {
      expect([hasLetter, week]).toStrictEqual([hasLetter, hasLetter ? 1 : 0]);
      expect(asked).toStrictEqual({ asks_total: 0, fatigue: 0 });
    }
    const [letter] = letters();
    expect(letter?.text).toContain('> Ik hoop u te zien.');
    expect(letter?.text).toContain('Hond uitlaten, ongeveer 20 minuten');
    expect(letter?.text).not.toContain('Tuinklusje');
    const words = await app.rows<{ text: string }>(
      'SELECT row_to_json(c)::text AS text FROM campaign c UNION ALL SELECT row_to_json(o)::text FROM outbox o',
    );
    const hex = Buffer.from('hoop u').toString('hex');
    expect(words.filter(({ text }) => text.includes('hoop u') || text.includes(hex))).toStrictEqual([]);
  });

  it('goes on the next day, and passes over who has no room or is in quiet hours', async () => {
    const app = at.application;
    await later('7 hours');
    expect(letters()).toHaveLength(15);
    const waiting = (await drawn('invited')).find(({ written_at: when }) => when === null);
    await app.rows('UPDATE helper_profile SET weekly_ask_budget = 0 WHERE person_id = $1', [waiting!.person_id]);
    await later('14 hours');
    expect(letters()).toHaveLength(19);
    await app.rows('UPDATE helper_profile SET weekly_ask_budget = 1');
    await later('1 day');
    expect(letters()).toHaveLength(20);
    expect((await view()).campaigns[0]).toMatchObject({ phase: 'measuring', written: 20 });
    await later('-45 hours');
  });

  it('looks once, after six weeks, at everybody who was drawn', async () => {
    const app = at.application;
    const helpers = (await drawn('invited')).slice(0, 12);
    for (const [index, { person_id: personId }] of helpers.entries()) {
      const { id } = await app.post(app.asker(index % 10).cookie);
      await app.rows(
        `INSERT INTO acceptance (municipality_id, id, help_request_id, association_id, asker_id, person_id, trust, status, seat, since)
         SELECT municipality_id, gen_random_uuid(), id, association_id, asker_id, $2, 'none', 'confirmed', 1, app_now()
           FROM help_request WHERE id = $1`,
        [id, personId],
      );
      await app.rows(
        `UPDATE help_request SET status = 'completed', next_due_at = NULL, closed_at = app_now() + interval '1 day' WHERE id = $1`,
        [id],
      );
    }
    await later('41 days');
    expect((await view()).campaigns[0]).toMatchObject({ phase: 'measuring', result: null });
    // Who goes in between still counts, as nobody.
    await app.rows(`UPDATE app_clock SET shift = shift + interval '2 days'`);
    await later('1 minute');
    const [campaign] = (await view()).campaigns;
    expect(campaign).toMatchObject({ phase: 'finished', result: { invitedHelped: 12, heldOutHelped: 0 } });
    expect(campaign?.result?.effect?.verdict).toBe('more');
    expect(campaign?.result?.effect?.difference).toBeCloseTo(0.6, 10);
    // It never looks again.
    await app.rows(`UPDATE invitation SET helped = true`);
    await later('1 day');
    expect((await view()).campaigns[0]?.result).toStrictEqual(campaign?.result);
    await later('-44 days -1 minutes');
  });
});

describe('cards for letterboxes', () => {
  const make = (id: string, cookie: string, neighbourhoodCode: string) =>
    at.application.client.call('makeStreetCards', { id, cookie, body: { neighbourhoodCode } });

  it('are a PDF for an own neighbourhood, and for no other', async () => {
    const { application: app, north, south } = at;
    const own = app.code(northOf);
    const { pdf } = (await make(north.organisationId, north.cookie, own)).result();
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect((await make(south.organisationId, south.cookie, own)).problem().code).toBe('not-found');
    expect((await make(north.organisationId, south.cookie, own)).problem().code).toBe('not-found');
  });
});
