import type { Language } from '@app/contracts/http/vocabulary.js';
import { answerPage, type AnswerPageData } from './answer-page.js';
import { alreadyTakenPage, answeredNoPage, answeredYesPage, waitlistedPage } from './answered-pages.js';
import { confirmedPage, confirmHelpersPage, nothingToConfirmPage } from './confirm-pages.js';
import { linkGonePage } from './link-gone-page.js';
import { mailboxPage } from './mailbox-page.js';
import { outcomePage, outcomeThanksPage } from './outcome-pages.js';
import type { PageOwner } from './page-parts.js';
import { invitationsPage } from './invitations-page.js';
import { pausedPage, pausePage } from './pause-pages.js';
import { problemPage } from './problem-page.js';
import type { PageFrame } from './render-page.js';

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
export const galleryIn = (language: Language): Readonly<Record<string, string>> => pagesOf({ ...frame, language });

const pagesOf = (frame: PageFrame) => ({
  answer: answerPage(frame, ask),
  'answer-late': answerPage(frame, { ...ask, answerByText: null, urgencyText: null, summary: '', pausePath: null }),
  'answer-fault': answerPage(frame, { ...ask, fault: 'Kies ja of nee.' }),
  'yes-matched': answeredYesPage(frame, { ...yes, status: 'matched' }),
  'yes-confirmed': answeredYesPage(frame, { ...yes, status: 'confirmed' }),
  waitlisted: waitlistedPage(frame, { agreementPath: '/afspraken/1' }),
  no: answeredNoPage(frame, { pausePath: ask.pausePath }),
  taken: alreadyTakenPage(frame),
  gone: linkGonePage(frame, { reason: 'unknown', next: 'board' }),
  'gone-over': linkGonePage(frame, { reason: 'over', next: 'my-requests', dayText: 'dinsdag 24 november' }),
  'gone-cancelled': linkGonePage(frame, { reason: 'cancelled', next: 'agreements' }),
  'gone-withdrawn': linkGonePage(frame, { reason: 'withdrawn', next: 'settings' }),
  confirm: confirmHelpersPage(frame, { ...confirm, asksAddress: false }),
  'confirm-address': confirmHelpersPage(frame, confirm),
  'confirm-fault': confirmHelpersPage(frame, {
    ...confirm,
    helperNames: ['Jan', 'Fatma'],
    fault: { text: 'Vul uw adres in, bijvoorbeeld Dorpsstraat 1', ofAddress: true, address: '' },
  }),
  'confirm-changed': confirmHelpersPage(frame, {
    ...confirm,
    fault: { text: 'Er is net iets veranderd. Kijk wie u nu wil helpen.', ofAddress: false, address: 'Kerkpad 3' },
  }),
  confirmed: confirmedPage(frame, { ...confirm, helperNames: ['Jan', 'Fatma'] }),
  'nothing-to-confirm': nothingToConfirmPage(frame, confirm),
  outcome: outcomePage(frame, { ...help, reader: 'asker', others: 'Jan' }),
  'outcome-helper': outcomePage(frame, { ...help, reader: 'helper', others: '', fault: 'Kies ja of nee.' }),
  'outcome-thanks': outcomeThanksPage(frame, {
    reader: 'asker',
    helped: true,
    thank: { state: 'open' },
    others: 'Jan',
    owner,
  }),
  'outcome-sorry': outcomeThanksPage(frame, {
    thank: { state: null },
    reader: 'asker',
    helped: false,
    others: 'Jan',
    owner,
  }),
  'outcome-helper-thanks': outcomeThanksPage(frame, {
    thank: { state: 'given' },
    reader: 'helper',
    helped: true,
    others: 'Anja',
    owner,
  }),
  pause: pausePage(frame, { pausedUntilText: null }),
  'pause-running': pausePage(frame, { pausedUntilText: 'dinsdag 1 december', fault: 'Kies hoe lang.' }),
  paused: pausedPage(frame, { pausedUntilText: 'dinsdag 1 december' }),
  resumed: pausedPage(frame, { pausedUntilText: null }),
  invitations: invitationsPage(frame, 'asks'),
  'invitations-off': invitationsPage(frame, 'off'),
  'invitations-on': invitationsPage(frame, 'on'),
  problem: problemPage(
    {
      type: 'urn:zorgzame-buurten:problem:store-unavailable',
      status: 503,
      title: 'Wij kunnen nu even niet bij onze gegevens',
      detail: '',
      code: 'store-unavailable',
      instance: '0199',
    },
    { ...frame, municipalityName: '', isExample: false },
  ),
});

const { language: _none, ...dutchOnly } = frame;

/** Every page there is, in Dutch. */
export const gallery: Readonly<Record<string, string>> = {
  ...galleryIn('nl'),
  mailbox: mailboxPage(dutchOnly, { messages: mails, recipients: mails.map(({ to }) => to), to: null, open: null }),
  'mailbox-open': mailboxPage(dutchOnly, {
    messages: mails,
    recipients: mails.map(({ to }) => to),
    to: mail.to,
    open: { ...mail, text: mailText, attachmentNames: ['afspraak.ics'] },
  }),
  'mailbox-empty': mailboxPage(dutchOnly, { messages: [], recipients: [], to: null, open: null }),
};
