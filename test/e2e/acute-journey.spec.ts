import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ReceivedMail } from '@app/platform/mail/mail-sink.js';
import { askAsGuest, dogWalk, signIn } from './ask-wizard.js';
import { comesToTell } from './comes-to.js';
import { Demonstration, linkIn } from './demonstration.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(120_000);

let at: Demonstration;
let asker: Visitor;
let watcher: Visitor;
let id: string;
let asked: readonly ReceivedMail[];
let helperName: string;

const secrets = [dogWalk.address, dogWalk.phone, '+31612345678'];
const tells = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

beforeAll(async () => {
  at = await Demonstration.firstStart();
  [asker, watcher] = [await at.visitor(), await at.visitor({ width: 1280 })];
});
afterAll(() => at.stop());

/** The same page as when the mark was made: it was not loaded again. */
const mark = (visitor: Visitor): Promise<void> => visitor.page.evaluate('window.marked = true');
const isMarked = (visitor: Visitor): Promise<boolean> => visitor.page.evaluate<boolean>('window.marked === true');

/** What somebody takes along who prints the agreement, also when they chose dark colours: what to read, and nothing to press. */
async function onPaper(winner: Visitor): Promise<void> {
  const { page } = winner;
  await page.evaluate(() => localStorage.setItem('zb-theme', '"dark"'));
  await page.reload();
  await comesToTell(winner, dogWalk.address);
  await page.emulateMedia({ media: 'print' });
  const paper = await winner.text();
  for (const words of [dogWalk.address, dogWalk.phone, 'Dit doet u wel', 'Marja']) expect(paper).toContain(words);
  for (const words of ['English', 'Zet in mijn agenda', 'Uw bericht', 'Ik kan toch niet'])
    expect(paper).not.toContain(words);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(42, 27, 41)');
  await page.emulateMedia({ media: 'screen' });
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(246, 239, 243)');
}

describe('a neighbour answers an acute request', () => {
  it('shows a new request on the board of somebody else, without reload', async () => {
    await watcher.open('/hulpvragen');
    await watcher.sees('Er zijn nu geen vragen');
    await mark(watcher);
    id = await askAsGuest(at, asker);
    await watcher.press('Toon 1 nieuwe vraag');
    await watcher.sees(dogWalk.what);
    expect(await isMarked(watcher)).toBe(true);
    const board = await watcher.text();
    expect(tells(board)).toEqual([]);
    expect(board).not.toContain(dogWalk.givenName);
    expect(board).not.toContain(dogWalk.sentence);
  });

  it('tells the asker who looks after it and what happens next', async () => {
    await asker.sees('Wij vragen nu buren');
    expect(await asker.sees('Heeft nog niemand ja gezegd?')).toContain('Dan belt Marja u');
    await mark(asker);
  });

  it('asks neighbours by mail, with a first name and without an address', async () => {
    asked = await at.awaitMails(({ text }) => text.includes('/antwoord/'), 2);
    for (const { text, html } of asked) expect(tells(`${text}${html}`)).toEqual([]);
    expect(asked[0]?.text).toContain(dogWalk.sentence);
  });

  it('takes a yes by one tap in a browser without JavaScript', async () => {
    const helper = await at.visitor({ javaScript: false, keyboardAlone: true });
    await helper.open(linkIn(asked[0]!, 'antwoord'));
    await helper.onPage('Truus vraagt u: wilt u vandaag de hond uitlaten?');
    expect(tells(await helper.page.content())).toEqual([]);
    await helper.press('Ja, ik help');
    await helper.onPage('U zei ja. Dank u wel!');
    expect(tells(await helper.page.content())).toEqual([]);
  });

  it('changes both other screens without reload', async () => {
    await watcher.sees('Er is al een buur gevonden');
    const confirm = asker.page.getByRole('heading', { name: /^Is het goed dat .+ komt\?$/ });
    await confirm.waitFor();
    helperName = /Is het goed dat (.+) komt\?/.exec(await confirm.innerText())?.[1] ?? '';
    expect(helperName).not.toBe('');
    expect([await isMarked(watcher), await isMarked(asker)]).toEqual([true, true]);
  });

  it('makes the agreement when the asker says yes too', async () => {
    await asker.press('Ja, dat is goed');
    await asker.sees(`${helperName} komt u helpen`);
    expect(await asker.text()).not.toContain('Is het goed dat');
    // To be read as well: on a computer nothing rings, and on paper nothing can be pressed.
    await asker.sees(new RegExp(`^Telefoon van ${helperName}: 000 - `));
  });

  it('shows the address to the winner, after signing in', async () => {
    const winner = await at.visitor();
    await signIn(at, winner, asked[0]!.to, `/afspraken/${id}`);
    await winner.onPage('U helpt Truus');
    await winner.sees('Zet in mijn agenda');
    await comesToTell(winner, `${dogWalk.address}, ${dogWalk.neighbourhood}`);
    await onPaper(winner);
  });

  it('offers a late neighbour to stand in, and no address', async () => {
    const late = await at.visitor({ javaScript: false, keyboardAlone: true });
    await late.open(linkIn(asked[1]!, 'antwoord'));
    await late.onPage('Er is al een buur gevonden');
    await late.press('Ja, zet mij als reserve');
    await late.onPage('U bent reserve. Dank u wel!');
    expect(tells(await late.page.content())).toEqual([]);
    const signedIn = await at.visitor();
    await signIn(at, signedIn, asked[1]!.to, `/afspraken/${id}`);
    await signedIn.sees('U bent reserve');
    expect(tells(await signedIn.text())).toEqual([]);
  });

  it('is not there for a stranger', async () => {
    const stranger = await at.visitor();
    expect(await stranger.status(`/v1/help-requests/${id}`)).toBe(401);
    await signIn(at, stranger, 'lariks@voorbeeld.invalid', '/vragen');
    await stranger.onPage('Mijn vragen');
    expect(await stranger.status(`/v1/help-requests/${id}`)).toBe(404);
    expect(await asker.status(`/v1/help-requests/${id}`)).toBe(200);
  });

  it('gave no browser a reason to complain', () => {
    expect(at.complaints()).toEqual([]);
  });
});
