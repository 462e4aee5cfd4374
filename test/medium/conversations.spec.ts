import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { realtimePath } from '@app/contracts/realtime/messages.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { Application, northOf } from '../support/application.js';

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 40, askers: 14 });
});
afterAll(() => scene.close());

interface Agreement {
  readonly requestId: string;
  readonly id: string;
  readonly asker: GeneratedPerson;
  readonly helper: GeneratedPerson;
}

/** An agreement between one asker and one neighbour, both told of it. */
async function agreed(index: number): Promise<Agreement> {
  const [asker, helper] = [scene.asker(index), scene.neighbour(index)];
  const { id: requestId } = await scene.post(asker.cookie, { address: 'Praatpad 1' });
  await scene.client.call('acceptHelpRequest', { id: requestId, cookie: helper.cookie, body: {} });
  const seen = await scene.client.call('confirmHelpRequest', { id: requestId, cookie: asker.cookie, body: {} });
  await scene.workOff();
  return { requestId, id: seen.result().helpers![0]!.acceptanceId, asker, helper };
}

const write = (id: string, { cookie }: { cookie: string }, text: string, messageId: string = randomUUID()) =>
  scene.client.call('sendMessage', { id, cookie, body: { id: messageId, text } });
const look = (id: string, { cookie }: { cookie: string }) => scene.client.call('getConversation', { id, cookie });
const read = (id: string, { cookie }: { cookie: string }, number: number) =>
  scene.client.call('readConversation', { id, cookie, body: { number } });
const mailsTo = ({ email }: GeneratedPerson) =>
  scene.sink.list({ to: email }).filter(({ subject }) => subject.startsWith('U heeft een nieuw bericht'));
/** What the delayed job does when its time has come. */
async function tell(id: string, { personId }: GeneratedPerson): Promise<void> {
  const { municipalityId } = scene.town;
  const data = { municipalityId, conversationId: id, recipientId: personId };
  await scene.handle({ name: 'conversations.tell-unread', data, id: randomUUID() });
  await scene.workOff();
}

describe('a conversation', () => {
  it('is empty before anybody wrote, and then holds what both wrote in order, each with the other’s first name', async () => {
    const { id, asker, helper, requestId } = await agreed(0);
    expect((await look(id, helper)).result()).toMatchObject({
      messages: [],
      unread: 0,
      mayWrite: true,
      removedAt: null,
    });
    const first = (await write(id, asker, 'De riem hangt bij de deur.')).result();
    expect(first).toMatchObject({ number: 1, mine: true, text: 'De riem hangt bij de deur.' });
    await write(id, helper, 'Goed, ik kom om drie uur.');
    const seen = (await look(id, asker)).result();
    expect(seen.messages.map(({ number, mine, text }) => [number, mine, text])).toStrictEqual([
      [1, true, 'De riem hangt bij de deur.'],
      [2, false, 'Goed, ik kom om drie uur.'],
    ]);
    expect(seen).toMatchObject({
      helpRequestId: requestId,
      otherGivenName: helper.givenName,
      unread: 1,
      readByOther: 2,
    });
    expect((await look(id, helper)).result()).toMatchObject({ otherGivenName: asker.givenName, unread: 0 });
  });

  it('tells each side how far the other has read, and never backwards', async () => {
    const { id, asker, helper } = await agreed(1);
    for (const text of ['een', 'twee', 'drie']) await write(id, asker, text);
    expect((await read(id, helper, 2)).status).toBe(204);
    expect((await look(id, asker)).result().readByOther).toBe(2);
    await read(id, helper, 1);
    expect((await look(id, asker)).result().readByOther).toBe(2);
    await read(id, helper, 2_000);
    expect((await look(id, helper)).result().unread).toBe(0);
    expect((await look(id, asker)).result().readByOther).toBe(3);
    const list = await scene.client.call('listConversations', { cookie: helper.cookie });
    expect(list.result().conversations).toMatchObject([{ id, unread: 0 }]);
  });

  it('keeps a message that was sent twice once', async () => {
    const { id, asker, helper } = await agreed(2);
    const messageId = randomUUID();
    const [one, two] = await Promise.all([
      write(id, asker, 'Dubbel', messageId),
      write(id, asker, 'Dubbel', messageId),
    ]);
    expect([one.status, two.status]).toStrictEqual([201, 201]);
    expect(two.result()).toStrictEqual(one.result());
    expect((await look(id, helper)).result().messages).toHaveLength(1);
    expect((await write(id, helper, 'Niet van mij', messageId)).problem().code).toBe('not-found');
  });

  it('keeps HTML and line breaks as the words they are, encrypted under the key of whoever wrote them', async () => {
    const { id, asker, helper } = await agreed(3);
    const text = '<img src=x onerror=alert(1)>\r\nBcc: buur@voorbeeld.invalid\r\nKanariewoord';
    await write(id, asker, text);
    expect((await look(id, helper)).result().messages[0]?.text).toBe(text);
    const stored = await scene.rows<{ text: string }>('SELECT row_to_json(m)::text AS text FROM message m');
    const events = await scene.rows<{ text: string }>('SELECT row_to_json(o)::text AS text FROM outbox o');
    const hex = Buffer.from('Kanariewoord').toString('hex');
    for (const row of [...stored, ...events]) expect(row.text).not.toMatch(new RegExp(`Kanariewoord|${hex}`));
    expect(scene.logLines.filter((line) => line.includes('Kanariewoord'))).toStrictEqual([]);
    await scene.rows('DELETE FROM person_key WHERE person_id = $1', [asker.personId]);
    expect((await look(id, helper)).result()).toMatchObject({ otherGivenName: '', messages: [{ text: null }] });
  });

  it('wants words, and not too many or too fast', async () => {
    const { id, asker } = await agreed(4);
    expect((await write(id, asker, '  ')).problem().code).toBe('invalid-input');
    expect((await write(id, asker, 'x'.repeat(1_001))).problem().code).toBe('invalid-input');
    for (let message = 1; message <= 20; message += 1) expect((await write(id, asker, `${message}`)).status).toBe(201);
    const fast = await write(id, asker, 'nog een');
    expect([fast.problem().code, fast.headers.get('retry-after')]).toStrictEqual(['too-many-requests', '60']);
    await scene.wait('61 seconds');
    expect((await write(id, asker, 'nu wel')).status).toBe(201);
    await scene.wait('-61 seconds');
  });
});

