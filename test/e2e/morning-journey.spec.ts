import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { signIn } from './ask-wizard.js';
import { Demonstration } from './demonstration.js';
import { faultsOf, type Inspection } from './inspect.js';
import { Keyboard } from './keyboard.js';
import { MorningScene } from './morning-scene.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(300_000);

/** Beside the letters of what is written; walking down to the row and through a form counts. */
const mostKeysAnItem = 30;

let at: Demonstration;
let scene: MorningScene;
let marja: Visitor;
let hands: Keyboard;

beforeAll(async () => {
  at = await Demonstration.start();
  scene = await MorningScene.open(at);
  await scene.fill();
  marja = await at.visitor({ width: 1280 });
  await signIn(at, marja, 'marja@voorbeeld.invalid', '/werklijst');
  await marja.onPage('Werklijst');
  hands = new Keyboard(marja);
});
afterAll(() => at.stop());
beforeEach(() => marja.open('/werklijst'));

/** Looks at a screen in every width and scheme, and puts the window back as it was. */
async function looks(inspection: Inspection): Promise<readonly string[]> {
  const faults = await faultsOf(marja, { inTheDark: true, ...inspection });
  await marja.page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

/** On the list, goes down to the row that says this. */
async function to(text: string | RegExp): Promise<void> {
  await marja.onPage('Werklijst');
  await marja.page.locator('.zb-work a').first().waitFor();
  await hands.press('j');
  await hands.pressUntil('j', text);
}
/** Opens the row that says this, beside the list. */
async function open(text: string | RegExp): Promise<void> {
  await to(text);
  await hands.press('Enter');
  await marja.page.locator('h2#detail:focus').waitFor();
}
/** Opens the row that says this, on the page that is about it. */
async function leadTo(text: string | RegExp, page: string): Promise<void> {
  await to(text);
  await hands.press('Enter');
  await marja.onPage(page);
}

/** The first row of the list that says this. */
const rowOf = (text: string | RegExp) => marja.page.locator('.zb-work tbody tr', { hasText: text }).first();
/** How many rows say this, on the list, once they had the time to leave. */
async function left(text: RegExp): Promise<number> {
  await marja.onPage('Werklijst');
  await rowOf(text).waitFor({ state: 'hidden' });
  return marja.page.locator('.zb-work tbody tr', { hasText: text }).count();
}

describe('a morning of a coordinator, with only a keyboard', () => {
  it('finds somebody for what nobody took', async () => {
    // Before the next wave asks them itself.
    await Promise.all([scene.newNeighbour('Saskia'), scene.newNeighbour('Piet')]);
    await hands.deal('nobody found: ring until a yes', async () => {
      await to('Niemand gevonden');
      await hands.press('b');
      await marja.onPage('Bel buren voor deze vraag');
      await marja.page.locator('#next-call:focus').waitFor();
      await hands.press('Enter');
      await marja.sees('Zeg dit aan de telefoon');
      await hands.press('g');
      await marja.page.locator('#next-call:focus').waitFor();
      await hands.press('Enter');
      await marja.sees('Zeg dit aan de telefoon');
      await hands.press('j');
      await marja.page.locator('#tell-asker:focus').waitFor();
    });
    expect(await looks({ name: 'bellen-gelukt', title: /^Bel buren/, shows: 'Bel nu de vrager' })).toEqual([]);
  });

  it('has every kind of work on one list, and a page with all its keys', async () => {
    expect(await looks({ name: 'werklijst-alles', title: 'Werklijst', shows: 'Let op de woorden' })).toEqual([]);
    await to('Nog te bekijken');
    await hands.press('?');
    expect(await looks({ name: 'werklijst-toetsen', title: 'Werklijst', shows: 'Deze lijst met toetsen' })).toEqual([]);
    await hands.press('Escape');
    await marja.page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('reads new requests, and lets them through', async () => {
    await hands.deal('new request', async () => {
      await to('Nog te bekijken');
      await hands.press('g');
      await marja.page.locator('h2#detail:focus').waitFor();
      await hands.press('g');
      await marja.sees('Goedgekeurd. Wij vragen nu buren.');
      await hands.press('Escape');
    });
    await hands.deal('new request with a telephone number', async () => {
      await to('Let op de woorden');
      await hands.press('g');
      await marja.sees('Bel mij op 06 12345678, dan leg ik uit hoe het moet.');
      await marja.page.locator('h2#detail:focus').waitFor();
      await hands.press('g');
      await marja.sees('Goedgekeurd. Wij vragen nu buren.');
      await hands.press('Escape');
    });
    expect(await left(/Nog te bekijken|Let op de woorden/)).toBe(0);
  });

  it('decides about reports, and comes back to the list', async () => {
    await hands.deal('report: a warning', async () => {
      await leadTo('Iemand kwam niet', 'Meldingen');
      await marja.sees('Wat besluit u?');
      await hands.pressUntil('Tab', 'Er is niets nodig');
      await hands.press('Space', 'ArrowDown', 'Tab');
      await hands.type('Bel de ander als u niet kunt komen.');
      await hands.press('Control+Enter');
      await marja.sees('Uw besluit ligt vast.');
    });
    await to('niet veilig');
    await hands.press('Enter');
    await marja.sees('Wat besluit u?');
    expect(await looks({ name: 'meldingen', title: 'Meldingen', shows: 'Wat besluit u?' })).toEqual([]);
    await marja.open('/werklijst');
    await hands.deal('worry: nothing needed', async () => {
      await leadTo('niet veilig', 'Meldingen');
      await marja.sees('Wat besluit u?');
      await hands.pressUntil('Tab', 'Er is niets nodig');
      await hands.press('Space', 'Enter');
      await marja.sees('Uw besluit ligt vast.');
    });
  });

  it('looks again at what somebody else decided, and at what may end', async () => {
    await hands.deal('appeal: granted', async () => {
      await leadTo('Bezwaar', 'Meldingen');
      await marja.sees('vraagt om opnieuw te kijken');
      await hands.pressUntil('Tab', 'Leg uw besluit uit');
      await hands.type('U was ziek. Dat telt.');
      await hands.pressUntil('Tab', 'Hef de maatregel op');
      await hands.press('Enter');
      await marja.onPage('Werklijst');
    });
    await hands.deal('sanction that may end: it stays', async () => {
      await to('Kijk even');
      await hands.press('g');
      await marja.sees('Mag deze maatregel eindigen?: klaar.');
    });
    expect(await left(/Bezwaar|Kijk even/)).toBe(0);
  });

  it('answers a question, and notes a certificate', async () => {
    await hands.deal('question to the desk', async () => {
      await leadTo('Zoekt de weg', 'Vragen aan het loket');
      await hands.pressUntil('Tab', 'Uw antwoord');
      await hands.type('Elke dinsdag in de Huiskamer.');
      await hands.press('Tab', 'ArrowDown', 'Tab', 'Enter');
      await marja.sees('Uw antwoord is verstuurd.');
    });
    await hands.deal('certificate of conduct that ends', async () => {
      await leadTo('Een VOG loopt af', 'Vertrouwen');
      await marja.page.locator('input[type=date]:focus').waitFor();
      // The same in every order of day and month.
      await hands.type(`0101${new Date(await at.now()).getUTCFullYear()}`);
      await hands.press('Enter');
      await marja.sees(/^Bewaard voor/);
    });
    expect(await left(/Zoekt de weg|Een VOG loopt af/)).toBe(0);
  });

  it('glances at a first time, comes along, and greets who is new', async () => {
    await hands.deal('first time together', async () => {
      await open('Afgesproken');
      await hands.press('g');
      await marja.sees(/: klaar\.$/);
    });
    await hands.deal('come along the first time', async () => {
      await open('Ga mee');
      await hands.press('g');
      await marja.sees(/: klaar\.$/);
    });
    await hands.deal('new neighbour', async () => {
      await to('Nieuwe buur: heet welkom');
      await hands.press('g');
      await marja.sees('Nieuwe buur: heet welkom: klaar.');
    });
    await hands.deal('back, because it was somebody else', async () => {
      await hands.press('z');
      await marja.page.getByText('Nieuwe buur: heet welkom: klaar.').waitFor({ state: 'hidden' });
    });
    expect(await left(/Ga mee|Eerste keer/)).toBe(0);
  });

  it('greets all who are new together, and can put them back', async () => {
    await marja.open('/werklijst?soort=buren');
    await marja.page.locator('.zb-work a').first().waitFor();
    await hands.pressUntil('Tab', /^Alle \d+ welkom geheten/);
    await hands.press('Enter');
    await marja.sees(/^\d+ keer: klaar\.$/);
    await hands.pressUntil('Shift+Tab', 'Zet terug');
    await hands.press('Enter');
    await rowOf('Nieuwe buur: heet welkom').waitFor();
    expect(await marja.sees(/^Alle \d+ welkom geheten/)).not.toBe('');
  });

  it('can switch the single keys off', async () => {
    await marja.open('/werklijst');
    await marja.page.locator('.zb-work a').first().waitFor();
    await hands.pressUntil('Tab', 'Toetsen uitzetten');
    await hands.press('Enter');
    await marja.page.locator('#inhoud').focus();
    await hands.press('j');
    expect(await marja.page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
  });

  it('takes few keys for each of all kinds of work', () => {
    process.stdout.write(`${hands.table()}\n`);
    expect(hands.dealings).toHaveLength(13);
    expect(hands.dealings.filter(({ keys }) => keys > mostKeysAnItem)).toEqual([]);
    expect(at.complaints()).toEqual([]);
  });
});
