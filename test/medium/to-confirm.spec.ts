import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CoordinationScene } from './coordination-scene.js';

let at: CoordinationScene;
beforeAll(async () => {
  at = await CoordinationScene.open();
});
afterAll(() => at.close());

describe('the work list', () => {
  it('has a yes that waits for a word: of a caller at once, of who can say it themselves after a while', async () => {
    const { application: app, north, south } = at;
    const onBehalfOf = { givenName: 'Truus', phone: '06 55 12 34 00', relation: 'phone-intake' as const };
    const caller = await app.post(north.cookie, { onBehalfOf });
    const own = await app.post(app.asker(9).cookie);
    expect((await at.itemOf(north.cookie, caller.id)).kind).toBe('running');
    for (const { id } of [caller, own]) {
      await app.client.call('acceptHelpRequest', { id, cookie: app.neighbour(2).cookie, body: {} });
    }
    const [clock] = await app.rows<{ now: Date }>('SELECT app_now() AS now');
    const minutes = ({ dueAt }: { dueAt: string }) => Math.round((Date.parse(dueAt) - clock!.now.getTime()) / 60_000);
    const waits = await at.itemOf(north.cookie, caller.id);
    expect(waits).toMatchObject({ kind: 'to-confirm', givenName: 'Truus', request: { helperNames: ['buur2'] } });
    expect(minutes(waits)).toBe(30);
    expect((await at.list(south.cookie)).items.map(({ subjectId }) => subjectId)).not.toContain(caller.id);
    expect((await at.itemOf(north.cookie, own.id)).kind).toBe('running');
    await app.rows(`UPDATE acceptance SET since = since - interval '31 minutes' WHERE help_request_id = $1`, [own.id]);
    const late = await at.itemOf(north.cookie, own.id);
    expect(late.kind).toBe('to-confirm');
    expect(minutes(late)).toBe(-1);
    // What an organiser says on the telephone for the caller takes it off the list.
    const body = { address: 'Pad 2' };
    for (const cookie of [south.cookie, app.neighbour(3).cookie]) {
      const refused = await app.client.call('confirmHelpRequest', { id: caller.id, cookie, body });
      expect(refused.problem().code).toBe('not-found');
    }
    await app.client.call('confirmHelpRequest', { id: caller.id, cookie: at.colleague.cookie, body });
    expect((await at.list(north.cookie)).items.map(({ subjectId }) => subjectId)).not.toContain(caller.id);
  });
});