describe('nobody else', () => {
  let agreement: Agreement;
  beforeAll(async () => {
    agreement = await agreed(5);
    await write(agreement.id, agreement.asker, 'Alleen voor u.');
  });

  it.each([
    ['another neighbour', () => Promise.resolve(scene.neighbour(30))],
    ['another asker, of the same association', () => Promise.resolve(scene.asker(6))],
    ['the coordinator of this association', () => scene.organiser(northOf)],
    ['the coordinator of another association', () => scene.organiser(12)],
    ['the desk', () => scene.organiser(24)],
  ])('%s reads, writes or marks anything', async (_who, find) => {
    const other = await find();
    expect((await look(agreement.id, other)).problem().code).toBe('not-found');
    expect((await write(agreement.id, other, 'Mag ik?')).problem().code).toBe('not-found');
    expect((await read(agreement.id, other, 1)).problem().code).toBe('not-found');
    const { conversations } = (await scene.client.call('listConversations', { cookie: other.cookie })).result();
    expect(conversations.map(({ id }) => id)).not.toContain(agreement.id);
    expect((await look(agreement.id, agreement.helper)).result()).toMatchObject({
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
      for (const person of [asker, helper, reserve]) expect((await look(id, person)).status).toBe(404);
  });

  it('has it after the neighbour withdrew, and the next neighbour has one of their own', async () => {
    const { id, requestId, asker, helper } = await agreed(8);
    const next = scene.neighbour(32);
    await write(id, asker, 'Praatpad 1, tweede deur.');
    await scene.client.call('acceptHelpRequest', { id: requestId, cookie: next.cookie, body: { waitlist: true } });
    await scene.client.call('withdrawAcceptance', { id: requestId, cookie: helper.cookie });
    for (const person of [helper, next, asker]) expect((await look(id, person)).status).toBe(404);
    await scene.client.call('confirmHelpRequest', { id: requestId, cookie: asker.cookie, body: {} });
    const [{ acceptanceId }] = (await scene.see(requestId, asker.cookie)).helpers as [{ acceptanceId: string }];
    expect(acceptanceId).not.toBe(id);
    expect((await look(acceptanceId, next)).result().messages).toStrictEqual([]);
    expect((await look(acceptanceId, helper)).status).toBe(404);
  });
});

describe('a message that is not read', () => {
  it('is mailed once after a minute, without a word of it, and not when it was read', async () => {
    const { id, asker, helper } = await agreed(9);
    await write(id, asker, 'Geheimwoord over de sleutel');
    await scene.workOff();
    expect(mailsTo(helper)).toHaveLength(0);
    await scene.wait('1 minute');
    await tell(id, helper);
    await write(id, asker, 'Nog een Geheimwoord');
    await scene.wait('1 minute');
    await tell(id, helper);
    const mails = mailsTo(helper);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('U heeft een nieuw bericht over uw afspraak');
    expect(JSON.stringify(mails)).not.toContain('Geheimwoord');
    expect(mails[0]?.text).toContain('/afspraken/');
    await write(id, helper, 'Ik heb het gelezen');
    await read(id, asker, 3);
    await scene.wait('1 minute');
    await tell(id, asker);
    expect(mailsTo(asker)).toHaveLength(0);
  });

  it('is told although its job was lost: the sweep finds it', async () => {
    const { id, asker, helper } = await agreed(10);
    await write(id, asker, 'Bent u onderweg?');
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
    const { id, asker, helper } = await agreed(11);
    const other = await agreed(12);
    await scene.wait('8 hours');
    await write(id, asker, 'Slaap lekker');
    await write(other.id, other.asker, 'Tot morgen');
    await scene.wait('1 minute');
    await tell(id, helper);
    await tell(other.id, other.helper);
    expect([mailsTo(helper), mailsTo(other.helper)]).toStrictEqual([[], []]);
    await read(id, helper, 1);
    await scene.wait('10 hours');
    for (const job of await scene.overdue()) if (job.name === 'notifications.send') await scene.handle(job);
    await scene.workOff();
    expect(mailsTo(helper)).toHaveLength(0);
    expect(mailsTo(other.helper)).toHaveLength(1);
    await scene.wait('-18 hours -1 minutes');
  });
});

describe('live', () => {
  const sockets: Socket[] = [];
  afterAll(() => sockets.forEach((socket) => socket.disconnect()));

  it('hints both sides and nobody else, with ids and numbers only', async () => {
    const { id, asker, helper } = await agreed(13);
    const heard: [string, unknown][] = [];
    for (const [who, { cookie }] of Object.entries({ asker, helper, stranger: scene.neighbour(33) })) {
      const socket = io(scene.origin, {
        path: realtimePath,
        transports: ['websocket'],
        reconnection: false,
        extraHeaders: { cookie },
      });
      sockets.push(socket);
      socket.on('conversation.changed', (frame: unknown) => heard.push([who, frame]));
      await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    }
    await write(id, asker, 'Live');
    await scene.workOff();
    await read(id, helper, 1);
    await scene.workOff();
    // The last hint of all goes to the stranger, so that what should not come has had its time.
    const probe = { municipalityId: scene.town.municipalityId, personIds: [scene.neighbour(33).personId], version: 7 };
    const ended = new Promise<void>((resolve) => sockets[2]!.once('conversation.changed', () => resolve()));
    await scene.handle({
      name: 'realtime.hint',
      data: { ...probe, message: 'conversation.changed', id },
      id: randomUUID(),
    });
    await ended;
    expect(heard).toStrictEqual([
      ...['helper', 'asker', 'asker', 'helper'].map((who) => [who, { id, version: 1 }]),
      ['stranger', { id, version: 7 }],
    ]);
  });
});

describe('after the help', () => {
  it('stays readable, is closed for writing after a day, and is gone after thirty', async () => {
    const { id, requestId, asker, helper } = await agreed(6);
    await write(id, asker, 'Dank u wel');
    const outcome = { id: requestId, cookie: asker.cookie, body: { helped: true } };
    await scene.client.call('recordOutcome', outcome);
    const { removedAt, writableUntil } = (await look(id, helper)).result();
    expect(Date.parse(removedAt!) - Date.parse(writableUntil)).toBe(29 * 24 * 3_600_000);
    expect((await write(id, helper, 'Graag gedaan')).status).toBe(201);
    await scene.wait('25 hours');
    expect((await write(id, helper, 'Nog iets')).problem().code).toBe('not-active-any-more');
    expect((await look(id, helper)).result()).toMatchObject({ mayWrite: false, messages: [{}, {}] });
    const forget = async () => {
      for (const job of await scene.overdue()) if (job.name === 'conversations.forget') await scene.handle(job);
    };
    await forget();
    expect(await scene.count('SELECT 1 FROM message WHERE conversation_id = $1', [id])).toBe(2);
    await scene.wait('29 days');
    await scene.rows(`UPDATE session SET expires_at = expires_at + interval '60 days'`);
    expect((await look(id, asker)).problem().code).toBe('not-found');
    await forget();
    expect(await scene.count('SELECT 1 FROM message WHERE conversation_id = $1', [id])).toBe(0);
    expect(await scene.count('SELECT 1 FROM conversation WHERE id = $1', [id])).toBe(0);
  });
});
