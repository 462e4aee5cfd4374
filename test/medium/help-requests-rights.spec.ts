import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OperationId } from '@app/contracts/http/index.js';
import { Application, deskOf, northOf, southOf } from '../support/application.js';

let scene: Application;
let north: string;
let south: string;
let desk: string;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 10, askers: 8 });
  [north, south, desk] = (await Promise.all([northOf, southOf, deskOf].map((at) => scene.organiser(at)))).map(
    ({ cookie }) => cookie,
  ) as [string, string, string];
  // In the south a coordinator looks first.
  await scene.rows(`UPDATE association SET moderation_mode = 'all-first' WHERE id = $1`, [
    scene.town.organisationIds[southOf],
  ]);
});
afterAll(() => scene.close());

/** Every operation on one request, with what somebody would send who may. */
const onOneRequest = [
  { operation: 'getHelpRequest' },
  { operation: 'editHelpRequest', headers: { 'if-match': '"1"' }, body: { summary: 'Van mij nu' } },
  { operation: 'withdrawAcceptance' },
  { operation: 'confirmHelpRequest', body: { address: 'Van mij nu' } },
  { operation: 'cancelHelpRequest' },
  { operation: 'recordOutcome', body: { helped: false } },
] as const satisfies readonly { operation: OperationId; headers?: object; body?: object }[];

interface Try {
  readonly operation: OperationId;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

const attempt = ({ operation, headers, body }: Try, id: string, cookie: string) =>
  scene.client.call(operation, {
    id,
    cookie,
    ...(headers ? { headers } : {}),
    ...(body ? { body: body as never } : {}),
  });

/** Everything stored of a request, to see that nothing changed. */
const stored = (id: string) =>
  scene.rows('SELECT * FROM help_request h LEFT JOIN acceptance a ON a.help_request_id = h.id WHERE h.id = $1', [id]);

describe('a request of somebody else', () => {
  it.each(onOneRequest)('is as absent as one that never was: $operation', async (trial) => {
    const { id } = await scene.post(scene.asker(0).cookie, { address: 'Stille Steeg 1', summary: 'Stille vraag' });
    const before = await stored(id);
    const strangers = [scene.asker(1).cookie, scene.neighbour(0).cookie, south, desk];
    for (const cookie of strangers) {
      const foreign = (await attempt(trial, id, cookie)).problem();
      const missing = (await attempt(trial, randomUUID(), cookie)).problem();
      expect(foreign.status).toBe(404);
      expect({ ...foreign, instance: '' }).toStrictEqual({ ...missing, instance: '' });
    }
    expect((await attempt(trial, id, '')).problem()).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await stored(id)).toStrictEqual(before);
  });

  it('cannot be let through by another association, nor by somebody without a role', async () => {
    const { id, status } = await scene.post(scene.asker(2).cookie, { neighbourhoodCode: scene.code(southOf) });
    expect(status).toBe('in-review');
    const approve = (cookie: string, request = id) => scene.client.call('approveHelpRequest', { id: request, cookie });
    const absent = { ...(await approve(north, randomUUID())).problem(), instance: '' };
    expect(absent.status).toBe(404);
    expect({ ...(await approve(north)).problem(), instance: '' }).toStrictEqual(absent);
    expect({ ...(await approve(desk)).problem(), instance: '' }).toStrictEqual(absent);
    expect((await approve(scene.asker(2).cookie)).problem().code).toBe('not-allowed');
    // Before it opens, it is not there for a neighbour either.
    const yes = await scene.client.call('acceptHelpRequest', { id, cookie: scene.neighbour(1).cookie, body: {} });
    expect(yes.problem().code).toBe('not-found');
    expect((await approve(south)).result()).toMatchObject({ status: 'open', viewer: 'coordinator' });
  });

  it('is nothing its own asker could withdraw from', async () => {
    const { cookie } = scene.asker(4);
    const { id } = await scene.post(cookie);
    const answer = await scene.client.call('withdrawAcceptance', { id, cookie });
    expect(answer.problem()).toMatchObject({ status: 409, code: 'not-active-any-more' });
  });

  it('stands in nobody’s lists but those of its asker, its helper and its coordinator', async () => {
    const { id } = await scene.post(scene.asker(3).cookie);
    await scene.client.call('acceptHelpRequest', { id, cookie: scene.neighbour(2).cookie, body: {} });
    const lists = async (cookie: string): Promise<string[]> => {
      const found: string[] = [];
      for (const role of ['asker', 'helper', 'coordinator'] as const) {
        const list = await scene.client.call('listHelpRequests', { cookie, query: { role } });
        if (list.status === 403) continue;
        if (list.result().helpRequests.some((request) => request.id === id)) found.push(role);
      }
      return found;
    };
    expect(await lists(scene.asker(3).cookie)).toStrictEqual(['asker']);
    expect(await lists(scene.neighbour(2).cookie)).toStrictEqual(['helper']);
    expect(await lists(north)).toStrictEqual(['coordinator']);
    for (const cookie of [scene.asker(4).cookie, scene.neighbour(3).cookie, south, desk])
      expect(await lists(cookie)).toStrictEqual([]);
  });

  it('is known to its own coordinator, who gives a reason to see how to reach the asker', async () => {
    const { id } = await scene.post(scene.asker(5).cookie, { address: 'Open Pad 2' });
    expect(await scene.see(id, north)).toMatchObject({
      viewer: 'coordinator',
      summary: 'Even met de hond naar buiten',
      address: null,
      asker: { givenName: 'vrager5', familyName: null, phone: null },
    });
    const body = { reason: 'arrange-help' } as const;
    expect((await scene.client.call('viewContactDetails', { id, cookie: north, body })).result()).toMatchObject({
      address: 'Open Pad 2',
      asker: { givenName: 'vrager5', familyName: 'Achternaam-vrager-5', phone: '06 10000005' },
    });
  });
});

