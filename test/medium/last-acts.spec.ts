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
const lastAct = (id: string, cookie: string) => call('getLastAct', { id, cookie });

/** A request that waits for a look. */
async function toReview(asker: number, summary: string): Promise<{ readonly id: string; readonly version: number }> {
  const { cookie } = at.application.asker(asker);
  const { id, version } = await at.application.post(cookie, { summary });
  await at.application.rows(`UPDATE help_request SET status = 'in-review' WHERE id = $1`, [id]);
  return { id, version };
}
const approve = ({ id, version }: { readonly id: string; readonly version: number }, cookie: string) =>
  call('approveHelpRequest', { id, cookie, headers: { 'if-match': `"${version}"` } });

describe('who was first', () => {
  it('is told to the organiser who let the same request through a moment later, and is in the trail', async () => {
    const request = await toReview(1, 'Samen een rondje lopen');
    expect((await lastAct(request.id, at.colleague.cookie)).problem().code).toBe('not-found');
    expect((await approve(request, at.north.cookie)).status).toBe(200);
    expect((await approve(request, at.colleague.cookie)).problem().code).toBe('stale-version');
    const seen = (await lastAct(request.id, at.colleague.cookie)).result();
    expect(seen).toMatchObject({ act: 'request-approved', outcome: null, isYou: false });
    expect(seen.by).not.toBeNull();
    expect((await lastAct(request.id, at.north.cookie)).result()).toMatchObject({ isYou: true });
    const trail = await at.application.rows('SELECT act, actor_id, subject_id FROM audit_entry WHERE about_id = $1', [
      request.id,
    ]);
    expect(trail).toStrictEqual([
      { act: 'request-approved', actor_id: at.north.personId, subject_id: at.application.asker(1).personId },
    ]);
  });

  it('leaves no row in the trail for what was refused, and one for a request that a coordinator stopped', async () => {
    const request = await toReview(2, 'Samen een rondje lopen');
    expect((await approve({ ...request, version: request.version + 7 }, at.north.cookie)).status).toBe(412);
    const acts = (id: string) => at.application.rows('SELECT act FROM audit_entry WHERE about_id = $1', [id]);
    expect(await acts(request.id)).toStrictEqual([]);
    const stop = (id: string, cookie: string) => call('cancelHelpRequest', { id, cookie });
    expect((await stop(request.id, at.north.cookie)).status).toBe(200);
    expect((await lastAct(request.id, at.colleague.cookie)).result().act).toBe('request-stopped');
    const own = await toReview(3, 'Samen een rondje lopen');
    await stop(own.id, at.application.asker(3).cookie);
    expect(await acts(own.id)).toStrictEqual([]);
  });

  it('is told of what was ticked off, until it is put back', async () => {
    const [item] = await at.items(at.north.cookie, 'welcome');
    await at.finish(at.north.cookie, item!);
    expect((await lastAct(item!.subjectId, at.colleague.cookie)).result()).toMatchObject({ act: 'looked-at' });
    await call('reopenWorkItem', { id: item!.id, cookie: at.north.cookie });
    expect((await lastAct(item!.subjectId, at.colleague.cookie)).problem().code).toBe('not-found');
  });

  it('is nobody’s business of another association, of a neighbour, or of whom it is about', async () => {
    // The asker is a coordinator of the north as well, and the report is about this asker.
    const own = await at.application.post(at.colleague.cookie);
    const helper = at.application.neighbour(1).cookie;
    await call('acceptHelpRequest', { id: own.id, cookie: helper, body: {} });
    const about = { met: { helpRequestId: own.id }, kind: 'other' as const };
    const report = (await call('reportPerson', { cookie: helper, body: about })).result();
    const decided = await call('decideReport', {
      id: report.id,
      cookie: at.north.cookie,
      headers: { 'if-match': '"1"' },
      body: { outcome: 'warning', explanation: 'Houd u aan de afspraak.' },
    });
    expect(decided.status).toBe(204);
    expect((await lastAct(report.id, at.north.cookie)).result()).toMatchObject({
      act: 'report-decided',
      outcome: 'warning',
    });
    expect((await lastAct(report.id, at.colleague.cookie)).problem().code).toBe('not-found');
    expect((await lastAct(report.id, at.south.cookie)).problem().code).toBe('not-found');
    expect((await lastAct(randomUUID(), at.north.cookie)).problem().code).toBe('not-found');
    expect((await lastAct(report.id, helper)).problem().code).toBe('not-allowed');
  });
});

describe('flagged words', () => {
  it('show in the list, and keep a request from being let through together with others', async () => {
    const { id: helped } = await at.application.post(at.application.asker(5).cookie);
    await at.application.rows(`UPDATE help_request SET status = 'completed' WHERE id = $1`, [helped]);
    const plain = await toReview(5, 'Samen een rondje lopen');
    const flagged = await toReview(5, 'Bel mij op 06 12345678 over mijn medicijnen');
    expect(await at.itemOf(at.north.cookie, plain.id)).toMatchObject({ flagged: false, bulk: true });
    expect(await at.itemOf(at.north.cookie, flagged.id)).toMatchObject({ flagged: true, bulk: false });
    const body = { helpRequestIds: [plain.id, flagged.id] };
    expect((await call('approveTogether', { cookie: at.north.cookie, body })).result()).toStrictEqual({
      approved: [plain.id],
      refused: [{ id: flagged.id, code: 'needs-a-look' }],
    });
  });
});
