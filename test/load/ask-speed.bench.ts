/**
 * How long somebody who never saw it takes to ask for help: a scripted person who types a key in 200 milliseconds, and takes
 * a second to read and reach before each press. On how many screens, with how many fields and presses.
 */
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { MailSink } from '@app/platform/mail/mail-sink.js';
import { launchBrowser } from '../support/browser.js';
import { openBench, say } from './bench-engine.js';
import { rounded } from './figures.js';

const keyMs = 200;
const reachMs = 1_000;
const goalSeconds = 60;
const turns = 3;

/** A person at a telephone, whose every act is counted. */
class Person {
  presses = 0;
  fields = 0;
  keys = 0;
  readonly screens: string[] = [];

  constructor(readonly page: Page) {}

  async sees(title: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
    this.screens.push(title);
  }

  async press(what: Locator): Promise<void> {
    await pause(reachMs);
    await what.click();
    this.presses += 1;
  }

  async type(label: string | RegExp, text: string): Promise<void> {
    const field = this.page.getByLabel(label);
    await this.press(field);
    await field.pressSequentially(text, { delay: keyMs });
    this.fields += 1;
    this.keys += text.length;
  }

  /** From a list: open it, find it with three letters. */
  async choose(label: string, index: number): Promise<void> {
    await pause(reachMs + 3 * keyMs);
    await this.page.getByLabel(label, { exact: true }).selectOption({ index });
    this.presses += 1;
    this.fields += 1;
    this.keys += 3;
  }

  async pick(name: string | RegExp): Promise<void> {
    await this.press(this.page.getByRole('radio', { name, exact: true }));
    this.fields += 1;
  }

  next(name: string): Promise<void> {
    return this.press(this.page.getByRole('button', { name }));
  }
}

async function ask(person: Person, email: string, code: () => Promise<string>): Promise<void> {
  await person.sees('Een handje hulp, van een buur dichtbij');
  await person.press(person.page.getByRole('link', { name: 'Ik vraag hulp' }).first());
  await person.sees('Waar kan een buur u mee helpen?');
  await person.pick('De hond uitlaten');
  await person.type('Vertel het in 1 of 2 zinnen', 'Boef moet even naar buiten.');
  await person.next('Volgende');
  await person.sees('Wanneer heeft u hulp nodig?');
  await person.pick(/Op een andere dag/);
  await person.choose('Welke dag?', 2);
  await person.pick(/^Middag/);
  await person.next('Volgende');
  await person.sees('In welke buurt is dat?');
  await person.choose('Buurt', 3);
  await person.next('Volgende');
  await person.sees('Hoe lang duurt het ongeveer?');
  await person.next('Volgende');
  await person.sees('Hoe kunnen wij u bereiken?');
  await person.type('Voornaam', 'Truus');
  await person.type('E-mailadres', email);
  await person.next('Verstuur mijn vraag');
  await person.sees('Nog 1 stap: vul de code in');
  await person.type('De code uit uw e-mail', await code());
  await person.next('Bevestig mijn vraag');
  await person.sees('Uw vraag is verstuurd');
}

/** The newest code that was mailed to somebody. */
async function codeFor(sink: MailSink, email: string): Promise<string> {
  for (;;) {
    const mail = sink.list({ to: email }).find(({ subject }) => /^\d{6} /.test(subject));
    if (mail) return mail.subject.slice(0, 6);
    await pause(50);
  }
}

/** The address under which it knows itself: a post from elsewhere is refused. */
const nameOf = (url: string): string => url.replace('127.0.0.1', 'localhost');

const engine = await openBench({ neighbours: 12, askers: 4 });
const sink = new MailSink();
await sink.start();
const browser = await launchBrowser();
try {
  const data = join(engine.folder, 'app');
  mkdirSync(data);
  const app = await engine.startApp('web,worker,relay', { env: { SMTP_URL: sink.url, DATA_DIR: data } });
  say(`assumes: ${keyMs} ms a key, ${reachMs} ms before each press, the mail with the code read at once`);
  const seconds: number[] = [];
  let person: Person | undefined;
  for (let turn = 1; turn <= turns; turn += 1) {
    const context = await browser.newContext({
      baseURL: nameOf(app.url),
      locale: 'nl-NL',
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto('/');
    person = new Person(page);
    const email = `truus${turn}@buren.invalid`;
    const start = performance.now();
    await ask(person, email, () => codeFor(sink, email));
    seconds.push(rounded((performance.now() - start) / 1_000));
    await context.close();
  }
  const median = seconds.toSorted((a, b) => a - b)[Math.floor(turns / 2)] ?? Number.NaN;
  const { screens = [], fields, presses, keys } = person ?? {};
  say(
    JSON.stringify({
      bench: 'ask-speed',
      seconds,
      median,
      screens: screens.length,
      fields,
      presses,
      keys,
      goal: { secondsAtMost: goalSeconds },
      met: seconds.every((taken) => taken <= goalSeconds),
    }),
  );
} finally {
  await browser.close();
  await sink.stop();
  await engine.close();
}
