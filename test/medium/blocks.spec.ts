import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { PeopleDirectory, PersonBlocks } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { Application } from '../support/application.js';
import { eventually } from '../support/eventually.js';

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 8, askers: 8 });
});
afterAll(() => scene.close());

const asTheSystem = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  scene.app.get(UnitOfWork).run(asSystem(scene.town.municipalityId), work);
const block = (blocker: string, blocked: string): Promise<string> =>
  asTheSystem((tx) => scene.app.get(PersonBlocks).block(tx, blocker, blocked));
const apart = (one: string, other: string): Promise<boolean> =>
  asTheSystem((tx) => scene.app.get(PersonBlocks).between(tx, one, other));
const register = (email: string): Promise<string> =>
  asTheSystem(
    async (tx) =>
      (await scene.app.get(PeopleDirectory, { strict: false }).findOrCreateByEmail(tx, { email, givenName: 'Kees' }))
        .personId,
  );
/** What is left of somebody whose account is gone: an id without address and without key. */
const erase = async (personId: string): Promise<void> => {
  await scene.rows(`UPDATE person SET status = 'erased', email_index = NULL, email_enc = NULL WHERE id = $1`, [
    personId,
  ]);
  await scene.rows('DELETE FROM person_key WHERE person_id = $1', [personId]);
};

describe('a block', () => {
  it('keeps the two apart both ways, and nobody else', async () => {
    const [blocker, blocked, other] = [scene.asker(0), scene.neighbour(0), scene.neighbour(1)];
    await block(blocker.personId, blocked.personId);
    const { id } = await scene.post(blocker.cookie);
    const yes = (cookie: string) => scene.client.call('acceptHelpRequest', { id, cookie, body: {} });
    const closed = await scene.post(scene.asker(1).cookie);
    await scene.client.call('cancelHelpRequest', { id: closed.id, cookie: scene.asker(1).cookie });
    const late = await scene.client.call('acceptHelpRequest', { id: closed.id, cookie: blocked.cookie, body: {} });
    // Not a word differs from a request that has just closed.
    expect({ ...(await yes(blocked.cookie)).problem(), instance: '' }).toStrictEqual({
      ...late.problem(),
      instance: '',
    });
    expect((await yes(other.cookie)).result()).toStrictEqual({ status: 'matched' });
    expect(await apart(blocked.personId, blocker.personId)).toBe(true);
    expect(await apart(blocked.personId, scene.asker(1).personId)).toBe(false);
  });

  it('holds for the request of whoever was blocked as well', async () => {
    const [blocker, blocked] = [scene.neighbour(2), scene.asker(2)];
    await block(blocker.personId, blocked.personId);
    const { id } = await scene.post(blocked.cookie);
    const yes = await scene.client.call('acceptHelpRequest', { id, cookie: blocker.cookie, body: {} });
    expect(yes.problem().code).toBe('not-open');
  });

  it('survives that the blocked person registers again with the same address', async () => {
    const blocker = scene.asker(3).personId;
    const first = await register('kees.terug@voorbeeld.invalid');
    await block(blocker, first);
    await erase(first);
    const second = await register('Kees.Terug@voorbeeld.invalid');
    expect(second).not.toBe(first);
    expect(await apart(blocker, second)).toBe(true);
    expect(await apart(blocker, await register('iemand.anders@voorbeeld.invalid'))).toBe(false);
    await erase(second);
    expect(await apart(await register('kees.terug@voorbeeld.invalid'), blocker)).toBe(true);
  });

  it('survives that the blocker registers again, who can end it then', async () => {
    const blocked = scene.neighbour(3).personId;
    const first = await register('ans.terug@voorbeeld.invalid');
    await block(first, blocked);
    await erase(first);
    const second = await register('ans.terug@voorbeeld.invalid');
    expect(await apart(second, blocked)).toBe(true);
    const own = await asTheSystem((tx) => scene.app.get(PersonBlocks).madeBy(tx, second));
    expect(own.map(({ blockedId }) => blockedId)).toStrictEqual([blocked]);
    expect(await asTheSystem((tx) => scene.app.get(PersonBlocks).lift(tx, blocked, own[0]!.id))).toBe(false);
    expect(await asTheSystem((tx) => scene.app.get(PersonBlocks).lift(tx, second, own[0]!.id))).toBe(true);
    expect(await apart(second, blocked)).toBe(false);
  });

  it('leaves no address behind that could be looked up', async () => {
    const person = await register('weg.is.weg@voorbeeld.invalid');
    const [{ email_index: index }] = (await scene.rows<{ email_index: Buffer }>(
      'SELECT email_index FROM person WHERE id = $1',
      [person],
    )) as [{ email_index: Buffer }];
    await block(scene.asker(4).personId, person);
    await erase(person);
    const marks = await scene.rows<{ mark: Buffer }>('SELECT mark FROM blocked_address WHERE person_id = $1', [person]);
    expect(marks).toHaveLength(1);
    expect(marks[0]!.mark.equals(index)).toBe(false);
  });
});

