import type { Language } from '@app/contracts/http/vocabulary.js';
import { answerPage, type AnswerPageData } from './answer-page.js';
import { alreadyTakenPage, answeredNoPage, answeredYesPage, waitlistedPage } from './answered-pages.js';
import { confirmedPage, confirmHelpersPage, nothingToConfirmPage } from './confirm-pages.js';
import { linkGonePage } from './link-gone-page.js';
import { mailboxPage } from './mailbox-page.js';
import type { WhyNotData } from './why-not-form.js';
import { outcomePage, outcomeThanksPage } from './outcome-pages.js';
import type { PageOwner } from './page-parts.js';
import { invitationsPage } from './invitations-page.js';
import { pausedPage, pausePage } from './pause-pages.js';
import { problemPage } from './problem-page.js';
import type { PageFrame } from './render-page.js';
import { telephonePage } from './telephone-page.js';

const whyNot: WhyNotData = {
  reason: null,
  helpText: 'de hond uitlaten',
  offersCategory: true,
  onlyCategory: false,
  pausedUntilText: null,
  days: { first: '2026-11-25', last: '2027-11-24' },
};

export const frame: PageFrame = { municipalityName: 'Leusden', isExample: true, language: 'nl' };
export const owner: PageOwner = {
  kind: 'association',
  organisation: 'Wijkvereniging Rossenberg (voorbeeld)',
  givenName: 'Marja (voorbeeld)',
  phone: '033 123 45 67',
};
export const ask: AnswerPageData = {
  askerGivenName: 'Anja',
  question: 'Anja vraagt u: wilt u vandaag de hond uitlaten?',
  urgencyText: 'Vandaag, met spoed',
  whenText: 'Vandaag tussen 15:00 en 16:00 uur',
  durationText: 'Ongeveer 20 minuten',
  whereText: 'Buurt Rossenberg',
  summary: 'Mijn man kan niet alleen zijn en Bas moet eruit.',
  reasons: ['U woont in de buurt.', "U koos 'hond uitlaten'.", 'U kunt op dinsdagmiddag.'],
  answerByText: '14:25 uur',
  owner,
  pausePath: '/pauze/AAAAAAAAAAAAAAAAAAAAAA',
};
const help = { helpTitle: 'De hond uitlaten', whenText: 'Vandaag tussen 15:00 en 16:00 uur', owner };
const yes = { ...help, askerGivenName: 'Anja', agreementPath: '/afspraken/1' };
export const confirm = { ...help, requestPath: '/vragen/1', helperNames: ['Jan'], asksAddress: true, seenKey: 'a b' };
const mail = {
  id: 2,
  to: 'jan@voorbeeld.invalid',
  subject: 'Anja vraagt u: wilt u vandaag de hond uitlaten?',
  receivedText: '14:12 uur',
};
const mails = [mail, { ...mail, id: 1, to: 'anja@voorbeeld.invalid', subject: 'Uw code is 123456' }];
const mailText = 'Dag Jan,\n\nZeg ja of nee:\nhttp://localhost:3000/antwoord/AAAA.\n\nWat: de hond uitlaten';

/** Every page there is in several languages, in each of its states, by a name. */
export const galleryIn = (language: Language): Readonly<Record<string, string>> => ({
  ...aboutAsking({ ...frame, language }),
  ...afterwards({ ...frame, language }),
});

