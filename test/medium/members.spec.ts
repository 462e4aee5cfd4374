import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { realtimePath } from '@app/contracts/realtime/messages.js';
import type { MemberView } from '@app/contracts/http/members.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { Application, deskOf, northOf, southOf } from '../support/application.js';

interface Who {
  readonly personId: string;
  readonly cookie: string;
}

let scene: Application;
let north: Who;
let south: Who;
let desk: Who;
let administrator: Who;

beforeAll(async () => {
  scene = await Application.open({ neighbours: 2, askers: 8 });
  [north, south, desk] = (await Promise.all([northOf, southOf, deskOf].map((at) => scene.organiser(at)))) as [
    Who,
    Who,
    Who,
  ];
  administrator = scene.asker(7);
  await scene.rows(
    `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
     VALUES ($1, $2, $3, NULL, 'administrator', app_now())`,
    [scene.town.municipalityId, newId(), administrator.personId],
  );
});
afterAll(() => scene.close());

const idOf = (at: number): string => scene.town.organisationIds[at] ?? '';
const listed = async ({ cookie }: Who): Promise<MemberView[]> =>
  (await scene.client.call('listMembers', { cookie })).result().members;
const add = (who: Who, email: string, role: MemberView['role'], associationId: string | null) =>
  scene.client.call('addMember', {
    cookie: who.cookie,
    body: { email, role, associationId, mayChangeSettings: false },
  });
const remove = (who: Who, id: string) => scene.client.call('removeMember', { id, cookie: who.cookie });

