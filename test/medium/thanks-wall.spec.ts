import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { PersonalDataHolders } from '@app/platform/personal-data/personal-data.js';
import { Application, northOf, southOf } from '../support/application.js';
import { AgreementScene, type Agreement } from './agreement-scene.js';

let scene: Application;
let at: AgreementScene;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 10 });
  at = new AgreementScene(scene);
});
afterAll(() => scene.close());

const words = 'Na een zware week stond er zomaar soep op tafel.';

/** A help that worked out, for which the asker offers words for the wall. */
async function offered(index: number, text = words): Promise<Agreement & { readonly offerId: string }> {
  const agreement = await at.agreed(index);
  const { requestId: id, asker } = agreement;
  await scene.client.call('recordOutcome', { id, cookie: asker.cookie, body: { helped: true } });
  await scene.client.call('giveThanks', { id, cookie: asker.cookie, body: { text, onWall: true } });
  await scene.workOff();
  const [row] = await scene.rows<{ id: string }>('SELECT id FROM wall_thanks WHERE help_request_id = $1', [id]);
  return { ...agreement, offerId: row?.id ?? '' };
}

const wall = async () => (await scene.client.call('listThanksWall', {})).result().thanks;
const decide = (id: string, cookie: string, show: boolean) =>
  scene.client.call('decideOfferedThanks', { id, cookie, body: { show } });
const wallStatus = async ({ requestId, asker }: Agreement) =>
  (await scene.client.call('getThanks', { id: requestId, cookie: asker.cookie })).result().wall;

