import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GeneratedPerson } from '../load/generated-people.js';
import { Application, northOf } from '../support/application.js';
import { AgreementScene, type Agreement } from './agreement-scene.js';

let scene: Application;
let at: AgreementScene;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 40, askers: 14 });
  at = new AgreementScene(scene);
});
afterAll(() => scene.close());

const mailsTo = ({ email }: GeneratedPerson) =>
  scene.sink.list({ to: email }).filter(({ subject }) => subject.startsWith('U heeft een nieuw bericht'));
/** What the delayed job does when its time has come. */
async function tell(id: string, { personId }: GeneratedPerson): Promise<void> {
  const { municipalityId } = scene.town;
  const data = { municipalityId, conversationId: id, recipientId: personId };
  await scene.handle({ name: 'conversations.tell-unread', data, id: randomUUID() });
  await scene.workOff();
}

describe('nobody else', () => {
  let agreement: Agreement;
  beforeAll(async () => {
    agreement = await at.agreed(5);
    await at.write(agreement.id, agreement.asker, 'Alleen voor u.');
  });

  it.each([
    ['another neighbour', () => Promise.resolve(scene.neighbour(30))],
    ['another asker, of the same association', () => Promise.resolve(scene.asker(6))],
    ['the coordinator of this association', () => scene.organiser(northOf)],
    ['the coordinator of another association', () => scene.organiser(12)],
    ['the desk', () => scene.organiser(24)],
  ])('%s reads, writes or marks anything', async (_who, find) => {
    const other = await find();
    expect((await at.look(agreement.id, other)).problem().code).toBe('not-found');
    expect((await at.write(agreement.id, other, 'Mag ik?')).problem().code).toBe('not-found');
    expect((await at.read(agreement.id, other, 1)).problem().code).toBe('not-found');
    const { conversations } = (await scene.client.call('listConversations', { cookie: other.cookie })).result();
    expect(conversations.map(({ id }) => id)).not.toContain(agreement.id);
    expect((await at.look(agreement.id, agreement.helper)).result()).toMatchObject({
      unread: 1,
      messages: [{ number: 1 }],
    });
  });

  it('is there without signing in', async () => {
    expect((await scene.client.call('getConversation', { id: agreement.id })).problem().code).toBe('not-signed-in');
  });

  it('writes before the yes was confirmed, or while waiting as a reserve', async () => {
    const [asker, helper, reserve] = [scene.asker(7), scene.neighbour(7), scene.neighbour(31)];
    const { id: requestId } = await scene.post(asker.cookie);
    await scene.client.call('acceptHelpRequest', { id: requestId, cookie: helper.cookie, body: {} });
    await scene.client.call('acceptHelpRequest', { id: requestId, cookie: reserve.cookie, body: { waitlist: true } });
    const yeses = await scene.rows<{ id: string }>('SELECT id FROM acceptance WHERE help_request_id = $1', [requestId]);
    expect(yeses).toHaveLength(2);
    for (const { id } of yeses)
      for (const person of [asker, helper, reserve]) expect((await at.look(id, person)).status).toBe(404);
  });

  it('has it after the neighbour withdrew, and the next neighbour has one of their own', async () => {
    const { id, requestId, asker, helper } = await at.agreed(8);
    const next = scene.neighbour(32);
    await at.write(id, asker, 'Praatpad 1, tweede deur.');
    await scene.client.call('acceptHelpRequest', { id: requestId, cookie: next.cookie, body: { waitlist: true } });
    await scene.client.call('withdrawAcceptance', { id: requestId, cookie: helper.cookie });
    for (const person of [helper, next, asker]) expect((await at.look(id, person)).status).toBe(404);
    await scene.client.call('confirmHelpRequest', { id: requestId, cookie: asker.cookie, body: {} });
    const { acceptanceId } = (await scene.see(requestId, asker.cookie)).helpers![0]!;
    expect(acceptanceId).not.toBe(id);
    expect((await at.look(acceptanceId, next)).result().messages).toStrictEqual([]);
    expect((await at.look(acceptanceId, helper)).status).toBe(404);
  });
});

describe('a block between the two', () => {
  it('closes the conversation for both without a word about why, and for no other', async () => {
    const [{ id, asker, helper }, other] = [await at.agreed(13), await at.agreed(4)];
    await at.write(id, helper, 'Tot zo');
    await scene.rows(
      `INSERT INTO person_block (municipality_id, blocker_id, blocked_id, id, created_at) VALUES ($1, $2, $3, $4, app_now())`,
      [scene.town.municipalityId, asker.personId, helper.personId, randomUUID()],
    );
    for (const person of [asker, helper]) {
      expect((await at.write(id, person, 'Nog iets')).problem().code).toBe('not-active-any-more');
      expect((await at.look(id, person)).result()).toMatchObject({ mayWrite: false, messages: [{}] });
    }
    expect((await at.write(other.id, other.helper, 'Wij wel')).status).toBe(201);
  });
});

