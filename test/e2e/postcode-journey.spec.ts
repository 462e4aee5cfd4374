import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let register: Server;
let asked: string[];
let answer: (response: ServerResponse) => void;
let guest: Visitor;

const inBosveld = (response: ServerResponse): void =>
  void response.end('{"response":{"numFound":1,"start":0,"docs":[{"buurtcode":"BU03270006"}]}}');

beforeAll(async () => {
  asked = [];
  answer = inBosveld;
  register = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    answer(response);
  });
  await new Promise<void>((resolve) => register.listen(0, '127.0.0.1', resolve));
  const { port } = register.address() as AddressInfo;
  at = await Demonstration.start({ GEOCODER_URL: `http://127.0.0.1:${port}/search/v3_1` });
  guest = await at.visitor();
});
afterAll(async () => {
  await at.stop();
  register.closeAllConnections();
  register.close();
});

async function search(postcode: string, houseNumber = ''): Promise<void> {
  await guest.page.getByLabel('Postcode', { exact: true }).fill(postcode);
  await guest.page.getByLabel(/^Huisnummer/).fill(houseNumber);
  await guest.press('Zoek mijn buurt');
}
const chosen = (label: string): Promise<string> =>
  guest.page.getByLabel(label, { exact: true }).locator('option:checked').innerText();

describe('somebody who does not know the name of their neighbourhood', () => {
  it('finds it with a keyboard alone, and stays on the question', async () => {
    const { keyboard } = guest.page;
    await guest.open('/bereid');
    await guest.onPage('Waar woont u?');
    await guest.page.getByText('Ik weet mijn buurt niet').focus();
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.type('0327 aa');
    await keyboard.press('Enter');
    await guest.sees('Uw buurt is');
    expect(await chosen('Uw buurt')).toBe('Hamershof');
    expect(asked).toEqual([]);
    const shows = 'Wij vulden dat in de lijst in.';
    expect(
      await faultsOf(guest, { name: 'bereid-1-postcode', title: 'Waar woont u?', shows, inTheDark: true }),
    ).toEqual([]);
  });

  it('is asked for the house number where a border runs through the postcode', async () => {
    await search('0327 ZZ');
    await guest.sees(/ligt in meer buurten: (Akkerhoeve|Hamershof)/);
    await search('0327 ZZ', '2a');
    await guest.sees('Uw buurt is Akkerhoeve');
    expect(await chosen('Uw buurt')).toBe('Akkerhoeve');
  });

  it('is told what is wrong with what was typed, at the field', async () => {
    await search('0327');
    await guest.sees('Vul een postcode in');
    expect(await guest.page.evaluate(() => document.activeElement?.id)).toBe('postcode');
    const shows = 'Vul een postcode in, bijvoorbeeld 1234 AB';
    expect(await faultsOf(guest, { name: 'bereid-1-postcode-fout', title: 'Waar woont u?', shows })).toEqual([]);
  });

  it('finds it in the register, which hears of no house; and keeps the way to the list when it fails', async () => {
    answer = inBosveld;
    await search('9999 AB', '12');
    await guest.sees('Uw buurt is Bosveld');
    expect(asked.map((path) => new URL(path, at.url).searchParams.getAll('fq'))).toEqual([
      ['type:adres', 'postcode:9999AB'],
    ]);
    answer = (response) => void response.writeHead(500).end('<html>');
    await search('9999 AC');
    await guest.sees('Zoeken met een postcode lukt nu niet');
    expect(await chosen('Uw buurt')).toBe('Bosveld');
    answer = () => undefined;
    await search('9999 AD');
    await guest.sees('Zoeken met een postcode lukt nu niet');
  });

  it('finds it while asking for help too, where nothing of it is kept', async () => {
    await guest.open('/vraag');
    await guest.page.getByRole('radio', { name: 'Koffie drinken' }).check();
    await guest.page.getByLabel('Vertel het in 1 of 2 zinnen').fill('Samen koffie drinken.');
    await guest.press('Volgende');
    await guest.page.getByRole('radio', { name: /Op een andere dag/ }).check();
    await guest.page.getByLabel('Welke dag?').selectOption({ index: 2 });
    await guest.page.getByRole('radio', { name: /^Ochtend/ }).check();
    await guest.press('Volgende');
    await guest.onPage('In welke buurt is dat?');
    await guest.page.getByText('Ik weet mijn buurt niet').click();
    await search('0327 AC', '43219');
    await guest.sees('Uw buurt is Noordwijck');
    const shows = 'Wij vulden dat in de lijst in.';
    expect(await faultsOf(guest, { name: 'vraag-3-postcode', title: 'In welke buurt is dat?', shows })).toEqual([]);
    const kept = await guest.page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    );
    expect(kept).toContain('BU03270002');
    expect(kept).not.toMatch(/0327 ?AC|43219/);
  });

  it.each([
    ['en', 'I do not know my neighbourhood'],
    ['uk', 'Я не знаю свого району'],
    ['tr', 'Mahallemi bilmiyorum'],
  ])('reads it in %s, on the narrowest telephone', async (language, summary) => {
    const reader = await at.visitor({ width: 320 });
    await reader.page.addInitScript((code) => localStorage.setItem('zb-language', JSON.stringify(code)), language);
    await reader.open('/bereid');
    await reader.page.getByText(summary).click();
    await reader.page.locator('#postcode').waitFor();
    const page = reader.page;
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    await reader.leave();
  });
});

it('gave no browser a reason to complain', () => {
  expect(at.complaints()).toEqual([]);
});