describe('words of thanks', () => {
  it('stand on the wall once a coordinator let them through: the words, and nothing else', async () => {
    const north = await scene.organiser(northOf);
    const one = await offered(0);
    expect(await wall()).toStrictEqual([]);
    expect(await wallStatus(one)).toBe('waiting');
    const { items } = (await scene.client.call('listWorkItems', { cookie: north.cookie })).result();
    expect(items.filter(({ kind }) => kind === 'thanks').map(({ subjectId }) => subjectId)).toStrictEqual([
      one.offerId,
    ]);
    const list = (await scene.client.call('listOfferedThanks', { cookie: north.cookie })).result().thanks;
    expect(list).toMatchObject([{ id: one.offerId, text: words, status: 'waiting', flags: [], named: false }]);
    expect((await decide(one.offerId, north.cookie, true)).status).toBe(204);
    expect(await wall()).toStrictEqual([{ text: words }]);
    expect(await wallStatus(one)).toBe('shown');
    const left = (await scene.client.call('listWorkItems', { cookie: north.cookie })).result().items;
    expect(left.filter(({ kind }) => kind === 'thanks')).toStrictEqual([]);
    const [stored] = await scene.rows<{ text: string }>('SELECT row_to_json(w)::text AS text FROM wall_thanks w');
    expect(stored?.text).not.toContain(Buffer.from('zware week').toString('hex'));
  });

  it('are taken down by a coordinator afterwards, and taken back by who wrote them, and by nobody else', async () => {
    const north = await scene.organiser(northOf);
    const [down, back] = [await offered(1, 'Wat een rust.'), await offered(2, 'Eindelijk even naar buiten.')];
    for (const { offerId } of [down, back]) await decide(offerId, north.cookie, true);
    await decide(down.offerId, north.cookie, false);
    expect(await wallStatus(down)).toBe('refused');
    expect(await wall()).not.toContainEqual({ text: 'Wat een rust.' });
    const takeBack = (cookie: string) => scene.client.call('takeThanksOffWall', { id: back.requestId, cookie });
    expect((await takeBack(back.helper.cookie)).problem().code).toBe('not-found');
    expect((await takeBack(scene.asker(9).cookie)).problem().code).toBe('not-found');
    expect(await wall()).toContainEqual({ text: 'Eindelijk even naar buiten.' });
    expect((await takeBack(back.asker.cookie)).status).toBe(204);
    expect(await wall()).not.toContainEqual({ text: 'Eindelijk even naar buiten.' });
    expect(await wallStatus(back)).toBe('none');
    // Whoever was thanked keeps the words that were for them.
    const theirs = (await scene.client.call('getThanks', { id: back.requestId, cookie: back.helper.cookie })).result();
    expect(theirs.received).toMatchObject([{ text: 'Eindelijk even naar buiten.' }]);
  });

  it('are decided by who looks after that help: not another association, not another person', async () => {
    const { offerId, asker, helper } = await offered(3, 'Zo fijn.');
    const south = await scene.organiser(southOf);
    expect((await decide(offerId, south.cookie, true)).problem().code).toBe('not-found');
    const seen = (await scene.client.call('listOfferedThanks', { cookie: south.cookie })).result().thanks;
    expect(seen.map(({ id }) => id)).not.toContain(offerId);
    for (const { cookie } of [asker, helper]) {
      expect((await decide(offerId, cookie, true)).status).toBeGreaterThanOrEqual(400);
      expect((await scene.client.call('listOfferedThanks', { cookie })).status).toBeGreaterThanOrEqual(400);
    }
    expect(await wall()).not.toContainEqual({ text: 'Zo fijn.' });
  });

  it('with a name of one of the two in them never stand there, and what may lead to somebody is pointed out', async () => {
    const north = await scene.organiser(northOf);
    const agreement = await at.agreed(4);
    const { requestId: id, asker, helper } = agreement;
    await scene.client.call('recordOutcome', { id, cookie: asker.cookie, body: { helped: true } });
    const text = `Dank je ${helper.givenName.toUpperCase()}, bel maar op 06 12345678`;
    await scene.client.call('giveThanks', { id, cookie: asker.cookie, body: { text, onWall: true } });
    const list = (await scene.client.call('listOfferedThanks', { cookie: north.cookie })).result().thanks;
    const found = list.find((one) => one.text === text);
    expect(found).toMatchObject({ named: true, flags: [{ kind: 'phone-number' }] });
    expect((await decide(found!.id, north.cookie, true)).problem().code).toBe('not-open');
    expect(await wall()).not.toContainEqual({ text });
    expect((await decide(found!.id, north.cookie, false)).status).toBe(204);
  });

  it('stay off it unless the one who writes wants it', async () => {
    const { requestId: id, asker } = await at.agreed(5);
    await scene.client.call('recordOutcome', { id, cookie: asker.cookie, body: { helped: true } });
    await scene.client.call('giveThanks', { id, cookie: asker.cookie, body: { text: 'Alleen voor jou' } });
    expect(await scene.count('SELECT 1 FROM wall_thanks WHERE help_request_id = $1', [id])).toBe(0);
  });

  it('are in the export of who wrote them, and go with the account', async () => {
    const north = await scene.organiser(northOf);
    const { offerId, asker } = await offered(6, 'Dit ging mee.');
    await decide(offerId, north.cookie, true);
    const holders = scene.app.get(PersonalDataHolders);
    const within = <T>(work: Parameters<UnitOfWork['run']>[1]) =>
      scene.app.get(UnitOfWork).run(asSystem(scene.town.municipalityId), work) as Promise<T>;
    const data = await within<Record<string, unknown>>((tx) => holders.exportOf(tx, asker.personId));
    expect(data['thanks-wall']).toMatchObject({ offered: [{ text: 'Dit ging mee.', status: 'shown' }] });
    await within((tx) => holders.erase(tx, asker.personId));
    expect(await wall()).not.toContainEqual({ text: 'Dit ging mee.' });
    expect(await scene.count('SELECT 1 FROM wall_thanks WHERE id = $1', [offerId])).toBe(0);
  });

  it('leave the wall after a year', async () => {
    const [before] = await wall();
    expect(before).toBeDefined();
    await scene.wait('366 days');
    expect(await wall()).toStrictEqual([]);
    for (const job of (await scene.overdue()).filter(({ name }) => name === 'help-requests.clear-wall'))
      await scene.handle(job);
    expect(await scene.count('SELECT 1 FROM wall_thanks')).toBe(0);
  });
});
