import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GeneratedPerson } from '../load/generated-people.js';
import { Application } from '../support/application.js';
import { CircleScene } from './circle-scene.js';

let scene: Application;
let at: CircleScene;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 8 });
  at = new CircleScene(scene);
});
afterAll(() => scene.close());

describe('going out', () => {
  it('opens the turns again: by leaving, by being seen out, and by a block', async () => {
    const people = [scene.neighbour(9), scene.neighbour(10), scene.neighbour(11)] as const;
    const own = scene.asker(4);
    const circle = await at.circleOf(own, { helper: people });
    await at.plan(circle, own);
    const slots = (await at.see(circle, own)).slots.map((slot) => slot.id);
    for (const [index, person] of people.entries()) await at.take(slots[index]!, person);
    const places = (await at.see(circle, own)).members;
    const placeOf = (person: GeneratedPerson) => places.find(({ givenName }) => givenName === person.givenName)!.id;
    const [leaver, seenOut, blocked] = people;
    expect(
      (await scene.client.call('removeCircleMember', { id: placeOf(leaver), cookie: seenOut.cookie })).status,
    ).toBe(404);
    await scene.client.call('removeCircleMember', { id: placeOf(leaver), cookie: leaver.cookie });
    await scene.client.call('removeCircleMember', { id: placeOf(seenOut), cookie: own.cookie });
    await scene.handle({
      name: 'circles.part',
      data: { municipalityId: scene.town.municipalityId, personId: own.personId, otherId: blocked.personId },
      id: 'part',
    });
    await scene.workOff();
    const after = await at.see(circle, own);
    expect(after.members).toStrictEqual([]);
    expect(after.slots.map(({ status }) => status)).toStrictEqual(['open', 'open', 'open', 'open']);
    for (const person of people) expect((await at.look(circle, person)).status).toBe(404);
    // Whoever chose it knows; the others must not stand at the door.
    expect(people.map((person) => at.mails(person)[0]?.startsWith('Niet nodig') ?? false)).toStrictEqual([
      false,
      true,
      true,
    ]);
    expect(
      await scene.count(`SELECT 1 FROM audit_entry WHERE act = 'circle-member-removed' AND subject_id = $1`, [
        seenOut.personId,
      ]),
    ).toBe(1);
  });

  it('is silent after a block: the circle is gone at once, and no link leads into it', async () => {
    const [own, person] = [scene.asker(5), scene.neighbour(3)];
    const circle = await at.circleOf(own, { helper: [person] });
    const token = await at.tokenFor(circle, own, 'helper');
    await scene.rows(
      `INSERT INTO person_block (municipality_id, blocker_id, blocked_id, id, created_at)
       VALUES ($1, $2, $3, gen_random_uuid(), app_now())`,
      [scene.town.municipalityId, own.personId, person.personId],
    );
    expect((await at.look(circle, person)).status).toBe(404);
    expect((await at.join(token, person)).problem().code).toBe('gone');
    const { circles } = (await scene.client.call('listCircles', { cookie: person.cookie })).result();
    expect(circles.map((one) => one.id)).not.toContain(circle);
  });

  it('ends the whole circle by its caregiver, and nothing can be done in it any more', async () => {
    const [own, person] = [scene.asker(6), scene.neighbour(4)];
    const circle = await at.circleOf(own, { helper: [person] });
    await at.plan(circle, own);
    const { id: slotId } = await at.turn(circle, person);
    await at.take(slotId, person);
    const end = () => scene.client.call('endCircle', { id: circle, cookie: own.cookie });
    expect([(await end()).status, (await end()).status]).toStrictEqual([204, 204]);
    await scene.workOff();
    expect(await at.see(circle, person)).toMatchObject({ slots: [], series: [], actions: ['leave'] });
    expect((await at.plan(circle, own)).problem().code).toBe('not-active-any-more');
    expect(at.mails(person).filter((subject) => subject.startsWith('Niet nodig'))).toHaveLength(1);
    expect(await at.circleOf(own)).not.toBe(circle);
  });
});
