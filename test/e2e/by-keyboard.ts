import type { Locator, Page } from 'playwright-core';
import { noteTrial } from './journey-notes.js';

const mostTabs = 150;

/** What can have the focus: a text inside it stands for it. */
const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Where the focus is, seen from what is looked for. */
type Focus = 'elsewhere' | 'same-group' | 'seen' | 'unseen';

function focusAt(what: Locator): Promise<Focus> {
  return what.evaluate((found, selector): Focus => {
    const wanted = found.closest(selector) ?? found;
    const focused = document.activeElement;
    const isRadio = (one: Element | null): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.type === 'radio';
    if (focused !== wanted) {
      const sameGroup =
        isRadio(focused) && isRadio(wanted) && focused.name === wanted.name && focused.form === wanted.form;
      return sameGroup ? 'same-group' : 'elsewhere';
    }
    // A card that is one large link or choice shows the ring around itself.
    const framed = [wanted, wanted.parentElement, wanted.parentElement?.parentElement];
    const isRinged = (one: Element | null | undefined): boolean => {
      if (one === null || one === undefined) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    const { top, bottom } = wanted.getBoundingClientRect();
    return framed.some((one) => isRinged(one)) && bottom > 0 && top < innerHeight ? 'seen' : 'unseen';
  }, focusable);
}

/**
 * Goes to something with Tab, and with the arrows within a group of choices, as far as it takes.
 *
 * @throws Error when it cannot be reached, or does not show that it has the focus
 */
async function goTo(what: Locator): Promise<void> {
  await what.waitFor();
  const { keyboard } = what.page();
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    const focus = await focusAt(what);
    if (focus === 'seen') return noteTrial('keys', tabs + 1);
    // It had the focus before the window changed under it: somebody with a keyboard brings it back into view with a key.
    if (focus === 'unseen' && tabs === 0) await keyboard.press('Shift+Tab');
    else if (focus === 'unseen') throw new Error(`${String(what)} does not show that it has the focus`);
    else await keyboard.press(focus === 'same-group' ? 'ArrowDown' : 'Tab');
  }
  throw new Error(`${String(what)} cannot be reached with Tab`);
}

async function activate(what: Locator): Promise<void> {
  await goTo(what);
  const isBox = await what.evaluate((one) => one instanceof HTMLInputElement && /checkbox|radio/.test(one.type));
  await what.page().keyboard.press(isBox ? 'Space' : 'Enter');
}

async function put(what: Locator, on: boolean): Promise<void> {
  if ((await what.isChecked()) === on) return;
  await goTo(what);
  // The arrows choose what they reach.
  if ((await what.isChecked()) !== on) await what.page().keyboard.press('Space');
  if ((await what.isChecked()) !== on) throw new Error(`${String(what)} does not do what the keyboard says`);
}

async function write(what: Locator, text: string): Promise<void> {
  await goTo(what);
  const { keyboard } = what.page();
  const type = await what.getAttribute('type');
  if (type === 'time') return keyboard.type(text.replace(':', ''));
  if (type === 'date') return keyboard.type(text.split('-').toReversed().join(''));
  await keyboard.press('Control+A');
  await (text === '' ? keyboard.press('Delete') : keyboard.type(text));
}

type Wanted = string | { readonly label?: string; readonly index?: number; readonly value?: string };

/** Opens no list: Home and the arrow choose in it, past what cannot be chosen. */
async function choose(what: Locator, wanted: Wanted): Promise<readonly string[]> {
  await goTo(what);
  const { index, value } = await what.evaluate((list, one) => {
    const options = [...(list as HTMLSelectElement).options];
    const found = options.find((option, at) =>
      typeof one === 'string'
        ? option.value === one || option.label === one
        : option.label === one.label || option.value === one.value || at === one.index,
    );
    if (found === undefined) throw new Error(`There is no ${JSON.stringify(one)}`);
    return { index: options.filter(({ disabled }) => !disabled).indexOf(found), value: found.value };
  }, wanted);
  const { keyboard } = what.page();
  await keyboard.press('Home');
  for (let down = 0; down < index; down += 1) await keyboard.press('ArrowDown');
  if ((await what.inputValue()) !== value) throw new Error(`${String(what)} does not take ${JSON.stringify(wanted)}`);
  return [value];
}

const byPointer = (): Promise<never> => Promise.reject(new Error('This visitor has no pointer'));

/** What a visitor does to a part of a page, and how that goes without a pointer. */
const acts: Readonly<Record<string, (what: Locator, given: never) => Promise<unknown>>> = {
  click: activate,
  check: (what) => put(what, true),
  uncheck: (what) => put(what, false),
  setChecked: put,
  fill: write,
  pressSequentially: write,
  selectOption: choose,
  focus: goTo,
  press: async (what, key) => {
    await goTo(what);
    await what.page().keyboard.press(key);
  },
  clear: (what) => write(what, ''),
  dblclick: byPointer,
  hover: byPointer,
  tap: byPointer,
  dragTo: byPointer,
};

const isLocator = (thing: unknown): thing is Locator =>
  typeof thing === 'object' && thing !== null && 'pressSequentially' in thing && 'locator' in thing;

/** The same page or part of it, in the hands of somebody with a keyboard and nothing else. */
export function byKeyboardAlone<T extends Page | Locator>(thing: T): T {
  return new Proxy(thing, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]): unknown => {
        const act = acts[String(name)];
        if (act && isLocator(target)) return act(target, given[0] as never);
        const found: unknown = Reflect.apply(value, target, given);
        return isLocator(found) ? byKeyboardAlone(found) : found;
      };
    },
  });
}
