import { setTimeout as sleep } from 'node:timers/promises';
import type { Visitor } from './visitor.js';

/** Time between two keys of somebody who is used to a keyboard and does not hurry, in milliseconds. */
const ofSomebodyMs = 200;
/** Time between two keys here, in milliseconds: nobody waits for a run longer than it takes to see what comes of them. */
const betweenKeysMs = 60;
const mostKeys = 80;

/** What one thing took. */
export interface Dealing {
  readonly item: string;
  /** Keys that choose something: everything but the letters of a text. */
  readonly keys: number;
  readonly letters: number;
  /** What it takes somebody: what the run took, with the rest of the time between two keys added for each. */
  readonly seconds: number;
}

/** Hands on a keyboard, and no mouse. Counts what they do. */
export class Keyboard {
  readonly dealings: Dealing[] = [];
  private keys = 0;
  private letters = 0;

  constructor(private readonly visitor: Visitor) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.keys += 1;
      await this.visitor.page.keyboard.press(key);
      await sleep(betweenKeysMs);
    }
  }

  async type(text: string): Promise<void> {
    this.letters += text.length;
    await this.visitor.page.keyboard.type(text, { delay: betweenKeysMs });
  }

  /** Presses a key until what has the focus says this. */
  async pressUntil(key: string, text: string | RegExp): Promise<void> {
    for (let pressed = 0; pressed < mostKeys; pressed += 1) {
      if ((await this.focusedText()).search(text) >= 0) return;
      await this.press(key);
    }
    throw new Error(`${String(text)} cannot be reached with ${key}. The focus is on: ${await this.focusedText()}`);
  }

  /** What has the focus, with its label; the whole row of what stands in a table. */
  focusedText(): Promise<string> {
    return this.visitor.page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      if (element === null || element === document.body || element.id === 'inhoud') return '';
      return [...(element.labels ?? []), element.closest('tr') ?? element].map((one) => one.innerText).join(' ');
    });
  }

  /** Deals with one thing, and notes what that took. */
  async deal(item: string, work: () => Promise<void>): Promise<void> {
    [this.keys, this.letters] = [0, 0];
    const began = performance.now();
    await work();
    const pressed = this.keys + this.letters;
    const ms = performance.now() - began + pressed * (ofSomebodyMs - betweenKeysMs);
    this.dealings.push({ item, keys: this.keys, letters: this.letters, seconds: ms / 1_000 });
  }

  /** The table of what everything took, for who reads the run. */
  table(): string {
    const line = (item: string, ...numbers: readonly (string | number)[]): string =>
      [item.padEnd(36), ...numbers.map((one) => String(one).padStart(8))].join('');
    const all = this.dealings;
    const sum = (of: (one: Dealing) => number): number => all.reduce((total, one) => total + of(one), 0);
    return [
      `Seconds reckoned at ${ofSomebodyMs} ms a key; the run itself pressed one each ${betweenKeysMs} ms.`,
      line('item', 'keys', 'letters', 'seconds'),
      ...all.map(({ item, keys, letters, seconds }) => line(item, keys, letters, seconds.toFixed(1))),
      line(
        'together',
        sum((one) => one.keys),
        sum((one) => one.letters),
        sum((one) => one.seconds).toFixed(1),
      ),
    ].join('\n');
  }
}
