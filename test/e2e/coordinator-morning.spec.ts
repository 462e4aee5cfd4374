import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(240_000);

let at: Demonstration;
let coordinator: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  coordinator = await at.visitor({ width: 1280 });
  await signIn(at, coordinator, 'marja@voorbeeld.invalid', '/werklijst');
  await coordinator.onPage('Werklijst');
});
afterAll(() => at.stop());

const press = (key: string): Promise<void> => coordinator.page.keyboard.press(key);
const type = (text: string): Promise<void> => coordinator.page.keyboard.type(text);
const focusedText = (): Promise<string> =>
  coordinator.page.evaluate(
    () => (document.activeElement as HTMLElement | null)?.closest('tr, button, a, h2')?.textContent ?? '',
  );

/** Presses Tab until this control has the focus. */
async function tabTo(id: string): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if ((await coordinator.page.evaluate(() => document.activeElement?.id)) === id) return;
    await press('Tab');
  }
  throw new Error(`${id} cannot be reached with Tab`);
}

/** Takes a request down by keyboard alone, from the list and back to it. */
async function takeDown(caller: { readonly phone: string; readonly name: string; readonly sentence: string }) {
  await coordinator.open('/werklijst/telefoon');
  await coordinator.onPage('Nieuwe vraag per telefoon');
  await tabTo('phone');
  await type(caller.phone);
  await press('Tab');
  await type(caller.name);
  await tabTo('neighbourhoodCode');
  await type('Rossenberg');
  await tabTo('category');
  await type('Een boodschap');
  await tabTo('summary');
  await type(caller.sentence);
  await tabTo('urgency');
  await press('Space');
  await coordinator.sees('Hoe laat moet er uiterlijk iemand zijn?');
  await tabTo('latest');
  await coordinator.page.getByLabel('Hoe laat moet er uiterlijk iemand zijn?').fill('17:00');
  await press('Control+Enter');
  await coordinator.sees('De vraag is verstuurd');
}

/** Stands on the list, with the keys of the list at work. */
async function toList(heap: string): Promise<void> {
  await coordinator.open(`/werklijst?soort=${heap}`);
  await coordinator.onPage('Werklijst');
  await coordinator.page.locator('.zb-work a').first().waitFor();
  await coordinator.page.locator('#inhoud').focus();
}

describe('a morning of a coordinator, with only a keyboard', () => {
  it('takes three requests down for people on the telephone', async () => {
    await takeDown({ phone: '06 55000001', name: 'Truus', sentence: 'Brood en melk halen' });
    await takeDown({ phone: '06 55000002', name: 'Bep', sentence: 'Een pakje ophalen' });
    await takeDown({ phone: '06 55000003', name: 'Cor', sentence: 'Krant en fruit halen' });
  });

  it('recognises who calls again', async () => {
    await coordinator.open('/werklijst/telefoon');
    await tabTo('phone');
    await type('06 55000001');
    await coordinator.sees('1 beller belde eerder');
    expect(await coordinator.text()).toContain('Loopt al. Gaat het hierover?');
    expect(
      await faultsOf(coordinator, { name: 'werklijst-telefoon', title: 'Nieuwe vraag per telefoon', inTheDark: true }),
    ).toEqual([]);
    await coordinator.page.setViewportSize({ width: 1280, height: 900 });
  });

  it('walks the list, takes an item and lets it go', async () => {
    await toList('buren');
    await press('j');
    const first = await focusedText();
    await press('j');
    expect(await focusedText()).not.toBe(first);
    await press('k');
    expect(await focusedText()).toBe(first);
    await press('m');
    await coordinator.page.locator('.zb-work tr .c-own', { hasText: /U$/ }).first().waitFor();
    await press('m');
    await coordinator.page.locator('.zb-work tr .c-own', { hasText: /U$/ }).waitFor({ state: 'detached' });
  });

  it('greets seven new neighbours, and puts one back', async () => {
    await toList('buren');
    const rows = coordinator.page.locator('.zb-work tbody tr');
    const before = await rows.count();
    expect(before).toBeGreaterThanOrEqual(8);
    await press('j');
    for (let greeted = 1; greeted <= 7; greeted += 1) {
      await press('g');
      await coordinator.page.waitForFunction(
        (left) => document.querySelectorAll('.zb-work tbody tr').length === left,
        before - greeted,
      );
    }
    await coordinator.sees('Zet terug');
    expect(await faultsOf(coordinator, { name: 'werklijst-buren', title: 'Werklijst' })).toEqual([]);
    await coordinator.page.setViewportSize({ width: 1280, height: 900 });
  });

  it('rings neighbours for a request nobody took, until one says yes', async () => {
    await at.passHours(1);
    await coordinator.open('/werklijst?soort=niemand');
    await coordinator.sees('Bel');
    await coordinator.page.locator('#inhoud').focus();
    await press('j');
    await press('b');
    await coordinator.onPage('Bel buren voor deze vraag');
    await coordinator.page.getByRole('button', { name: 'Wie bel ik eerst?' }).focus();
    await press('Enter');
    await coordinator.sees('Zeg dit aan de telefoon');
    expect(
      await faultsOf(coordinator, { name: 'bellen', title: 'Bel buren voor deze vraag', inTheDark: true }),
    ).toEqual([]);
    await coordinator.page.setViewportSize({ width: 1280, height: 900 });
    await press('g');
    await coordinator.sees('U belde 1 buur.');
    await coordinator.page.getByRole('button', { name: 'Wie bel ik nu?' }).focus();
    await press('Enter');
    await coordinator.sees('Zeg dit aan de telefoon');
    await press('j');
    await coordinator.sees(/Deze buur helpt/);
  });

  it('can switch the single keys off', async () => {
    await coordinator.open('/werklijst');
    await coordinator.page.getByRole('button', { name: 'Toetsen uitzetten' }).focus();
    await press('Enter');
    await coordinator.page.locator('#inhoud').focus();
    await press('j');
    expect(await coordinator.page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
  });

  it('broke nothing', () => {
    expect(coordinator.complaints).toEqual([]);
  });
});
