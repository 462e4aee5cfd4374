import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { askOverHttp } from './ask-over-http.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let guest: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  guest = await at.visitor({ width: 1280 });
  await askOverHttp(at, { category: 'coffee', neighbourhood: 'Hamershof', givenName: 'Bep', hours: 24 });
  await askOverHttp(at, { category: 'groceries', neighbourhood: 'Tabaksteeg', givenName: 'Cor', hours: 48 });
  await askOverHttp(at, { category: 'coffee', neighbourhood: 'Tabaksteeg', givenName: 'Ans', hours: 48 });
  await guest.open('/hulpvragen');
  await guest.onPage('Hulpvragen in Leusden');
});
afterAll(() => at.stop());

const rows = (): Promise<number> => guest.page.getByRole('link', { name: /^Ik kan helpen/ }).count();
const path = (): string => {
  const { pathname, search } = new URL(guest.page.url());
  return pathname + search;
};

describe('the map of the board', () => {
  it('counts per buurt, and says what the fillings mean', async () => {
    await guest.page.getByRole('link', { name: 'Hamershof: 1 vraag' }).waitFor();
    await guest.page.getByRole('link', { name: 'Tabaksteeg: 2 vragen' }).waitFor();
    expect(await guest.page.getByRole('list').filter({ hasText: 'Geen vraag' }).innerText()).toContain('2 of meer');
  });

  it('comes after the list, and works by keyboard alone', async () => {
    const helpFirst = guest.page.getByRole('link', { name: /^Ik kan helpen/ }).last();
    await helpFirst.focus();
    const names: (string | null)[] = [];
    for (let presses = 0; presses < 2; presses += 1) {
      await guest.page.keyboard.press('Tab');
      names.push(await guest.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null));
    }
    expect(names.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      'Hamershof: 1 vraag',
      'Tabaksteeg: 2 vragen',
    ]);
    await guest.page.getByRole('link', { name: 'Tabaksteeg: 2 vragen' }).focus();
    await guest.page.keyboard.press('Enter');
    await guest.page.getByRole('link', { name: 'Tabaksteeg: gekozen. Laat weer alle buurten zien' }).waitFor();
    expect(await rows()).toBe(2);
    expect(await guest.page.getByLabel('Buurt', { exact: true }).locator('option:checked').innerText()).toBe(
      'Tabaksteeg',
    );
  });

  it('counts what is looked for', async () => {
    await guest.page.getByLabel('Wat', { exact: true }).selectOption('groceries');
    await guest.page.waitForURL(/wat=groceries/);
    expect(await rows()).toBe(1);
    expect(await guest.page.getByRole('link', { name: 'Hamershof: 1 vraag' }).count()).toBe(0);
    expect(
      await faultsOf(guest, { name: 'hulpvragen-kaart', title: 'Hulpvragen in Leusden', shows: '2 of meer' }),
    ).toEqual([]);
  });

  it('takes a choice back by the back button', async () => {
    await guest.page.goBack();
    await guest.page.waitForURL(/buurt=BU03270201$/);
    expect(await rows()).toBe(2);
    await guest.page.goBack();
    await guest.page.getByRole('link', { name: 'Hamershof: 1 vraag' }).waitFor();
    expect(path()).toBe('/hulpvragen');
    expect(await rows()).toBe(3);
    expect(at.complaints()).toEqual([]);
  });
});
