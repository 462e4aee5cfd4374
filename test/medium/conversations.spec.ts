import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { realtimePath } from '@app/contracts/realtime/messages.js';
import { Application } from '../support/application.js';
import { AgreementScene } from './agreement-scene.js';

let scene: Application;
let at: AgreementScene;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 40, askers: 14 });
  at = new AgreementScene(scene);
});
afterAll(() => scene.close());

describe('a conversation', () => {
  it('is empty before anybody wrote, and then holds what both wrote in order, each with the other’s first name', async () => {
    const { id, asker, helper, requestId } = await at.agreed(0);
    expect((await at.look(id, helper)).result()).toMatchObject({
      messages: [],
      unread: 0,
      mayWrite: true,
      removedAt: null,
    });
    const first = (await at.write(id, asker, 'De riem hangt bij de deur.')).result();
    expect(first).toMatchObject({ number: 1, mine: true, text: 'De riem hangt bij de deur.' });
    await at.write(id, helper, 'Goed, ik kom om drie uur.');
    const seen = (await at.look(id, asker)).result();
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
    expect((await at.look(id, helper)).result()).toMatchObject({ otherGivenName: asker.givenName, unread: 0 });
  });

  it('tells each side how far the other has read, and never backwards', async () => {
    const { id, asker, helper } = await at.agreed(1);
    for (const text of ['een', 'twee', 'drie']) await at.write(id, asker, text);
    expect((await at.read(id, helper, 2)).status).toBe(204);
    expect((await at.look(id, asker)).result().readByOther).toBe(2);
    await at.read(id, helper, 1);
    expect((await at.look(id, asker)).result().readByOther).toBe(2);
    await at.read(id, helper, 2_000);
    expect((await at.look(id, helper)).result().unread).toBe(0);
    expect((await at.look(id, asker)).result().readByOther).toBe(3);
    const list = await scene.client.call('listConversations', { cookie: helper.cookie });
    expect(list.result().conversations).toMatchObject([{ id, unread: 0 }]);
  });

  it('keeps a message that was sent twice once', async () => {
    const { id, asker, helper } = await at.agreed(2);
    const messageId = randomUUID();
    const [one, two] = await Promise.all([
      at.write(id, asker, 'Dubbel', messageId),
      at.write(id, asker, 'Dubbel', messageId),
    ]);
    expect([one.status, two.status]).toStrictEqual([201, 201]);
    expect(two.result()).toStrictEqual(one.result());
    expect((await at.look(id, helper)).result().messages).toHaveLength(1);
    expect((await at.write(id, helper, 'Niet van mij', messageId)).problem().code).toBe('not-found');
  });

  it('keeps HTML and line breaks as the words they are, encrypted under the key of whoever wrote them', async () => {
    const { id, asker, helper } = await at.agreed(3);
    const text = '<img src=x onerror=alert(1)>\r\nBcc: buur@voorbeeld.invalid\r\nKanariewoord';
    await at.write(id, asker, text);
    expect((await at.look(id, helper)).result().messages[0]?.text).toBe(text);
    const stored = await scene.rows<{ text: string }>('SELECT row_to_json(m)::text AS text FROM message m');
    const events = await scene.rows<{ text: string }>('SELECT row_to_json(o)::text AS text FROM outbox o');
    const hex = Buffer.from('Kanariewoord').toString('hex');
    for (const row of [...stored, ...events]) expect(row.text).not.toMatch(new RegExp(`Kanariewoord|${hex}`));
    expect(scene.logLines.filter((line) => line.includes('Kanariewoord'))).toStrictEqual([]);
    await scene.rows('DELETE FROM person_key WHERE person_id = $1', [asker.personId]);
    expect((await at.look(id, helper)).result()).toMatchObject({ otherGivenName: '', messages: [{ text: null }] });
  });

  it('wants words, and not too many or too fast', async () => {
    const { id, asker } = await at.agreed(4);
    expect((await at.write(id, asker, '  ')).problem().code).toBe('invalid-input');
    expect((await at.write(id, asker, 'x'.repeat(1_001))).problem().code).toBe('invalid-input');
    for (let message = 1; message <= 20; message += 1)
      expect((await at.write(id, asker, `${message}`)).status).toBe(201);
    const fast = await at.write(id, asker, 'nog een');
    expect([fast.problem().code, fast.headers.get('retry-after')]).toStrictEqual(['too-many-requests', '60']);
    await scene.wait('61 seconds');
    expect((await at.write(id, asker, 'nu wel')).status).toBe(201);
    await scene.wait('-61 seconds');
  });
});

describe('live', () => {
  const sockets: Socket[] = [];
  afterAll(() => sockets.forEach((socket) => socket.disconnect()));

  it('hints both sides and nobody else, with ids and numbers only', async () => {
    const { id, asker, helper } = await at.agreed(13);
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
    await at.write(id, asker, 'Live');
    await scene.workOff();
    await at.read(id, helper, 1);
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
