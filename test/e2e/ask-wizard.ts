import { nl } from '../../web/messages/nl.js';
import type { Translation } from '../../web/messages/translation.js';
import type { Demonstration } from './demonstration.js';
import type { Visitor } from './visitor.js';

/** What a guest fills in, on five screens. */
export interface Wanted {
  readonly what: string;
  readonly sentence: string;
  readonly until: string;
  readonly neighbourhood: string;
  readonly address: string;
  readonly givenName: string;
  readonly email: string;
  readonly phone: string;
}

export const dogWalk: Wanted = {
  what: 'De hond uitlaten',
  sentence: 'Boef moet even naar buiten, ik kan niet weg.',
  until: '17:00',
  neighbourhood: 'Rossenberg',
  address: 'Voorbeeldpad 12',
  givenName: 'Truus',
  email: 'truus@voorbeeld.invalid',
  phone: '06 12345678',
};

/** Walks through the five questions for help today, in a language; stands before the code at the end. */
async function fillInAcute(visitor: Visitor, wanted: Wanted, { ask, signIn: names, time }: Translation): Promise<void> {
  const { page } = visitor;
  await visitor.open('/vraag');
  await visitor.onPage(ask.what.title);
  await page.getByRole('radio', { name: wanted.what }).check();
  await page.getByLabel(ask.what.summary).fill(wanted.sentence);
  await visitor.press(ask.next);
  await visitor.onPage(ask.when.title);
  await page.getByRole('radio', { name: new RegExp(ask.when.acute) }).check();
  await page.getByLabel(ask.when.latest).fill(wanted.until);
  await page.getByRole('radio', { name: ask.when.no, exact: true }).check();
  await visitor.press(ask.next);
  await visitor.onPage(ask.where.title);
  await page.getByLabel(ask.where.neighbourhood, { exact: true }).selectOption({ label: wanted.neighbourhood });
  await page.getByLabel(new RegExp(ask.where.address)).fill(wanted.address);
  await visitor.press(ask.next);
  await visitor.onPage(ask.long.title);
  await page.getByRole('radio', { name: time.minutes(30) }).check();
  await visitor.press(ask.next);
  await visitor.onPage(ask.who.title);
  await page.getByLabel(names.givenName, { exact: true }).fill(wanted.givenName);
  await page.getByLabel(ask.who.email).fill(wanted.email);
  await page.getByLabel(names.phone).fill(wanted.phone);
  await visitor.press(ask.send);
  await visitor.onPage(ask.code.title);
}

/**
 * Asks as a guest and confirms with the code from the mailbox.
 * @returns the id of the request
 */
export async function askAsGuest(
  at: Demonstration,
  visitor: Visitor,
  wanted: Wanted = dogWalk,
  texts: Translation = nl,
): Promise<string> {
  const after = await at.lastMail();
  await fillInAcute(visitor, wanted, texts);
  await visitor.page.getByLabel(texts.signIn.code).fill(await at.codeFor(wanted.email, after));
  await visitor.press(texts.ask.code.confirm);
  await visitor.onPage(texts.request.sentTitle);
  return /\/vragen\/([\w-]+)/.exec(visitor.page.url())?.[1] ?? '';
}

/** Signs in with a code; lands where the link asked for. */
export async function signIn(at: Demonstration, visitor: Visitor, email: string, back: string): Promise<void> {
  const after = await at.lastMail();
  await visitor.open(`/inloggen?terug=${encodeURIComponent(back)}`);
  await visitor.page.getByLabel('Uw e-mailadres').fill(email);
  await visitor.press('Stuur mij een code');
  await visitor.page.getByLabel('De code uit uw e-mail').fill(await at.codeFor(email, after));
  await visitor.press('Log in');
}
