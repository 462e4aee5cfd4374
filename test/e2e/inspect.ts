import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { enlargedFaults } from './enlarged.js';
import { noteTrial } from './journey-notes.js';
import type { Visitor } from './visitor.js';

type Scheme = 'light' | 'dark';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const widths = [390, 1280];
const schemes: readonly Scheme[] = ['light', 'dark'];
/** The narrowest telephone, and a wide screen at 200%. */
const narrowWidths = [320, 640];

/** Where pictures of every screen are put, when they are wanted: see bin/screens.mjs. */
const picturesFolder = process.env['SCREENS_FOLDER'];

/** How a screen is looked at. */
export interface Inspection {
  /** Name of its pictures. */
  readonly name: string;
  /** Heading that must be there before anything is judged. */
  readonly title: string | RegExp;
  /** A text that must be there as well: the state that is meant, and not one on the way to it. */
  readonly shows?: string | RegExp;
  /** Take pictures in the dark too. */
  readonly inTheDark?: boolean;
  /** Take a picture as who sees no colours has it, and one on paper (A4). */
  readonly withoutColour?: boolean;
  readonly onPaper?: boolean;
}

/** Width of A4 in pixels of 96 an inch. */
const paperWidth = 794;

/** Everything that is wrong with the screen that a visitor has before them, in each width and colour scheme. */
export async function faultsOf(visitor: Visitor, inspection: Inspection): Promise<readonly string[]> {
  const { page } = visitor;
  await visitor.onPage(inspection.title);
  if (inspection.shows !== undefined) await visitor.sees(inspection.shows);
  const faults: string[] = [];
  for (const width of widths) {
    for (const scheme of schemes) {
      await look(page, width, scheme);
      if (scheme === 'light' || inspection.inTheDark) await takePicture(page, `${inspection.name}-${width}-${scheme}`);
      faults.push(...(await axeFaults(page)).map((fault) => `${width} ${scheme}: ${fault}`));
    }
  }
  for (const width of narrowWidths) {
    await look(page, width, 'light');
    const excess = await excessOf(page);
    if (excess > 0) faults.push(`${width}: scrolls sideways by ${excess} px`);
  }
  faults.push(...(await enlargedFaults(page)));
  if (inspection.withoutColour) await pictureWithoutColour(page, `${inspection.name}-1280-grey`);
  if (inspection.onPaper) await pictureOnPaper(page, `${inspection.name}-${paperWidth}-paper`);
  await look(page, 390, 'light');
  await describePicture(page, inspection);
  return faults;
}

/** Everything that is wrong with a state on the way, on the narrowest telephone in the dark. */
export async function faultsOfState(visitor: Visitor, { title, shows }: Omit<Inspection, 'name'>): Promise<string[]> {
  const { page } = visitor;
  await visitor.onPage(title);
  if (shows !== undefined) await visitor.sees(shows);
  await look(page, 320, 'dark');
  const faults = await axeFaults(page);
  const excess = await excessOf(page);
  await look(page, 390, 'light');
  return excess > 0 ? [...faults, `scrolls sideways by ${excess} px`] : faults;
}

async function look(page: Page, width: number, colorScheme: Scheme): Promise<void> {
  await page.setViewportSize({ width, height: width < 700 ? 844 : 900 });
  await page.emulateMedia({ colorScheme });
}

/** By how many pixels the page is wider than the screen. */
async function excessOf(page: Page): Promise<number> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  noteTrial('narrow', 1, excess > 0 ? 1 : 0);
  return excess;
}

async function axeFaults(page: Page): Promise<string[]> {
  // Reading the checker costs as much as checking: once a document. Our pages have no frames.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (values) => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    // What is in order is judged all the same, but not described node by node.
    const judged = await checker.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return judged.violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }));
  }, rules);
  const faults = violations.flatMap(({ id, targets }) => targets.map((target) => `${id} at ${target}`));
  noteTrial('axe', 1, faults.length);
  return faults;
}

/** What a picture is of, for the list of them: the address without what is of one person, and what was on the screen. */
async function describePicture(page: Page, { name, shows }: Inspection): Promise<void> {
  if (picturesFolder === undefined) return;
  const path = new URL(page.url()).pathname
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^(\/(?:antwoord|bevestigen|afloop|pauze)\/).+/, '$1…');
  const heading = await page.getByRole('heading', { level: 1 }).first().innerText();
  const state = typeof shows === 'string' ? shows : undefined;
  writeFileSync(join(picturesFolder, `${name}.json`), JSON.stringify({ name, path, heading, state }));
}

async function takePicture(page: Page, name: string): Promise<void> {
  if (picturesFolder === undefined) return;
  await page.evaluate(() => document.fonts.ready.then(() => window.scrollTo(0, 0)));
  await page.screenshot({ path: join(picturesFolder, `${name}.png`), fullPage: true, animations: 'disabled' });
}

async function pictureWithoutColour(page: Page, name: string): Promise<void> {
  if (picturesFolder === undefined) return;
  await look(page, 1280, 'light');
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
  await takePicture(page, name);
  await browser.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
  await browser.detach();
}

async function pictureOnPaper(page: Page, name: string): Promise<void> {
  await look(page, paperWidth, 'light');
  await page.emulateMedia({ media: 'print' });
  await takePicture(page, name);
  await page.emulateMedia({ media: 'screen' });
}
