import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application, deskOf, northOf, southOf } from '../support/application.js';

let scene: Application;
let north: string;
let south: string;
let desk: string;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 12 });
  [north, south, desk] = (await Promise.all([northOf, southOf, deskOf].map((at) => scene.organiser(at)))).map(
    ({ cookie }) => cookie,
  ) as [string, string, string];
});
afterAll(() => scene.close());
beforeEach(() => scene.setClock(tuesdayAfternoon));

const look = async (id: string, cookie: string): Promise<HelpRequestView | 'not-found'> => {
  const answer = await scene.client.call('getHelpRequest', { id, cookie });
  if (answer.status === 200) return answer.result();
  expect(answer.problem().code).toBe('not-found');
  return 'not-found';
};
const tick = (id: string): Promise<void> => scene.runJob('help-requests.keep-clock', id);
const workListOf = async (cookie: string): Promise<string[]> => {
  const list = await scene.client.call('listHelpRequests', { cookie, query: { role: 'coordinator' } });
  return list.result().helpRequests.map(({ id }) => id);
};

describe('a request that nobody takes', () => {
  it('reaches the coordinator, then the desk, and no other association', async () => {
    const asker = scene.asker(0);
    const { id } = await scene.post(asker.cookie);
    expect(await look(id, north)).toMatchObject({ viewer: 'coordinator', escalation: { level: 0 } });
    await tick(id);
    expect(await look(id, asker.cookie)).toMatchObject({ escalation: { level: 0, reason: null } });

    await scene.wait('31 minutes');
    scene.sink.clear();
    await tick(id);
    expect(await look(id, asker.cookie)).toMatchObject({
      escalation: { level: 1, reason: 'clock' },
      owner: { kind: 'association', name: 'Noord' },
    });
    expect(scene.sink.list({ to: asker.email })).toHaveLength(1);
    expect(scene.sink.list({ to: 'coordinator-0@voorbeeld.invalid' })).toHaveLength(1);
    expect(await look(id, desk)).toBe('not-found');
    expect(await workListOf(desk)).not.toContain(id);

    await scene.wait('30 minutes');
    scene.sink.clear();
    await tick(id);
    expect(await look(id, asker.cookie)).toMatchObject({
      escalation: { level: 2, reason: 'clock', nextAt: null },
      owner: { kind: 'desk', name: 'Loket', person: { givenName: 'coordinator2' } },
    });
    expect(scene.sink.list({ to: 'coordinator-2@voorbeeld.invalid' })).toHaveLength(1);
    expect(await look(id, desk)).toMatchObject({ viewer: 'coordinator' });
    expect(await workListOf(desk)).toContain(id);
    expect(await workListOf(north)).toContain(id);
    expect(await look(id, south)).toBe('not-found');
    expect(await workListOf(south)).not.toContain(id);

    scene.sink.clear();
    await tick(id);
    expect(scene.sink.list()).toHaveLength(0);
    await scene.wait('4 hours');
    await tick(id);
    expect(await look(id, asker.cookie)).toMatchObject({ status: 'expired' });
    expect(scene.sink.list({ to: asker.email })).toHaveLength(1);
  });

  it('is found by the sweep when its own job was lost', async () => {
    const { id } = await scene.post(scene.asker(1).cookie);
    await scene.workOff();
    await scene.wait('31 minutes');
    const planned = await scene.overdue();
    expect(planned).toContainEqual(
      expect.objectContaining({
        name: 'help-requests.keep-clock',
        data: expect.objectContaining({ helpRequestId: id }),
      }),
    );
    for (const job of planned) await scene.handle(job);
    expect(await look(id, scene.asker(1).cookie)).toMatchObject({ escalation: { level: 1 } });
  });
});

/** An agreement between an asker and a neighbour, confirmed. */
async function agree(asker: number, neighbour: number): Promise<string> {
  const { cookie } = scene.asker(asker);
  const { id } = await scene.post(cookie, { address: 'Klokpad 12' });
  await scene.client.call('acceptHelpRequest', { id, cookie: scene.neighbour(neighbour).cookie, body: {} });
  expect((await scene.client.call('confirmHelpRequest', { id, cookie, body: {} })).status).toBe(200);
  return id;
}

describe('after the help', () => {
  it('both are asked how it went, and the asker’s word closes it with thanks to both', async () => {
    const id = await agree(2, 0);
    await scene.workOff();
    await scene.wait('5 hours');
    scene.sink.clear();
    await tick(id);
    const both = [scene.asker(2).email, scene.neighbour(0).email];
    expect(
      scene.sink
        .list()
        .map(({ to }) => to)
        .toSorted(),
    ).toStrictEqual(both.toSorted());
    scene.sink.clear();
    const outcome = await scene.client.call('recordOutcome', {
      id,
      cookie: scene.asker(2).cookie,
      body: { helped: true, note: 'Fijn' },
    });
    expect(outcome.result()).toMatchObject({ status: 'completed', outcome: { helped: true } });
    expect(outcome.result().outcome).not.toHaveProperty('note');
    expect((await scene.see(id, north)).outcome).toStrictEqual({ helped: true, note: 'Fijn' });
    await scene.workOff();
    expect(
      scene.sink
        .list()
        .map(({ to }) => to)
        .toSorted(),
    ).toStrictEqual(both.toSorted());
  });

  it('the helper may say it too, and the asker may correct it', async () => {
    const id = await agree(3, 1);
    const tell = (cookie: string, helped: boolean) =>
      scene.client.call('recordOutcome', { id, cookie, body: { helped } });
    expect((await tell(scene.neighbour(2).cookie, true)).problem().code).toBe('not-found');
    expect((await tell(scene.neighbour(1).cookie, true)).result()).toMatchObject({
      status: 'completed',
      viewer: 'helper',
    });
    expect((await tell(scene.neighbour(1).cookie, false)).result().status).toBe('completed');
    expect((await tell(scene.asker(3).cookie, false)).result().status).toBe('not-helped');
  });

  it('the helper sees the address until 24 hours later and not a minute longer', async () => {
    const id = await agree(4, 3);
    const { cookie } = scene.neighbour(3);
    expect((await scene.see(id, cookie)).contact?.address).toBe('Klokpad 12');
    await scene.client.call('recordOutcome', { id, cookie: scene.asker(4).cookie, body: { helped: true } });
    await scene.wait('23 hours 55 minutes');
    expect((await scene.see(id, cookie)).contact?.address).toBe('Klokpad 12');
    await scene.wait('6 minutes');
    const late = await scene.client.call('getHelpRequest', { id, cookie });
    expect(late.result()).not.toHaveProperty('contact');
    expect(late.text).not.toMatch(/Klokpad|06 10000004|Achternaam-vrager-4/);
  });

  it('the address is gone as well when nobody said how it went', async () => {
    const id = await agree(5, 4);
    await scene.wait('28 hours 5 minutes');
    const late = await scene.client.call('getHelpRequest', { id, cookie: scene.neighbour(4).cookie });
    expect(late.text).not.toMatch(/Klokpad|06 10000005|Achternaam-vrager-5/);
  });

  it('whoever withdraws has lost the address at once', async () => {
    const id = await agree(6, 5);
    const { cookie } = scene.neighbour(5);
    expect((await scene.client.call('withdrawAcceptance', { id, cookie })).status).toBe(204);
    const after = await scene.client.call('getHelpRequest', { id, cookie });
    expect(after.text).not.toMatch(/Klokpad|06 10000006|vrager6|Achternaam-vrager-6/);
    expect(after.result().participation?.status).toBe('withdrawn');
  });
});
