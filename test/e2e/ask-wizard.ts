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

/** Walks through the five questions for help today; stands before the code at the end. */
async function fillInAcute(visitor: Visitor, wanted: Wanted): Promise<void> {
  const { page } = visitor;
  await visitor.open('/vraag');
  await visitor.onPage('Waar kan een buur u mee helpen?');
  await page.getByRole('radio', { name: wanted.what }).check();
  await page.getByLabel('Vertel het in 1 of 2 zinnen').fill(wanted.sentence);
  await visitor.press('Volgende');
  await visitor.onPage('Wanneer heeft u hulp nodig?');
  await page.getByRole('radio', { name: /Vandaag, met spoed/ }).check();
  await page.getByLabel('Hoe laat moet er uiterlijk iemand zijn?').fill(wanted.until);
  await page.getByRole('radio', { name: 'Nee', exact: true }).check();
  await visitor.press('Volgende');
  await visitor.onPage('In welke buurt is dat?');
  await page.getByLabel('Buurt', { exact: true }).selectOption({ label: wanted.neighbourhood });
  await page.getByLabel(/Straat en huisnummer/).fill(wanted.address);
  await visitor.press('Volgende');
  await visitor.onPage('Hoe lang duurt het ongeveer?');
  await page.getByRole('radio', { name: '30 minuten' }).check();
  await visitor.press('Volgende');
  await visitor.onPage('Hoe kunnen wij u bereiken?');
  await page.getByLabel('Voornaam').fill(wanted.givenName);
  await page.getByLabel('E-mailadres').fill(wanted.email);
  await page.getByLabel(/^Telefoon/).fill(wanted.phone);
  await visitor.press('Verstuur mijn vraag');
  await visitor.onPage('Nog 1 stap: vul de code in');
}

/**
 * Asks as a guest and confirms with the code from the mailbox.
 * @returns the id of the request
 */
export async function askAsGuest(at: Demonstration, visitor: Visitor, wanted: Wanted = dogWalk): Promise<string> {
  const after = await at.lastMail();
  await fillInAcute(visitor, wanted);
  await visitor.page.getByLabel('De code uit uw e-mail').fill(await at.codeFor(wanted.email, after));
  await visitor.press('Bevestig mijn vraag');
  await visitor.onPage('Uw vraag is verstuurd');
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
