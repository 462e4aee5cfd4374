import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Application, northOf, southOf } from '../support/application.js';

let scene: Application;
let north: string;
let south: string;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 3, askers: 4 });
  [north, south] = (await Promise.all([northOf, southOf].map((at) => scene.organiser(at)))).map(
    ({ cookie }) => cookie,
  ) as [string, string];
  await scene.rows(`UPDATE association SET moderation_mode = 'all-first' WHERE id = $1`, [
    scene.town.organisationIds[northOf],
  ]);
});
afterAll(() => scene.close());

describe('flags', () => {
  it('explain to the coordinator what to look at, hold nothing back, and are for nobody else', async () => {
    const { cookie } = scene.asker(0);
    const { id, status } = await scene.post(cookie, { summary: 'Geld pinnen voor mij, bel 06 12345678' });
    expect(status).toBe('in-review');
    expect((await scene.see(id, north)).flags).toStrictEqual([
      { kind: 'money', found: 'Geld' },
      { kind: 'phone-number', found: '06 12345678' },
    ]);
    expect((await scene.see(id, cookie)).flags).toBeUndefined();
    expect((await scene.client.call('getHelpRequest', { id, cookie: south })).problem().code).toBe('not-found');
    expect((await scene.client.call('approveHelpRequest', { id, cookie: north })).result().status).toBe('open');
  });

  it('know a text that was posted before by the same person, and not by another', async () => {
    const summary = 'Wie wil er dinsdagmiddag een rondje met Boef door het bos lopen?';
    const { cookie } = scene.asker(1);
    const first = await scene.post(cookie, { summary });
    const second = await scene.post(cookie, { summary: `${summary} Graag` });
    const other = await scene.post(scene.asker(2).cookie, { summary });
    expect((await scene.see(first.id, north)).flags).toStrictEqual([]);
    expect((await scene.see(second.id, north)).flags).toStrictEqual([{ kind: 'repeated', found: '' }]);
    expect((await scene.see(other.id, north)).flags).toStrictEqual([]);
  });
});

describe('two coordinators at once', () => {
  it('are told that the other was first: the second decides on what is no longer there', async () => {
    const { id } = await scene.post(scene.asker(3).cookie);
    const { version } = await scene.see(id, north);
    const headers = { 'if-match': `"${version}"` };
    const decide = (operation: 'approveHelpRequest' | 'cancelHelpRequest') =>
      scene.client.call(operation, { id, cookie: north, headers });
    const answers = await Promise.all([decide('approveHelpRequest'), decide('cancelHelpRequest')]);
    expect(new Set(answers.map(({ status }) => status))).toStrictEqual(new Set([200, 412]));
    expect((await decide('approveHelpRequest')).problem()).toMatchObject({ status: 412, code: 'stale-version' });
  });
});
