import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { askOverHttp } from './ask-over-http.js';
import { signIn } from './ask-wizard.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let coordinator: Visitor;
let id: string;

beforeAll(async () => {
  at = await Demonstration.start();
  coordinator = await at.visitor();
  id = await askOverHttp(at, { category: 'walk-dog', neighbourhood: 'Rossenberg', givenName: 'Ria', hours: 24 });
  await at.awaitMails(({ text }) => text.includes('/antwoord/'), 2);
  await signIn(at, coordinator, 'marja@voorbeeld.invalid', '/werklijst');
  await coordinator.onPage('Werklijst');
});
afterAll(() => at.stop());

describe('for a coordinator', () => {
  it('a request tells who was asked and why', async () => {
    await coordinator.open(`/werklijst/${id}`);
    const faults = await faultsOf(coordinator, {
      name: 'werklijst-wie-is-gevraagd',
      title: 'Werklijst',
      shows: 'Wie is gevraagd?',
    });
    expect(faults).toEqual([]);
    await coordinator.page
      .getByText(/buren gevraagd|1 buur gevraagd/)
      .first()
      .waitFor();
  });

  it('a page tells how people are chosen, and keeps another choice with who made it', async () => {
    await coordinator.page.getByRole('link', { name: 'Lees hoe het systeem kiest' }).click();
    await coordinator.page.getByRole('radio', { name: 'Nieuwe helpers eerst' }).first().check();
    await coordinator.press('Bewaar deze keuze');
    await coordinator.page.getByText('Uw keuze is bewaard.').waitFor();
    const faults = await faultsOf(coordinator, {
      name: 'hoe-kiest-het-systeem',
      title: 'Hoe kiest het systeem?',
      shows: /Marja: van ‘In balans’/,
    });
    expect(faults).toEqual([]);
    // What was kept is not what stands there now.
    await coordinator.page.getByRole('radio', { name: 'Zo min mogelijk vragen' }).first().check();
    await coordinator.page.getByText('Uw keuze is bewaard.').waitFor({ state: 'detached' });
    await coordinator.page.goBack();
    await coordinator.page.getByText('Wie is gevraagd?').waitFor();
  });

  it('the same page warns when the estimates are off, and where too little help is found', async () => {
    // Half a year of answers in one: the page is what is looked at here.
    await coordinator.page.context().route('**/asking-policy', async (route) => {
      const answer = await route.fetch();
      const bins = [0.05, 0.1, 0.15].map((from) => ({
        from,
        until: from + 0.05,
        asks: 120,
        expected: from + 0.02,
        observed: from,
        likelyFrom: from - 0.02,
        likelyUntil: from + 0.04,
      }));
      const since = new Date(await at.now()).toISOString();
      const reliability = { answers: 360, error: 0.02, verdict: 'less-likely', since, bins };
      await route.fulfill({
        json: { ...((await answer.json()) as object), reliability, shortOfHelp: ['Rossenberg', 'Groenhouten'] },
      });
    });
    await coordinator.open('/hoe-kiest-het-systeem');
    await coordinator.page.getByText(/In Rossenberg en Groenhouten lukt het minder vaak/).waitFor();
    const faults = await faultsOf(coordinator, {
      name: 'hoe-kiest-het-systeem-wijkt-af',
      title: 'Hoe kiest het systeem?',
      shows: 'De schatting wijkt af',
      inTheDark: true,
    });
    expect(faults).toEqual([]);
    await coordinator.page.context().unroute('**/asking-policy');
  });
});