describe('blocking from where people meet', () => {
  const blocksOf = async (cookie: string) => (await scene.client.call('listBlocks', { cookie })).result().blocks;
  const blocked = async (cookie: string, body: { helpRequestId?: string; acceptanceId?: string; askId?: string }) =>
    scene.client.call('blockPerson', { cookie, body });
  const agreement = async (asker: string, helper: string): Promise<string> => {
    const { id } = await scene.post(asker, { address: 'Stille Steeg 4' });
    await scene.client.call('acceptHelpRequest', { id, cookie: helper, body: {} });
    await scene.client.call('confirmHelpRequest', { id, cookie: asker, body: {} });
    await scene.workOff();
    return id;
  };

  it('ends the agreement, shows the helper nothing any more, and tells only that the help is not needed', async () => {
    const [asker, helper] = [scene.asker(5), scene.neighbour(4)];
    const id = await agreement(asker.cookie, helper.cookie);
    expect((await scene.see(id, helper.cookie)).contact).toMatchObject({ address: 'Stille Steeg 4' });
    const made = (await blocked(asker.cookie, { helpRequestId: id })).result();
    expect(made.givenName).toBe('buur4');
    const hidden = await scene.client.call('getHelpRequest', { id, cookie: helper.cookie });
    expect(hidden.problem().code).toBe('not-found');
    expect((await scene.see(id, asker.cookie)).status).toBe('open');
    await scene.workOff();
    const told = await scene.rows<{ template: string; recipient_id: string }>(
      `SELECT DISTINCT template, recipient_id FROM notification
        WHERE subject_id = $1 AND template IN ('helper-cancelled', 'helper-withdrew') AND status = 'sent'`,
      [id],
    );
    expect(told).toStrictEqual([{ template: 'helper-cancelled', recipient_id: helper.personId }]);
    expect(await blocksOf(helper.cookie)).toStrictEqual([]);
    expect(await blocksOf(asker.cookie)).toMatchObject([{ id: made.id, givenName: 'buur4' }]);
  });

  it('can be done by whoever helps, and the asker hears that the neighbour cannot come', async () => {
    const [asker, helper] = [scene.asker(6), scene.neighbour(5)];
    const id = await agreement(asker.cookie, helper.cookie);
    expect((await blocked(helper.cookie, { helpRequestId: id })).status).toBe(201);
    await scene.workOff();
    expect(
      await scene.count(
        `SELECT 1 FROM notification WHERE subject_id = $1 AND template = 'helper-withdrew' AND recipient_id = $2`,
        [id, asker.personId],
      ),
    ).toBeGreaterThan(0);
  });

  it('takes back an ask that waits for an answer', async () => {
    const { id } = await scene.post(scene.asker(7).cookie);
    await scene.workOff();
    const [ask] = await scene.rows<{ id: string; person_id: string }>(
      'SELECT id, person_id FROM ask WHERE help_request_id = $1 LIMIT 1',
      [id],
    );
    const cookie = await scene.cookieOf(ask!.person_id);
    expect((await blocked(cookie, { askId: ask!.id })).status).toBe(201);
    expect(await scene.rows('SELECT status FROM ask WHERE id = $1', [ask!.id])).toStrictEqual([{ status: 'closed' }]);
  });

  it('ends also a yes that was being said at the same moment', async () => {
    const [asker, helper] = [scene.asker(4), scene.neighbour(7)];
    const met = await agreement(asker.cookie, helper.cookie);
    const { id } = await scene.post(asker.cookie);
    const holder = new pg.Client({ connectionString: scene.database.url });
    await holder.connect();
    const waiting = () =>
      scene.count(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    // The yes has looked for blocks and found none; it cannot be written down yet.
    await holder.query('BEGIN; LOCK TABLE acceptance IN SHARE MODE');
    const yes = scene.client.call('acceptHelpRequest', { id, cookie: helper.cookie, body: {} });
    await eventually(waiting, (count) => count === 1);
    const blocking = blocked(asker.cookie, { helpRequestId: met });
    await eventually(waiting, (count) => count === 2);
    await holder.query('COMMIT');
    await holder.end();
    expect([(await yes).status, (await blocking).status]).toStrictEqual([200, 201]);
    const held = `SELECT 1 FROM acceptance WHERE person_id = $1 AND status IN ('accepted', 'confirmed')`;
    expect(await scene.count(held, [helper.personId])).toBe(0);
  });

  it('is nothing for somebody who never met the other: another person and another association', async () => {
    const id = await agreement(scene.asker(1).cookie, scene.neighbour(6).cookie);
    const missing = (await blocked(scene.asker(2).cookie, { helpRequestId: scene.town.municipalityId })).problem();
    const { cookie: coordinator } = await scene.organiser(12);
    for (const cookie of [scene.asker(2).cookie, scene.neighbour(7).cookie, coordinator]) {
      expect({ ...(await blocked(cookie, { helpRequestId: id })).problem(), instance: '' }).toStrictEqual({
        ...missing,
        instance: '',
      });
    }
    const [own] = await blocksOf(scene.asker(5).cookie);
    const lift = (cookie: string) => scene.client.call('liftBlock', { id: own!.id, cookie });
    for (const cookie of [scene.neighbour(4).cookie, coordinator])
      expect((await lift(cookie)).problem().code).toBe('not-found');
    expect((await lift(scene.asker(5).cookie)).status).toBe(204);
    expect((await blocked(scene.asker(1).cookie, {})).problem().code).toBe('invalid-input');
  });
});
