import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CircleView } from '@app/contracts/http/circle-shapes.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { Application, northOf } from '../support/application.js';
import { CircleScene, tuesdays } from './circle-scene.js';

let scene: Application;
let at: CircleScene;
let caregiver: GeneratedPerson;
let helper: GeneratedPerson;
let relative: GeneratedPerson;
let casemanager: GeneratedPerson;
let id: string;
let taken: string;
let open: string;
let seriesId: string;

beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 8 });
  at = new CircleScene(scene);
  caregiver = scene.asker(0);
  [helper, relative, casemanager] = [scene.neighbour(0), scene.neighbour(1), scene.neighbour(2)];
  id = await at.circleOf(caregiver, { helper: [helper], relative: [relative], casemanager: [casemanager] });
  seriesId = (await at.plan(id, caregiver)).result().id;
  [taken, open] = (await at.see(id, caregiver)).slots.map((slot) => slot.id) as [string, string];
  await at.take(taken, helper);
});
afterAll(() => scene.close());

const memberId = async (person: GeneratedPerson): Promise<string> =>
  (await at.see(id, caregiver)).members.find(({ givenName }) => givenName === person.givenName)!.id;

/** Every command there is on this circle, with what it answers to somebody. */
async function everyCommand({ cookie }: { readonly cookie: string }): Promise<Record<string, number>> {
  const { client } = scene;
  const settings = { neighbourhoodCode: scene.code(northOf), leadHours: 48 as const };
  const admitted = await memberId(relative);
  const answers = {
    look: await client.call('getCircle', { id, cookie }),
    set: await client.call('putCircle', { id, cookie, body: settings }),
    invite: await client.call('makeCircleInvitation', { id, cookie, body: { role: 'helper' } }),
    stopInviting: await client.call('endCircleInvitations', { id, cookie }),
    plan: await client.call('addCircleSeries', { id, cookie, body: { ...tuesdays, days: ['friday'] } }),
    take: await client.call('takeCircleSlot', { id: open, cookie }),
    giveBack: await client.call('giveBackCircleSlot', { id: taken, cookie }),
    askSwap: await client.call('askCircleSwap', { id: taken, cookie, body: { memberId: null } }),
    stopSwap: await client.call('stopCircleSwap', { id: taken, cookie }),
    leaveOut: await client.call('leaveOutCircleSlot', { id: open, cookie }),
    admit: await client.call('admitCircleMember', { id: admitted, cookie }),
    remove: await client.call('removeCircleMember', { id: admitted, cookie }),
    endSeries: await client.call('endCircleSeries', { id: seriesId, cookie }),
    end: await client.call('endCircle', { id, cookie }),
  };
  return Object.fromEntries(Object.entries(answers).map(([name, { status }]) => [name, status]));
}

const nothing = (all: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.keys(all).map((name) => [name, 404]));

describe('who is not in the circle', () => {
  it.each([
    ['another neighbour', () => Promise.resolve(scene.neighbour(5))],
    [
      'a member of another circle',
      async () => {
        const other = scene.neighbour(6);
        await at.circleOf(scene.asker(1), { helper: [other] });
        return other;
      },
    ],
    [
      'another caregiver with a circle',
      async () => {
        await at.circleOf(scene.asker(2));
        return scene.asker(2);
      },
    ],
    ['the coordinator of this association', () => scene.organiser(northOf)],
    ['the coordinator of another association', () => scene.organiser(12)],
    ['the desk', () => scene.organiser(24)],
  ])('%s finds nothing there', async (_who, find) => {
    const before = await at.see(id, caregiver);
    const other = await find();
    const answers = await everyCommand(other);
    expect(answers).toStrictEqual(nothing(answers));
    expect(await at.see(id, caregiver)).toStrictEqual({ ...before, until: expect.any(String) });
    const { circles } = (await scene.client.call('listCircles', { cookie: other.cookie })).result();
    expect(circles.map((circle) => circle.id)).not.toContain(id);
  });

  it('finds nothing of it in the tables either, in their own name', async () => {
    const counts = async (personId: string): Promise<number[]> => {
      const found: number[] = [];
      for (const table of ['circle', 'circle_series', 'circle_slot']) {
        const [row] = await scene.rows<{ seen: number }>(
          `WITH me AS MATERIALIZED (SELECT set_config('app.scope', 'person', true), set_config('app.person_id', $1, true))
           SELECT (SELECT count(*)::int FROM ${table} t WHERE ${table === 'circle' ? 't.id' : 't.circle_id'} = $2) AS seen FROM me`,
          [personId, id],
        );
        found.push(row!.seen);
      }
      return found;
    };
    expect(await counts(scene.neighbour(5).personId)).toStrictEqual([0, 0, 0]);
    expect(await counts(helper.personId)).toStrictEqual([1, 1, 4]);
  });

  it('is asked to sign in without a session', async () => {
    expect((await scene.client.call('getCircle', { id })).problem().code).toBe('not-signed-in');
  });
});

