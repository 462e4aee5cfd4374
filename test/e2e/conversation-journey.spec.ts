import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { askAsGuest, dogWalk, signIn } from './ask-wizard.js';
import { comesTo } from './comes-to.js';
import { Demonstration, linkIn } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let asker: Visitor;
let helper: Visitor;
let id: string;

const field = (visitor: Visitor) => visitor.page.getByLabel('Uw bericht');
const messages = (visitor: Visitor) => visitor.page.getByRole('log', { name: 'Berichten' }).getByRole('listitem');

/** Keeps the live connection of a visitor closed until told, as on a slow telephone. Must come before the first page. */
async function holdBackLive({ page }: Visitor): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.routeWebSocket(/\/realtime/, async (socket) => {
    await released;
    socket.connectToServer();
  });
  return release;
}

/** Waits until the server has sent a hint of this name to a visitor whose page opens after this call. */
function hintSent({ page }: Visitor, name: string): Promise<void> {
  return new Promise((resolve) => {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        if (payload.toString().includes(name)) resolve();
      });
    });
  });
}

async function say(visitor: Visitor, words: string): Promise<void> {
  await field(visitor).fill(words);
  await visitor.press('Verstuur');
}

beforeAll(async () => {
  at = await Demonstration.start();
  [asker, helper] = await Promise.all([
    at.visitor({ width: 320, keyboardAlone: true }),
    at.visitor({ keyboardAlone: true }),
  ]);
  const goLive = await holdBackLive(helper);
  id = await askAsGuest(at, asker);
  const [mail] = await at.awaitMails(({ text }) => text.includes('/antwoord/') && text.includes(dogWalk.sentence));
  await helper.open(linkIn(mail!, 'antwoord'));
  await helper.press('Ja, ik help');
  await signIn(at, helper, mail!.to, `/afspraken/${id}`);
  await helper.sees('U zei ja. Fijn!');
  const hinted = hintSent(asker, 'help-request.changed');
  await asker.open(`/vragen/${id}`);
  await asker.press(/^Ja, dat is goed|mag komen/);
  await hinted;
  goLive();
  await helper.onPage('U helpt Truus');
});
afterAll(() => at.stop());

describe('two neighbours with an agreement', () => {
  it('write to each other live, and see what was read', async () => {
    await say(helper, 'Ik ben er om drie uur.');
    await asker.sees('Ik ben er om drie uur.');
    await helper.sees(/gelezen$/);
    await say(asker, '<b>Fijn</b>\nDe riem hangt bij de deur.');
    expect(await helper.sees('De riem hangt bij de deur.')).toContain('<b>Fijn</b>');
    await comesTo(() => messages(helper).count(), 2);
    expect(await helper.sees(/verdwijnen 30 dagen/)).toContain('Alleen u en uw buur lezen dit.');
  });

  it('is accessible at 320 pixels and in the dark, with words in it', async () => {
    const inspection = { name: 'afspraak-gesprek', title: 'U helpt Truus', shows: 'De riem hangt', inTheDark: true };
    expect(await faultsOf(helper, inspection)).toEqual([]);
    expect(await faultsOf(asker, { name: 'vraag-gesprek', title: 'Uw vraag', shows: 'De riem hangt' })).toEqual([]);
  });

  it('are told what is missing, with the focus on it', async () => {
    await helper.press('Verstuur');
    await helper.sees('Schrijf eerst een bericht');
    await comesTo(() => field(helper).evaluate((element) => element === document.activeElement), true);
    await comesTo(() => field(helper).getAttribute('aria-invalid'), 'true');
  });

  it('are told honestly that nothing was sent without internet, and keep their words', async () => {
    const before = await messages(asker).count();
    await helper.page.context().setOffline(true);
    await say(helper, 'Ik neem de lange route.');
    await helper.sees('Uw bericht is niet verstuurd.');
    await comesTo(() => field(helper).inputValue(), 'Ik neem de lange route.');
    expect(
      await faultsOf(helper, { name: 'gesprek-geen-internet', title: 'U helpt Truus', shows: 'niet verstuurd' }),
    ).toEqual([]);
    await helper.page.context().setOffline(false);
    await helper.press('Verstuur opnieuw');
    await asker.sees('Ik neem de lange route.');
    await comesTo(() => messages(asker).count(), before + 1);
    await comesTo(() => field(helper).inputValue(), '');
  });

  it('can be written with the keyboard alone', async () => {
    await field(asker).focus();
    await asker.page.keyboard.type('Dank u wel');
    await asker.page.keyboard.press('Tab');
    await asker.page.keyboard.press('Enter');
    expect(await helper.sees('Dank u wel')).toBe('Dank u wel');
  });

  it('keeps the words from everybody else', async () => {
    const stranger = await at.visitor();
    await signIn(at, stranger, 'lariks@voorbeeld.invalid', '/vragen');
    await stranger.onPage('Mijn vragen');
    const seen = await helper.page.evaluate(async (request) => {
      const answer = await fetch(`/v1/help-requests/${request}`);
      return ((await answer.json()) as { participation: { acceptanceId: string } }).participation.acceptanceId;
    }, id);
    expect(await stranger.status(`/v1/conversations/${seen}`)).toBe(404);
    expect(await asker.status(`/v1/conversations/${seen}`)).toBe(200);
  });

  it('goes on by mail: an answer to the mail about a message appears live for the other', async () => {
    await helper.open('/demo');
    const before = await at.lastMail();
    await say(asker, 'Komt u ook langs de bakker?');
    await asker.sees('Komt u ook langs de bakker?');
    await at.passHours(0.02);
    const [mail] = await at.awaitMails((one) => one.id > before && one.subject.startsWith('U heeft een nieuw bericht'));
    await helper.open(`/demo?id=${mail!.id}`);
    const answer = helper.page.getByLabel('Antwoord op deze mail');
    await helper.press('Verstuur het antwoord');
    await helper.sees('Schrijf eerst een antwoord.');
    const inspection = {
      name: 'mailbox-antwoord',
      title: /voorbeeld/,
      shows: 'Schrijf eerst een antwoord',
      inTheDark: true,
    };
    expect(await faultsOf(helper, inspection)).toEqual([]);
    await answer.focus();
    await helper.page.keyboard.type('Ja, dat doe ik.');
    await helper.page.keyboard.press('Tab');
    await helper.page.keyboard.press('Enter');
    await helper.sees('Uw antwoord is verstuurd');
    await asker.sees('Ja, dat doe ik.');
    const last = messages(asker).last();
    expect(await last.innerText()).toMatch(/per e-mail$/);
    expect(await last.innerText()).not.toContain('schreef Zorgzame Buurten');
    expect(await faultsOf(asker, { name: 'vraag-per-mail', title: 'Uw vraag', shows: 'per e-mail' })).toEqual([]);
  });

  it('gave no browser a reason to complain', () => {
    expect(at.complaints()).toEqual([]);
  });
});
