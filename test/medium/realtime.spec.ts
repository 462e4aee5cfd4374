import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { RealtimeHint } from '@app/features/board/realtime-hint.js';
import { RealtimeHub } from '@app/platform/realtime/realtime-hub.js';
import { BoardScene, type BoardTown } from './board-scene.js';
import { disconnected, next, RealtimeScene, watch } from './realtime-scene.js';

let scene: BoardScene;
let realtime: RealtimeScene;
let town: BoardTown;
let elsewhere: BoardTown;

beforeAll(async () => {
  scene = await BoardScene.open();
  town = await scene.addTown('stad.invalid');
  elsewhere = await scene.addTown('elders.invalid');
  realtime = await RealtimeScene.open(scene);
});
afterAll(async () => {
  await realtime.close();
  await scene.close();
});

/** Well formed, and nobody's. */
const noAssociation = '01a20155-d432-71f0-ad40-ce7ab1b5f273';

const east = () => ({ associationId: town.east, neighbourhoodCode: town.codes.east });

/** Rooms of every open socket, as the server keeps them. */
async function boardRooms(): Promise<string[]> {
  const sockets = await realtime.app.get(RealtimeHub).server.local.fetchSockets();
  return sockets.flatMap(({ rooms }) => [...rooms].filter((room) => room.startsWith('board:')));
}

describe('who may open a socket', () => {
  it('lets a visitor of our pages in, from our own origin', async () => {
    const client = await realtime.connect({ cookie: realtime.visitor(), origin: 'http://zorgzamebuurten.invalid' });
    expect(client.connected).toBe(true);
  });

  it('refuses another origin, also with a good cookie', async () => {
    const { cookie } = await realtime.signIn(town);
    for (const origin of ['https://elders.example', 'http://zorgzamebuurten.invalid.elders.example', 'null']) {
      expect((await realtime.connect({ cookie, origin })).connected).toBe(false);
    }
  });

  it('refuses a socket without a cookie of ours', async () => {
    expect((await realtime.connect({})).connected).toBe(false);
    expect((await realtime.connect({ cookie: '__Host-visitor=AAAA.BBBB' })).connected).toBe(false);
    expect((await realtime.connect({ cookie: '__Host-session=AAAA' })).connected).toBe(false);
  });

  it('refuses the session of another municipality', async () => {
    const { cookie } = await realtime.signIn(elsewhere);
    expect((await realtime.connect({ cookie })).connected).toBe(false);
    expect((await realtime.connect({ cookie, host: 'elders.invalid' })).connected).toBe(true);
  });

  it('ends the open socket of a session that ended, and does not let it back in', async () => {
    const { cookie, sessionId } = await realtime.signIn(town);
    const client = await realtime.connect({ cookie });
    const bystander = await realtime.connect({ cookie: realtime.visitor() });
    const gone = disconnected(client);
    await scene.unitOfWork.run(asSystem(town.id), (tx) =>
      tx.query('UPDATE session SET ended_at = app_now() WHERE municipality_id = $1 AND id = $2', [town.id, sessionId]),
    );
    realtime.app.get(RealtimeHub).endSession(sessionId);
    expect(await gone).toBe('io server disconnect');
    expect((await realtime.connect({ cookie })).connected).toBe(false);
    expect(bystander.connected).toBe(true);
  });
});

describe('watching a board', () => {
  let client: Socket;
  beforeEach(async () => {
    client = await realtime.connect({ cookie: realtime.visitor() });
  });

  it('answers with the association and its sequence, and then hears of changes', async () => {
    const before = await watch(client, { neighbourhoodCode: town.codes.east });
    const heard = next(client, 'board.changed');
    const id = await scene.insertRequest(town, east());
    await realtime.project(town, id);
    expect(before).toMatchObject({ ok: true, associationId: town.east });
    const sequence = before.ok ? before.sequence + 1 : Number.NaN;
    expect(await heard).toStrictEqual({ sequence, id, version: 1, associationId: town.east });
  });

  it('hears nothing of a board it does not watch, or watches no more', async () => {
    await watch(client, { associationId: town.west });
    await watch(client, { associationId: town.east });
    await client.emitWithAck('board.unwatch', { associationId: town.east });
    const frames: unknown[] = [];
    client.on('board.changed', (frame) => frames.push(frame));
    await realtime.project(town, await scene.insertRequest(town, east()));
    const last = next(client, 'board.changed');
    const id = await scene.insertRequest(town, { associationId: town.west, neighbourhoodCode: town.codes.west });
    await realtime.project(town, id);
    await last;
    expect(frames).toMatchObject([{ id }]);
  });

  it.each([
    [undefined],
    ['board'],
    [{}],
    [{ associationId: 'east' }],
    [{ associationId: noAssociation, neighbourhoodCode: 'BU10010001' }],
    [{ neighbourhoodCode: 'BU10010001', since: -1 }],
    [{ neighbourhoodCode: { $ne: '' } }],
  ])('refuses %j as invalid', async (message) => {
    expect(await watch(client, message)).toStrictEqual({ ok: false, code: 'invalid-input' });
  });

  it('never joins a board of another municipality, asked for in any way', async () => {
    const before = (await boardRooms()).length;
    for (const area of [
      { associationId: elsewhere.east },
      { associationId: elsewhere.desk },
      { neighbourhoodCode: elsewhere.codes.east },
      { neighbourhoodCode: elsewhere.codes.uncovered },
    ]) {
      expect(await watch(client, area)).toStrictEqual({ ok: false, code: 'not-found' });
    }
    for (const message of ['join', 'subscribe', 'room']) client.emit(message, `board:${elsewhere.east}`);
    await watch(client, { associationId: elsewhere.west });
    expect(await boardRooms()).toHaveLength(before);
  });

  it('joins none of 1,000 foreign boards', async () => {
    const before = (await boardRooms()).length;
    const many = await Promise.all(Array.from({ length: 25 }, () => realtime.connect({ cookie: realtime.visitor() })));
    const answers = await Promise.all(
      many.flatMap((one) => Array.from({ length: 40 }, () => watch(one, { associationId: newId() }))),
    );
    expect(new Set(answers.map((answer) => (answer.ok ? 'joined' : answer.code)))).toStrictEqual(
      new Set(['not-found']),
    );
    expect(await boardRooms()).toHaveLength(before);
    for (const one of many) one.disconnect();
  });
});

