import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Manager, type Socket } from 'socket.io-client';
import { realtimePath } from '@app/contracts/realtime/messages.js';
import { eventually } from '../support/eventually.js';
import { BoardScene, type BoardTown } from './board-scene.js';
import { disconnected, next, RealtimeScene, watch } from './realtime-scene.js';

let scene: BoardScene;
let realtime: RealtimeScene;
let town: BoardTown;

beforeAll(async () => {
  scene = await BoardScene.open();
  town = await scene.addTown('stad.invalid');
  realtime = await RealtimeScene.open(scene);
});
afterAll(async () => {
  await realtime.close();
  await scene.close();
});

const east = () => ({ associationId: town.east, neighbourhoodCode: town.codes.east });

describe('a client that misbehaves', () => {
  async function watching(): Promise<Socket> {
    const client = await realtime.connect({ cookie: realtime.visitor() });
    await watch(client, { associationId: town.east });
    return client;
  }

  async function stillServed(client: Socket): Promise<void> {
    const heard = next(client, 'board.changed');
    const id = await scene.insertRequest(town, east());
    await realtime.project(town, id);
    expect(await heard).toMatchObject({ id });
  }

  it('loses its own socket with a frame of 64 kB; others are served on', async () => {
    const [big, other] = await Promise.all([watching(), watching()]);
    const gone = disconnected(big);
    big.emit('board.watch', { neighbourhoodCode: 'x'.repeat(65_536) });
    expect(await gone).toMatch(/^transport/);
    await stillServed(other);
  });

  it('loses its own socket with 200 messages at once; others are served on', async () => {
    const [flooding, other] = await Promise.all([watching(), watching()]);
    const gone = disconnected(flooding);
    for (let count = 0; count < 200; count += 1) flooding.emit('board.watch', { associationId: town.east });
    expect(await gone).toBe('io server disconnect');
    await stillServed(other);
  });

  it('loses it as well with what is no message, before anybody looked for a cookie; others are served on', async () => {
    const other = await watching();
    const flooding = new Manager(realtime.url, { path: realtimePath, transports: ['websocket'], reconnection: false });
    const gone = new Promise((closed) => flooding.once('close', closed));
    for (let count = 0; count < 1_000; count += 1) flooding.socket(`/nowhere-${count}`).connect();
    expect(await gone).toMatch(/^transport/);
    await stillServed(other);
  });
});

describe('one address', () => {
  it('has two hundred sockets at most, and room again when one of them closes', async () => {
    const cookie = realtime.visitor();
    // Brought by a proxy that is not believed, all of these come from one place, whatever they claim.
    const far = (index: number): Promise<Socket> => realtime.connect({ cookie, forwardedFor: `192.0.2.${index}` });
    const clients = await Promise.all(Array.from({ length: 200 }, (_, index) => far(index)));
    expect(clients.filter(({ connected }) => connected)).toHaveLength(200);
    expect((await far(1)).connected).toBe(false);
    expect((await realtime.connect({ cookie })).connected).toBe(true);
    const [first] = clients;
    first?.disconnect();
    expect(
      await eventually(
        async () => (await far(1)).connected,
        (connected) => connected,
      ),
    ).toBe(true);
  });
});