describe('a message that is not read', () => {
  it('is mailed once after a minute, without a word of it, and not when it was read', async () => {
    const { id, asker, helper } = await at.agreed(9);
    await at.write(id, asker, 'Geheimwoord over de sleutel');
    await scene.workOff();
    expect(mailsTo(helper)).toHaveLength(0);
    await scene.wait('1 minute');
    await tell(id, helper);
    await at.write(id, asker, 'Nog een Geheimwoord');
    await scene.wait('1 minute');
    await tell(id, helper);
    const mails = mailsTo(helper);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('U heeft een nieuw bericht over uw afspraak');
    expect(JSON.stringify(mails)).not.toContain('Geheimwoord');
    expect(mails[0]?.text).toContain('/afspraken/');
    await at.write(id, helper, 'Ik heb het gelezen');
    await at.read(id, asker, 3);
    await scene.wait('1 minute');
    await tell(id, asker);
    expect(mailsTo(asker)).toHaveLength(0);
  });

  it('is told although its job was lost: the sweep finds it', async () => {
    const { id, asker, helper } = await at.agreed(10);
    await at.write(id, asker, 'Bent u onderweg?');
    const untold = async () =>
      (await scene.overdue()).filter(({ data }) => 'conversationId' in data && data.conversationId === id);
    expect(await untold()).toStrictEqual([]);
    await scene.wait('1 minute');
    const found = await untold();
    expect(found).toMatchObject([{ data: { conversationId: id, recipientId: helper.personId } }]);
    for (const job of found) await scene.handle(job);
    await scene.workOff();
    expect(mailsTo(helper)).toHaveLength(1);
    expect(await untold()).toStrictEqual([]);
  });

  it('waits for the morning in quiet hours, and is not mailed when it was read meanwhile', async () => {
    const { id, asker, helper } = await at.agreed(11);
    const other = await at.agreed(12);
    await scene.wait('8 hours');
    await at.write(id, asker, 'Slaap lekker');
    await at.write(other.id, other.asker, 'Tot morgen');
    await scene.wait('1 minute');
    await tell(id, helper);
    await tell(other.id, other.helper);
    expect([mailsTo(helper), mailsTo(other.helper)]).toStrictEqual([[], []]);
    await at.read(id, helper, 1);
    await scene.wait('10 hours');
    for (const job of await scene.overdue()) if (job.name === 'notifications.send') await scene.handle(job);
    await scene.workOff();
    expect(mailsTo(helper)).toHaveLength(0);
    expect(mailsTo(other.helper)).toHaveLength(1);
    await scene.wait('-18 hours -1 minutes');
  });
});

describe('after the help', () => {
  it('stays readable, is closed for writing after a day, and is gone after thirty', async () => {
    const { id, requestId, asker, helper } = await at.agreed(6);
    await at.write(id, asker, 'Dank u wel');
    const outcome = { id: requestId, cookie: asker.cookie, body: { helped: true } };
    await scene.client.call('recordOutcome', outcome);
    const { removedAt, writableUntil } = (await at.look(id, helper)).result();
    expect(Date.parse(removedAt!) - Date.parse(writableUntil)).toBe(29 * 24 * 3_600_000);
    expect((await at.write(id, helper, 'Graag gedaan')).status).toBe(201);
    await scene.wait('25 hours');
    expect((await at.write(id, helper, 'Nog iets')).problem().code).toBe('not-active-any-more');
    expect((await at.look(id, helper)).result()).toMatchObject({ mayWrite: false, messages: [{}, {}] });
    const forget = async () => {
      for (const job of await scene.overdue()) if (job.name === 'conversations.forget') await scene.handle(job);
    };
    await forget();
    expect(await scene.count('SELECT 1 FROM message WHERE conversation_id = $1', [id])).toBe(2);
    await scene.wait('29 days');
    await scene.rows(`UPDATE session SET expires_at = expires_at + interval '60 days'`);
    expect((await at.look(id, asker)).problem().code).toBe('not-found');
    await forget();
    expect(await scene.count('SELECT 1 FROM message WHERE conversation_id = $1', [id])).toBe(0);
    expect(await scene.count('SELECT 1 FROM conversation WHERE id = $1', [id])).toBe(0);
  });
});