const aboutAsking = (at: PageFrame) => ({
  answer: answerPage(at, ask),
  'answer-late': answerPage(at, { ...ask, answerByText: null, urgencyText: null, summary: '', pausePath: null }),
  'answer-fault': answerPage(at, { ...ask, fault: 'Kies ja of nee.' }),
  'yes-matched': answeredYesPage(at, { ...yes, status: 'matched' }),
  'yes-confirmed': answeredYesPage(at, { ...yes, status: 'confirmed' }),
  waitlisted: waitlistedPage(at, { agreementPath: '/afspraken/1' }),
  no: answeredNoPage(at, { pausePath: ask.pausePath, whyNot }),
  'no-not-now': answeredNoPage(at, { pausePath: null, whyNot: { ...whyNot, reason: 'not-now' } }),
  'no-not-my-thing': answeredNoPage(at, { pausePath: null, whyNot: { ...whyNot, reason: 'not-my-thing' } }),
  'no-only-kind': answeredNoPage(at, {
    pausePath: null,
    whyNot: { ...whyNot, reason: 'not-my-thing', onlyCategory: true },
  }),
  'no-kind-off': answeredNoPage(at, {
    pausePath: null,
    whyNot: { ...whyNot, reason: 'not-my-thing', offersCategory: false },
  }),
  'no-later': answeredNoPage(at, {
    pausePath: null,
    whyNot: { ...whyNot, reason: 'later', pausedUntilText: 'dinsdag 1 december' },
  }),
  'no-fault': answeredNoPage(at, { pausePath: null, whyNot: { ...whyNot, fault: 'Kies een dag.' } }),
  taken: alreadyTakenPage(at),
  telephone: telephonePage(at, [owner, { ...owner, kind: 'desk' }]),
  gone: linkGonePage(at, { reason: 'unknown', next: 'board' }),
  'gone-over': linkGonePage(at, { reason: 'over', next: 'my-requests', dayText: 'dinsdag 24 november' }),
  'gone-cancelled': linkGonePage(at, { reason: 'cancelled', next: 'agreements' }),
  'gone-withdrawn': linkGonePage(at, { reason: 'withdrawn', next: 'settings' }),
  confirm: confirmHelpersPage(at, { ...confirm, asksAddress: false }),
  'confirm-address': confirmHelpersPage(at, confirm),
  'confirm-fault': confirmHelpersPage(at, {
    ...confirm,
    helperNames: ['Jan', 'Fatma'],
    fault: { text: 'Vul uw adres in, bijvoorbeeld Dorpsstraat 1', ofAddress: true, address: '' },
  }),
  'confirm-changed': confirmHelpersPage(at, {
    ...confirm,
    fault: { text: 'Er is net iets veranderd. Kijk wie u nu wil helpen.', ofAddress: false, address: 'Kerkpad 3' },
  }),
  confirmed: confirmedPage(at, { ...confirm, helperNames: ['Jan', 'Fatma'] }),
  'nothing-to-confirm': nothingToConfirmPage(at, confirm),
});

const afterwards = (at: PageFrame) => ({
  outcome: outcomePage(at, { ...help, reader: 'asker', others: 'Jan' }),
  'outcome-helper': outcomePage(at, { ...help, reader: 'helper', others: '', fault: 'Kies ja of nee.' }),
  'outcome-thanks': outcomeThanksPage(at, {
    againPath: '/vragen/1',
    reader: 'asker',
    helped: true,
    thank: { state: 'open' },
    others: 'Jan',
    owner,
  }),
  'outcome-sorry': outcomeThanksPage(at, {
    thank: { state: null },
    againPath: null,
    reader: 'asker',
    helped: false,
    others: 'Jan',
    owner,
  }),
  'outcome-helper-thanks': outcomeThanksPage(at, {
    thank: { state: 'given' },
    againPath: null,
    reader: 'helper',
    helped: true,
    others: 'Anja',
    owner,
  }),
  pause: pausePage(at, { pausedUntilText: null }),
  'pause-running': pausePage(at, { pausedUntilText: 'dinsdag 1 december', fault: 'Kies hoe lang.' }),
  paused: pausedPage(at, { pausedUntilText: 'dinsdag 1 december' }),
  resumed: pausedPage(at, { pausedUntilText: null }),
  invitations: invitationsPage(at, 'asks'),
  'invitations-off': invitationsPage(at, 'off'),
  'invitations-on': invitationsPage(at, 'on'),
  problem: problemPage(
    {
      type: 'urn:zorgzame-buurten:problem:store-unavailable',
      status: 503,
      title: 'Wij kunnen nu even niet bij onze gegevens',
      detail: '',
      code: 'store-unavailable',
      instance: '0199',
    },
    { ...at, municipalityName: '', isExample: false },
  ),
});

const { language: _none, ...dutchOnly } = frame;

/** Every page there is, in Dutch. */
export const gallery: Readonly<Record<string, string>> = {
  ...galleryIn('nl'),
  mailbox: mailboxPage(dutchOnly, {
    messages: mails,
    recipients: mails.map(({ to }) => to),
    to: null,
    open: null,
    tried: null,
  }),
  'mailbox-open': mailboxPage(dutchOnly, {
    messages: mails,
    recipients: mails.map(({ to }) => to),
    to: mail.to,
    open: { ...mail, text: mailText, attachmentNames: ['afspraak.ics'], mayReply: false },
    tried: null,
  }),
  ...Object.fromEntries(
    ([null, 'empty', 'refused', 'sent'] as const).map((tried) => [
      tried === null ? 'mailbox-reply' : `mailbox-reply-${tried}`,
      mailboxPage(dutchOnly, {
        messages: mails,
        recipients: mails.map(({ to }) => to),
        to: null,
        open: { ...mail, text: mailText, attachmentNames: [], mayReply: true },
        tried,
      }),
    ]),
  ),
  'mailbox-empty': mailboxPage(dutchOnly, { messages: [], recipients: [], to: null, open: null, tried: null }),
};
