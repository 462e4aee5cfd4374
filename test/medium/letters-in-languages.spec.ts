import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

describe('the page behind a link', () => {
  let path = '';
  let asked: GeneratedPerson;
  const open = (to: string, language?: string) =>
    scene.client.raw('GET', to, language === undefined ? {} : { headers: { 'accept-language': language } });
  const send = (to: string, form: Record<string, string>) =>
    scene.client.raw('POST', to, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });

  beforeAll(async () => {
    const { id } = await scene.post(scene.asker(1).cookie, { address: 'Taalpad 3' });
    await scene.workOff();
    const [row] = await scene.rows<{ person_id: string }>('SELECT person_id FROM ask WHERE help_request_id = $1', [id]);
    const found = scene.town.neighbours.find(({ personId }) => personId === row?.person_id);
    if (!found) throw new Error('Nobody was asked');
    asked = found;
    path = /\/antwoord\/[\w-]+/.exec(mailsTo(asked)[0]?.text ?? '')?.[0] ?? '';
  });

  it('is in the language of the profile, whatever the browser likes', async () => {
    const { text } = await open(path, 'nl');
    expect(text).toContain('<html lang="tr">');
    expect(text).toContain('Neden size soruyoruz?');
    expect(text).toContain('Bu yardım türünü seçtiniz.');
    expect(text).not.toMatch(/Waarom|vraagt u|Ja, ik help|U koos/);
  });

  it('changes with a press, the reasons too, and a form comes back in what was chosen', async () => {
    const { text } = await open(`${path}?taal=uk`);
    expect(text).toContain('<html lang="uk">');
    expect(text).toContain('Так, я допоможу');
    expect(text).not.toContain('Bu yardım türünü');
    const nothing = await send(`${path}?taal=uk`, { antwoord: 'misschien' });
    expect([nothing.status, nothing.text.includes('Оберіть «так» або «ні».')]).toStrictEqual([400, true]);
    const no = await send(`${path}?taal=uk`, { antwoord: 'nee' });
    expect(no.text).toContain('Дякуємо, ми попросимо іншого сусіда');
    expect((await open(`${path}?taal=xx`)).text).toContain('<html lang="tr">');
  });

  it('keeps no choice that was made by looking', async () => {
    await open(`${path}?taal=en`);
    const [row] = await scene.rows<{ language: string }>('SELECT language FROM person WHERE id = $1', [asked.personId]);
    expect(row?.language).toBe('tr');
  });

  it('follows the browser where the link is nobody’s, a fault as well', async () => {
    const unknown = await open(`/antwoord/${'x'.repeat(22)}`, 'uk-UA,uk;q=0.9');
    expect([unknown.status, unknown.text.includes('Це посилання більше не діє')]).toStrictEqual([410, true]);
    const wrongForm = await scene.client.raw('POST', path, {
      headers: { 'content-type': 'text/csv', 'accept-language': 'en' },
      body: 'a,b',
    });
    expect(wrongForm.status).toBeGreaterThanOrEqual(400);
    expect(wrongForm.text).toContain('<html lang="en">');
    expect(wrongForm.text).toContain('Go back and try again.');
  });
});
