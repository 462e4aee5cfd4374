import type { CDPSession, Page } from 'playwright-core';
import { noteTrial } from './journey-notes.js';
import { controlsCovered } from './reachable.js';

/** Pixels of a letter of the usual size, and of one twice as large. */
const usual = { standard: 16, fixed: 13 };
const twice = { standard: 32, fixed: 26 };

/** The narrowest telephone, a telephone held sideways, and a desk. */
const widths = [320, 640, 1280];

/** Letters of a word that fits beside what can be pressed. */
const longestWhole = 12;

const sessions = new WeakMap<Page, CDPSession>();

/**
 * What goes wrong when the browser makes the letters twice as large (WCAG 1.4.4, 1.4.10, 2.4.11), on a telephone too, which is
 * more than is asked. Our own choice of letters (web/display) lays a page out in the same way.
 */
export async function enlargedFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const devtools = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, devtools);
  await devtools.send('Page.setFontSizes', { fontSizes: twice });
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 700 ? 844 : 900 });
    const { lost, lines } = await page.evaluate(wordsOn);
    const found = [...lost, ...overEachOther(lines), ...(await page.evaluate(controlsCovered))];
    noteTrial('enlarged', 1, found.length);
    faults.push(...found.map((fault) => `letters of 200% at ${width}: ${fault}`));
  }
  await devtools.send('Page.setFontSizes', { fontSizes: usual });
  return faults;
}

/** Where one line of a text stands. */
interface Line {
  readonly text: string;
  /** Which text: its lines may touch. */
  readonly of: number;
  readonly box: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;
}

interface WordsOnPage {
  readonly lost: readonly string[];
  readonly lines: readonly Line[];
}

/** Lines of different texts that hide each other. */
function overEachOther(lines: readonly Line[]): readonly string[] {
  const sorted = lines.toSorted((a, b) => a.box.top - b.box.top);
  const faults = sorted.flatMap(({ text, of, box }, index) => {
    const end = sorted.findIndex((other, at) => at > index && other.box.top > box.bottom);
    return sorted
      .slice(index + 1, end === -1 ? undefined : end)
      .filter((other) => {
        const high = Math.min(box.bottom, other.box.bottom) - other.box.top;
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        // A third of a letter is where reading ends.
        const least = Math.min(box.bottom - box.top, other.box.bottom - other.box.top) / 3;
        return of !== other.of && high > least && wide > 4;
      })
      .map((other) => `over each other: ${text} | ${other.text}`);
  });
  return [...new Set(faults)];
}

/** Runs in the page: where its words stand, and which lie outside it, are cut off, or have to be scrolled to sideways. */
function wordsOn(): WordsOnPage {
  const root = document.documentElement;
  const within = (element: Element | null, is: (one: Element) => boolean): boolean =>
    element !== null && (is(element) || within(element.parentElement, is));
  const isHidden = (one: Element): boolean => {
    const { clipPath, position, overflowX } = getComputedStyle(one);
    const forEarsAlone = position === 'absolute' && overflowX === 'hidden' && one.clientWidth <= 1;
    return clipPath !== 'none' || forEarsAlone || /^(svg|option)$/.test(one.localName);
  };
  // What is folded away has a box all the same.
  const isShown = (one: Element): boolean => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const scrolls = (one: Element): boolean => one !== root && /auto|scroll/.test(getComputedStyle(one).overflowX);
  const found: string[] = [];
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll('body *')]
      .filter((one) => isShown(one) && one.getBoundingClientRect().right > root.clientWidth + 1)
      .map(({ localName, className, id }) => `${localName}.${className}#${id}`);
    found.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth} px, for ${wide.slice(-3).join(' and ')}`);
  }
  for (const one of document.querySelectorAll('body *')) {
    const isWide = one.scrollWidth > one.clientWidth + 1 && scrolls(one);
    // A table and a drawing are of two dimensions.
    if (isWide && !one.querySelector('table, svg') && one.localName !== 'textarea' && isShown(one))
      found.push(`two ways to scroll: ${one.localName} ${one.className} ${one.id}`);
  }
  const lines: Line[] = [];
  const elements: Element[] = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    const [element, text] = [node.parentElement, node.textContent?.trim().slice(0, 40) ?? ''];
    if (element === null || text === '' || !isShown(element) || within(element, isHidden)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const cuts = (one: Element): boolean => {
      if (one === document.body || one === root) return false;
      const { overflowX, overflowY } = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const across = /hidden|clip/.test(overflowX) && (right > box.right + 1 || left < box.left - 1);
      return across || (/hidden|clip/.test(overflowY) && (bottom > box.bottom + 2 || top < box.top - 2));
    };
    const isScrolled = within(element, scrolls);
    if ((right > innerWidth + 1 || left < -1) && !isScrolled) found.push(`outside the page: ${text}`);
    if (within(element, cuts)) found.push(`cut off: ${text}`);
    const stays = within(element, (one) => /sticky|fixed/.test(getComputedStyle(one).position));
    if (stays || isScrolled) continue;
    if (!elements.includes(element)) elements.push(element);
    lines.push(...boxes.map((box) => ({ text, of: elements.indexOf(element), box: box.toJSON() as Line['box'] })));
  }
  return { lost: [...new Set(found)], lines };
}

/** Words that our own largest letters break in two on a telephone of the usual width: nobody reads those at a glance. */
export async function brokenWords(page: Page): Promise<readonly string[]> {
  await page.getByLabel('Letters').selectOption({ label: 'Heel groot' });
  const broken = await page.evaluate((longest) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      if (node.parentElement?.closest('option, .zb-hidden') !== null || !node.parentElement.checkVisibility()) continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\d]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (word.length <= longest && lines.size > 1) found.push(word);
      }
    }
    return found;
  }, longestWhole);
  await page.getByLabel('Letters').selectOption({ label: 'Gewoon' });
  return broken;
}