describe('who waits at the door', () => {
  it('sees nothing until the caregiver says yes, and cannot say it for oneself', async () => {
    const [waiting, other] = [scene.neighbour(7), scene.asker(3)];
    const token = await at.tokenFor(id, caregiver, 'helper');
    expect((await at.join(token, waiting)).result()).toStrictEqual({ circleId: id, status: 'waiting' });
    expect((await at.join(token, waiting)).result().status).toBe('waiting');
    await scene.workOff();
    expect(at.mails(caregiver)[0]?.toLowerCase()).toBe(
      `${waiting.givenName} wil meedoen in uw zorgkring`.toLowerCase(),
    );
    expect((await at.look(id, waiting)).status).toBe(404);
    const place = await memberId(waiting);
    for (const person of [waiting, helper, relative, other]) {
      const { status } = await scene.client.call('admitCircleMember', { id: place, cookie: person.cookie });
      expect(status).toBe(404);
    }
    expect((await at.see(id, helper)).members.map(({ status }) => status)).not.toContain('waiting');
    const { circles } = (await scene.client.call('listCircles', { cookie: waiting.cookie })).result();
    expect(circles).toMatchObject([{ waiting: true, openTurns: 0 }]);
    await scene.client.call('removeCircleMember', { id: place, cookie: caregiver.cookie });
  });

  it('comes by a link that works: not one that was replaced, stopped, or is two weeks old', async () => {
    const person = scene.neighbour(8);
    const first = await at.tokenFor(id, caregiver, 'helper');
    const second = await at.tokenFor(id, caregiver, 'helper');
    expect((await at.join(first, person)).problem().code).toBe('gone');
    await scene.client.call('endCircleInvitations', { id, cookie: caregiver.cookie });
    expect((await at.join(second, person)).problem().code).toBe('gone');
    const third = await at.tokenFor(id, caregiver, 'helper');
    await scene.rows(`UPDATE circle_invitation SET expires_at = app_now() WHERE circle_id = $1`, [id]);
    expect((await at.join(third, person)).problem().code).toBe('gone');
    expect((await at.look(id, person)).status).toBe(404);
  });
});

describe('each role', () => {
  const no = 403;
  it('a casemanager reads, which is written down once an hour, and does nothing', async () => {
    expect(await everyCommand(casemanager)).toStrictEqual({
      look: 200,
      set: no,
      invite: no,
      stopInviting: no,
      plan: no,
      take: no,
      giveBack: no,
      askSwap: no,
      stopSwap: no,
      leaveOut: no,
      admit: 404,
      remove: 404,
      endSeries: no,
      end: no,
    });
    await at.see(id, casemanager);
    expect(await scene.count(`SELECT 1 FROM audit_entry WHERE act = 'circle-viewed' AND about_id = $1`, [id])).toBe(1);
    const seen = await at.see(id, casemanager);
    expect([seen.contact, seen.address]).toStrictEqual([undefined, undefined]);
    expect(seen.slots.flatMap(({ actions }) => actions)).toStrictEqual([]);
  });

  it('a helper takes turns and plans nothing; a relative plans too, and that is written down', async () => {
    const actionsOf = ({ actions }: CircleView): string[] => actions;
    expect(actionsOf(await at.see(id, helper))).toStrictEqual(['leave']);
    expect((await at.plan(id, helper)).problem().code).toBe('not-allowed');
    expect((await scene.client.call('leaveOutCircleSlot', { id: open, cookie: helper.cookie })).status).toBe(403);
    expect(actionsOf(await at.see(id, relative))).toStrictEqual(['plan', 'invite', 'leave']);
    const added = (await at.plan(id, relative, { days: ['friday'] })).result();
    const summary = (await at.see(id, helper)).series.find((series) => series.id === added.id)?.summary;
    expect(summary).toBe(tuesdays.summary);
    expect(
      await scene.count(
        `SELECT 1 FROM audit_entry WHERE act = 'circle-planned' AND about_id = $1 AND subject_id = $2`,
        [added.id, caregiver.personId],
      ),
    ).toBe(1);
    await scene.client.call('endCircleSeries', { id: added.id, cookie: relative.cookie });
    expect((await scene.client.call('endCircle', { id, cookie: relative.cookie })).problem().code).toBe('not-allowed');
    const settings = { neighbourhoodCode: scene.code(northOf) };
    expect((await scene.client.call('putCircle', { id, cookie: relative.cookie, body: settings })).status).toBe(403);
  });

  it('only whoever holds a turn sees where, and only the turn of one oneself is given back', async () => {
    expect((await at.see(id, helper)).contact).toMatchObject({ address: 'Kringpad 1' });
    expect((await at.see(id, relative)).contact).toBeUndefined();
    expect((await scene.client.call('giveBackCircleSlot', { id: taken, cookie: relative.cookie })).status).toBe(404);
    expect((await at.take(taken, relative)).problem().code).toBe('already-matched');
    const stranger = await memberId(casemanager);
    expect((await at.askSwap(taken, helper, stranger)).status).toBe(404);
  });
});