describe('members', () => {
  it('are seen by those who may change them, each of their own organisation', async () => {
    expect((await listed(north)).map(({ associationId }) => associationId)).toStrictEqual([idOf(northOf)]);
    expect((await listed(desk)).map(({ role }) => role)).toStrictEqual(['desk']);
    expect((await listed(administrator)).map(({ role }) => role).toSorted()).toStrictEqual([
      'administrator',
      'coordinator',
      'coordinator',
      'desk',
    ]);
    const none = await scene.client.call('listMembers', { cookie: scene.asker(0).cookie });
    expect(none.problem().code).toBe('not-allowed');
  });

  it('are invited by e-mail, once, and may do what they were allowed', async () => {
    const added = (await add(north, 'lies@example.invalid', 'coordinator', idOf(northOf))).result();
    expect(added).toMatchObject({ email: 'lies@example.invalid', hasSignedIn: false, mayChangeSettings: false });
    const again = (await add(north, 'lies@example.invalid', 'coordinator', idOf(northOf))).result();
    expect(again.id).toBe(added.id);
    await scene.workOff();
    const letters = scene.sink.list({ to: 'lies@example.invalid' }).map(({ subject }) => subject);
    expect(letters).toStrictEqual(['U bent nu coördinator bij Noord']);
    expect(
      await scene.count(`SELECT 1 FROM audit_entry WHERE act = 'member-added' AND about_id = $1`, [added.personId]),
    ).toBe(1);
  });

  it('of another association, or of the municipality, are not for a coordinator to name or remove', async () => {
    expect((await add(south, 'x@example.invalid', 'coordinator', idOf(northOf))).problem().code).toBe('not-found');
    expect((await add(north, 'x@example.invalid', 'administrator', null)).problem().code).toBe('not-allowed');
    const [ofNorth] = await listed(north);
    expect((await remove(south, ofNorth!.id)).problem().code).toBe('not-found');
    const own = (await listed(administrator)).find(({ role }) => role === 'administrator');
    expect((await remove(north, own!.id)).problem().code).toBe('not-allowed');
    expect((await remove(north, randomUUID())).problem().code).toBe('not-found');
    const change = { id: ofNorth!.id, cookie: south.cookie, body: { mayChangeSettings: true } };
    expect((await scene.client.call('changeMember', change)).problem().code).toBe('not-found');
    expect(await scene.count(`SELECT 1 FROM person WHERE status = 'unverified'`)).toBe(1);
  });

  it('belong to an organisation of their kind', async () => {
    expect((await add(administrator, 'x@example.invalid', 'desk', idOf(northOf))).problem().errors?.[0]?.path).toBe(
      '/role',
    );
    expect((await add(administrator, 'x@example.invalid', 'monitor', idOf(northOf))).problem().errors?.[0]?.path).toBe(
      '/associationId',
    );
    expect((await add(administrator, 'm@example.invalid', 'monitor', null)).status).toBe(201);
  });

  it('never leave an organisation or the municipality without anybody', async () => {
    const [contact] = await listed(desk);
    expect((await remove(administrator, contact!.id)).problem()).toMatchObject({
      status: 409,
      code: 'still-responsible',
    });
    const own = (await listed(administrator)).find(({ role }) => role === 'administrator');
    expect((await remove(administrator, own!.id)).problem().code).toBe('still-responsible');
  });

  it('who are removed are out at once, on open sockets too, and somebody else is called from then on', async () => {
    await makeMember(scene.asker(1), northOf);
    const socket = await connected(north.cookie);
    const closed = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
    const mine = (await listed(administrator)).find(({ personId }) => personId === north.personId);
    expect(mine).toMatchObject({ isContact: true });
    expect((await remove(administrator, mine!.id)).status).toBe(204);
    await closed;
    const asNorth = await scene.client.call('listWorkItems', { cookie: north.cookie });
    expect(asNorth.problem().code).toBe('not-signed-in');
    const contacts = (await listed(administrator)).filter(
      ({ isContact, associationId }) => isContact && associationId === idOf(northOf),
    );
    expect(contacts).toHaveLength(1);
    expect(contacts[0]?.personId).not.toBe(north.personId);
    // Others of another association are still there.
    expect((await scene.client.call('listWorkItems', { cookie: south.cookie })).status).toBe(200);
  });

  it('get another role where they are, at once and on open sockets too, and hear of it', async () => {
    const watcher = scene.asker(2);
    await scene.rows(
      `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
       VALUES ($1, $2, $3, NULL, 'administrator', app_now())`,
      [scene.town.municipalityId, newId(), watcher.personId],
    );
    const roles = async () => (await listed(administrator)).filter(({ personId }) => personId === watcher.personId);
    const [before] = await roles();
    const give = (who: Who, role: MemberView['role'], id = before!.id) =>
      scene.client.call('changeMember', { id, cookie: who.cookie, body: { mayChangeSettings: false, role } });
    expect((await give(south, 'monitor')).problem().code).toBe('not-allowed');
    expect((await give(administrator, 'coordinator')).problem().errors?.[0]?.path).toBe('/role');
    const socket = await connected(watcher.cookie);
    const closed = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
    expect((await give(administrator, 'monitor')).result()).toMatchObject({ id: before!.id, role: 'monitor' });
    await closed;
    expect((await scene.client.call('listMembers', { cookie: watcher.cookie })).problem().code).toBe('not-signed-in');
    expect((await roles()).map(({ role }) => role)).toStrictEqual(['monitor']);
    const own = (await listed(administrator)).find(({ isSelf }) => isSelf);
    expect((await give(administrator, 'monitor', own!.id)).problem().code).toBe('still-responsible');
  });

  it('whose right to change settings is taken sign in anew and cannot any more', async () => {
    const member = (await listed(administrator)).find(({ personId }) => personId === south.personId);
    const change = (mayChangeSettings: boolean) =>
      scene.client.call('changeMember', { id: member!.id, cookie: administrator.cookie, body: { mayChangeSettings } });
    expect((await change(false)).result()).toMatchObject({ mayChangeSettings: false });
    const gone = await scene.client.call('getAssociationSettings', { id: idOf(southOf), cookie: south.cookie });
    expect(gone.problem().code).toBe('not-signed-in');
    expect(
      await scene.count(`SELECT 1 FROM audit_entry WHERE act = 'member-changed' AND about_id = $1`, [south.personId]),
    ).toBe(1);
  });
});

function makeMember(who: Who, at: number): Promise<unknown> {
  return scene.rows(
    `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
     VALUES ($1, $2, $3, $4, 'coordinator', app_now())`,
    [scene.town.municipalityId, newId(), who.personId, idOf(at)],
  );
}

function connected(cookie: string): Promise<Socket> {
  const socket = io(scene.origin, {
    path: realtimePath,
    transports: ['websocket'],
    extraHeaders: { cookie },
    reconnection: false,
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
