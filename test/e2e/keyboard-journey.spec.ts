import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { dogWalk } from './ask-wizard.js';
import { comesToTell } from './comes-to.js';
import { Demonstration } from './demonstration.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(120_000);

const mostTabs = 60;

let at: Demonstration;
let asker: Visitor;

beforeAll(async () => {
  at = await Demonstration.start();
  asker = await at.visitor({ width: 1280 });
});
afterAll(() => at.stop());

/** What has the focus: its label, and whether the reader can see that it has. */
interface Focused {
  readonly label: string;
  readonly isSeen: boolean;
}

function focused(): Promise<Focused> {
  return asker.page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.labels?.[0]?.innerText ?? element?.innerText ?? '';
    // A card that is one large link or choice shows the ring around itself.
    const framed = [element, element?.parentElement, element?.parentElement?.parentElement];
    const seen = framed.filter((one) => one !== null && one !== undefined).map((one) => getComputedStyle(one));
    return {
      label: label.trim(),
      isSeen: seen.some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      ),
    };
  });
}

/** Presses Tab until this control has the focus. */
async function tabTo(label: string): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await asker.page.keyboard.press('Tab');
    const now = await focused();
    passed.push(now.label);
    if (!now.label.startsWith(label)) continue;
    expect(now).toMatchObject({ isSeen: true });
    return;
  }
  throw new Error(`${label} cannot be reached with Tab. Passed: ${passed.join(' | ')}`);
}

async function type(label: string, text: string): Promise<void> {
  await tabTo(label);
  await asker.page.keyboard.type(text);
}

async function choose(label: string): Promise<void> {
  await tabTo(label);
  await asker.page.keyboard.press('Space');
}

async function enter(label: string): Promise<void> {
  await tabTo(label);
  await asker.page.keyboard.press('Enter');
}

describe('asking for help with only a keyboard', () => {
  it('begins with a way past the menu', async () => {
    await asker.open('/');
    await asker.onPage('Een handje hulp, van een buur dichtbij');
    await asker.page.keyboard.press('Tab');
    expect(await focused()).toEqual({ label: 'Naar de inhoud', isSeen: true });
    await enter('Ik vraag hulp');
    await asker.onPage('Waar kan een buur u mee helpen?');
  });

  it('is led to what is missing', async () => {
    await enter('Volgende');
    await asker.sees('Er mist nog iets');
    expect((await focused()).label).toContain('Er mist nog iets');
    await enter('Kies waar een buur mee kan helpen');
    expect((await focused()).label).toBe(dogWalk.what);
  });

  it('goes through the five questions', async () => {
    const { keyboard } = asker.page;
    await keyboard.press('Space');
    await type('Vertel het in 1 of 2 zinnen', dogWalk.sentence);
    await enter('Volgende');
    await asker.onPage('Wanneer heeft u hulp nodig?');
    await choose('Vandaag, met spoed');
    await tabTo('Hoe laat moet er uiterlijk iemand zijn?');
    await asker.page.getByLabel('Hoe laat moet er uiterlijk iemand zijn?').fill(dogWalk.until);
    await choose('Ja');
    await keyboard.press('ArrowRight');
    await enter('Volgende');
    await asker.onPage('In welke buurt is dat?');
    await type('Buurt', dogWalk.neighbourhood);
    await type('Straat en huisnummer', dogWalk.address);
    await enter('Volgende');
    await asker.onPage('Hoe lang duurt het ongeveer?');
    await enter('Volgende');
    await asker.onPage('Hoe kunnen wij u bereiken?');
    await type('Voornaam', dogWalk.givenName);
    await type('E-mailadres', dogWalk.email);
    await enter('Verstuur mijn vraag');
    await asker.onPage('Nog 1 stap: vul de code in');
    await comesToTell(asker, dogWalk.email);
  });

  it('confirms, and ends at the request', async () => {
    await type('De code uit uw e-mail', await at.codeFor(dogWalk.email));
    await asker.page.keyboard.press('Enter');
    await asker.onPage('Uw vraag is verstuurd');
    await comesToTell(asker, 'Vandaag, voor 17:00 uur');
  });
});
