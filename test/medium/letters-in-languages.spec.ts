import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { GeneratedPerson } from '../load/generated-people.js';
import { Application } from '../support/application.js';

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 60, askers: 2 });
  await scene.rows(`UPDATE person SET language = 'tr' WHERE id = ANY ($1::uuid[]) RETURNING id`, [
    scene.town.neighbours.map(({ personId }) => personId),
  ]);
  await scene.rows(`UPDATE person SET language = 'uk' WHERE id = $1 RETURNING id`, [scene.asker(0).personId]);
});
afterAll(() => scene.close());

const mailsTo = ({ email }: GeneratedPerson) => scene.sink.list({ to: email });

it('tells each side in the language of their profile', async () => {
  const asker = scene.asker(0);
  const { id } = await scene.post(asker.cookie, { address: 'Taalpad 1' });
  await scene.workOff();
  const rows = await scene.rows<{ person_id: string }>('SELECT person_id FROM ask WHERE help_request_id = $1', [id]);
  const asked = scene.town.neighbours.filter(({ personId }) => rows.some((row) => row.person_id === personId));
  expect(asked.length).toBeGreaterThan(0);
  for (const neighbour of asked) {
    const [mail] = mailsTo(neighbour);
    expect(mail?.subject).toContain('size soruyor');
    expect(mail?.text).toContain('Neden size soruyoruz?');
    expect(mail?.text).toContain('Bu yardım türünü seçtiniz.');
    expect(mail?.text).not.toMatch(/Waarom|vraagt u|U koos/);
  }
  await scene.client.call('acceptHelpRequest', { id, cookie: asked[0]!.cookie });
  await scene.workOff();
  const [told] = mailsTo(asker);
  expect(told?.subject).toMatch(/хоче вам допомогти|прийде вам допомогти/);
  expect(told?.text).not.toMatch(/wil u helpen|komt u helpen/);
});

it('leaves the letters of others in Dutch', async () => {
  const { id } = await scene.post(scene.asker(1).cookie, { address: 'Taalpad 2' });
  await scene.workOff();
  const [row] = await scene.rows<{ person_id: string }>('SELECT person_id FROM ask WHERE help_request_id = $1', [id]);
  const helper = scene.town.neighbours.find(({ personId }) => personId === row?.person_id);
  expect(helper).toBeDefined();
  await scene.client.call('acceptHelpRequest', { id, cookie: helper!.cookie });
  await scene.workOff();
  expect(mailsTo(scene.asker(1))[0]?.subject).toMatch(/wil u helpen|komt u helpen/);
});