describe('the address', () => {
  it('is for the confirmed neighbour alone: before that for nobody, and never for who came too late', async () => {
    const secret = /Geheimhof|06 10000006|Achternaam-vrager-6/;
    const { cookie } = scene.asker(6);
    const { id } = await scene.post(cookie, { address: 'Geheimhof 6' });
    const [winner, loser, waiting] = [scene.neighbour(4), scene.neighbour(5), scene.neighbour(6)];
    const yes = (who: { cookie: string }, waitlist: boolean) =>
      scene.client.call('acceptHelpRequest', { id, cookie: who.cookie, body: { waitlist } });
    const everything = async (who: { cookie: string }): Promise<string> => {
      const answers = [
        await scene.client.call('getHelpRequest', { id, cookie: who.cookie }),
        await scene.client.call('listHelpRequests', { cookie: who.cookie, query: { role: 'helper' } }),
        await scene.client.call('listAsks', { cookie: who.cookie }),
        await scene.client.call('listInbox', { cookie: who.cookie }),
        await scene.client.call('getBoard', { cookie: who.cookie, query: { neighbourhoodCode: scene.code(northOf) } }),
      ];
      return answers.map(({ text }) => text).join('\n');
    };
    const said = [(await yes(winner, false)).text, (await yes(loser, false)).text, (await yes(waiting, true)).text];
    await scene.workOff();
    for (const who of [winner, loser, waiting]) said.push(await everything(who));
    expect(said.join('\n')).not.toMatch(secret);
    // Not confirmed yet, the first name is all there is.
    expect(await scene.see(id, winner.cookie)).toMatchObject({
      asker: { givenName: 'vrager6', familyName: null, phone: null },
    });

    await scene.client.call('confirmHelpRequest', { id, cookie, body: {} });
    await scene.workOff();
    expect((await scene.see(id, winner.cookie)).contact?.address).toBe('Geheimhof 6');
    for (const who of [loser, waiting]) expect(await everything(who)).not.toMatch(secret);
    const late = await scene.client.call('getHelpRequest', { id, cookie: loser.cookie });
    expect(late.problem().code).toBe('not-found');
  });
});

describe('asks and messages', () => {
  it('can be answered and read by nobody but the one they are for', async () => {
    const { id } = await scene.post(scene.asker(7).cookie);
    await scene.workOff();
    const [ask] = await scene.rows<{ id: string; person_id: string }>(
      'SELECT id, person_id FROM ask WHERE help_request_id = $1 LIMIT 1',
      [id],
    );
    const stranger = scene.town.neighbours.find(({ personId }) => personId !== ask!.person_id)!;
    const answer = (askId: string, cookie: string) =>
      scene.client.call('answerAsk', { id: askId, cookie, body: { answer: 'no' } });
    const missing = { ...(await answer(randomUUID(), stranger.cookie)).problem(), instance: '' };
    expect({ ...(await answer(ask!.id, stranger.cookie)).problem(), instance: '' }).toStrictEqual(missing);
    expect((await answer(ask!.id, north)).problem().code).toBe('not-found');

    const [item] = await scene.rows<{ id: string }>(
      `SELECT id FROM notification WHERE recipient_id = $1 AND channel = 'inbox' LIMIT 1`,
      [ask!.person_id],
    );
    const read = (cookie: string) => scene.client.call('readInboxItem', { id: item!.id, cookie });
    expect((await read(stranger.cookie)).problem().code).toBe('not-found');
    expect(await scene.count('SELECT 1 FROM notification WHERE id = $1 AND read_at IS NULL', [item!.id])).toBe(1);
    const own = scene.town.neighbours.find(({ personId }) => personId === ask!.person_id)!;
    expect((await read(own.cookie)).status).toBe(204);
    expect((await answer(ask!.id, own.cookie)).result()).toStrictEqual({
      status: 'declined',
      afterNo: { reason: null, offersCategory: true, onlyCategory: false, pausedUntil: null },
    });
  });
});