describe('hints to people', () => {
  it('reach the person, with ids and numbers only, and nobody else', async () => {
    const [person, other] = [await realtime.signIn(town), await realtime.signIn(town)];
    const [mine, theirs] = [await realtime.connect(person), await realtime.connect(other)];
    const unheard: unknown[] = [];
    theirs.onAny((...message) => unheard.push(message));
    const hint = realtime.app.get(RealtimeHint, { strict: false });
    const askChanged = next(mine, 'ask.changed');
    const [askId, requestId] = [newId(), await scene.insertRequest(town, east())];
    const data = { municipalityId: town.id, personIds: [person.personId] };
    await hint.handle({ ...data, message: 'ask.changed', id: askId, version: 0 });
    expect(await askChanged).toStrictEqual({ id: askId });
    const requestChanged = next(mine, 'help-request.changed');
    await hint.handle({ ...data, message: 'help-request.changed', id: requestId, version: 4 });
    expect(await requestChanged).toStrictEqual({ id: requestId, version: 4 });
    expect(unheard).toStrictEqual([]);
  });

  it('reach everyone of a wave, each with the own ask, but not who has answered', async () => {
    const [pending, closed, answered] = [
      await realtime.signIn(town),
      await realtime.signIn(town),
      await realtime.signIn(town),
    ];
    const requestId = await scene.insertRequest(town, east());
    const asks = [
      { id: newId(), personId: pending.personId, status: 'pending' },
      { id: newId(), personId: closed.personId, status: 'closed' },
      { id: newId(), personId: answered.personId, status: 'no' },
    ];
    await scene.unitOfWork.run(asSystem(town.id), async (tx) => {
      for (const { id, personId, status } of asks) {
        await tx.query(
          `INSERT INTO ask (municipality_id, id, help_request_id, association_id, person_id, round, status, probability, reasons,
             policy_version, created_at, expires_at)
           VALUES ($1, $2, $3, $4, $5, 0, $6, 0.2, '{}', 'test', app_now(), app_now() + interval '1 hour')`,
          [town.id, id, requestId, town.east, personId, status],
        );
      }
    });
    const [first, second, third] = [
      await realtime.connect(pending),
      await realtime.connect(closed),
      await realtime.connect(answered),
    ];
    const unheard: unknown[] = [];
    third.onAny((...message) => unheard.push(message));
    const heard = Promise.all([next(first, 'ask.changed'), next(second, 'ask.changed')]);
    const hint = realtime.app.get(RealtimeHint, { strict: false });
    await hint.handle({ municipalityId: town.id, personIds: [], message: 'ask.changed', id: requestId, version: 0 });
    expect(await heard).toStrictEqual([{ id: asks[0]?.id }, { id: asks[1]?.id }]);
    await watch(third, { associationId: town.east });
    expect(unheard).toStrictEqual([]);
  });

  it('reach everyone who still has a place in the request, not who withdrew', async () => {
    const [helper, withdrawn] = [await realtime.signIn(town), await realtime.signIn(town)];
    const requestId = await scene.insertRequest(town, east());
    await scene.unitOfWork.run(asSystem(town.id), async (tx) => {
      for (const [personId, status, seat] of [
        [helper.personId, 'confirmed', 1],
        [withdrawn.personId, 'withdrawn', null],
      ]) {
        await tx.query(
          `INSERT INTO acceptance (municipality_id, id, help_request_id, association_id, asker_id, person_id, trust, status, seat, since)
           VALUES ($1, $2, $3, $4, $5, $6, 'none', $7, $8, app_now())`,
          [town.id, newId(), requestId, town.east, town.askerId, personId, status, seat],
        );
      }
    });
    const [mine, theirs] = [await realtime.connect(helper), await realtime.connect(withdrawn)];
    const unheard: unknown[] = [];
    theirs.onAny((...message) => unheard.push(message));
    const heard = next(mine, 'help-request.changed');
    const hint = realtime.app.get(RealtimeHint, { strict: false });
    const data = { municipalityId: town.id, personIds: [town.askerId] };
    await hint.handle({ ...data, message: 'help-request.changed', id: requestId, version: 2 });
    expect(await heard).toStrictEqual({ id: requestId, version: 2 });
    // An acknowledged round trip on the other socket comes after anything sent to it before.
    await watch(theirs, { associationId: town.east });
    expect(unheard).toStrictEqual([]);
  });
});
