import { categories, urgencies, type Category, type Urgency } from '@app/contracts/http/vocabulary.js';
import { MINUTE } from '@app/domain/kernel/time.js';
import { ofAskers } from './asker-letters.testing.js';
import { ofCircle } from './circle-letters.testing.js';
import { ofGathering } from './gathering-letters.testing.js';
import { otherReturned, returnedReply } from './reply-letters.testing.js';
import type { AnySample } from './sample.testing.js';
import type { TemplateData, TemplateName } from './template-data.js';

/** Tuesday 24 November 2026, 14:10 in Leusden. */
export const now = Date.parse('2026-11-24T13:10:00Z');
const host = 'https://leusden.example';

/** What every letter about a request is given. */
function facts(category: Category = 'walk-dog', urgency: Urgency = 'acute') {
  return {
    now,
    language: 'nl' as const,
    municipalityName: 'Leusden',
    isExample: true,
    settingsUrl: `${host}/profiel?van=mail&wat=stoppen`,
    category,
    urgency,
    window:
      urgency === 'acute'
        ? { from: now, until: Date.parse('2026-11-24T15:00:00Z') }
        : { from: Date.parse('2026-11-26T11:00:00Z'), until: Date.parse('2026-11-26T17:00:00Z') },
    expectedMinutes: 20,
    neighbourhoodName: 'Rossenberg',
    caller: null,
    owner: { organisation: 'Wijkvereniging Rossenberg', givenName: 'Marja', phone: '033 - 000 00 00' },
  };
}

const code: TemplateData['sign-in-code'] = {
  now,
  language: 'nl',
  municipalityName: 'Leusden',
  isExample: true,
  settingsUrl: null,
  code: '123456',
  minutes: 10,
  confirmsRequest: true,
};

const roleGiven: TemplateData['role-given'] = {
  now,
  language: 'nl',
  municipalityName: 'Leusden',
  isExample: true,
  settingsUrl: null,
  role: 'coordinator',
  organisation: 'Wijkvereniging Rossenberg',
  signInUrl: `${host}/inloggen`,
};

const memberInvited: TemplateData['member-invitation'] = {
  language: 'nl',
  now,
  municipalityName: 'Leusden',
  isExample: true,
  settingsUrl: null,
  organisation: 'Wijkvereniging Rossenberg',
  willingUrl: `${host}/bereid`,
};

const inactive: TemplateData['inactivity-notice'] = {
  now,
  language: 'nl',
  municipalityName: 'Leusden',
  isExample: true,
  settingsUrl: null,
  signInUrl: `${host}/inloggen`,
};

/** Letters about an agreement that stands. */
function later(base: ReturnType<typeof facts>) {
  return {
    ...ofCircle(base),
    ...ofGathering(base),
    'message-waiting': { ...base, otherGivenName: 'Anja', conversationUrl: `${host}/afspraken/1`, replyTo: null },
    thanked: { ...base, senderGivenName: 'Anja', words: 'Boef kwispelt nog.', agreementUrl: `${host}/afspraken/1` },
    reminder: {
      ...base,
      reader: 'helper' as const,
      otherGivenName: 'Anja',
      agreementUrl: `${host}/afspraken/1`,
      withdrawUrl: `${host}/afzeggen/token`,
    },
  } satisfies Partial<TemplateData>;
}

/** Letters about what a coordinator decided. */
function decided({ now: at, language, municipalityName, isExample, settingsUrl }: ReturnType<typeof facts>) {
  const own = {
    now: at,
    language,
    municipalityName,
    isExample,
    settingsUrl,
    desk: { organisation: 'Huiskamer van Leusden', givenName: 'Els', phone: '033 - 000 00 02' },
  };
  const frame = { ...own, measuresUrl: `${host}/maatregelen` };
  return {
    'sanction-imposed': {
      ...frame,
      kind: 'pause',
      explanation: 'U kwam 2 keer niet.',
      until: at + 14 * 24 * 60 * MINUTE,
    },
    'appeal-decided': { ...frame, granted: true, answer: 'U was ziek. Dat wisten wij niet.' },
    'question-moved': { ...own, ownerName: 'Het welzijnswerk', questionsUrl: `${host}/mijn-vragen-aan-het-loket` },
    'question-answered': {
      ...own,
      ownerName: 'Huiskamer van Leusden',
      answer: 'U kunt terecht bij de Huiskamer, elke dinsdag.',
      questionsUrl: `${host}/mijn-vragen-aan-het-loket`,
    },
    ...returnedReply(own),
    'sanction-lifted': { ...frame, explanation: 'Wij spraken elkaar. Het is goed zo.' },
    'vog-ending': {
      ...own,
      endsOn: at + 60 * 24 * 60 * MINUTE,
      isOver: false,
      organisation: 'Wijkvereniging Rossenberg',
      trustUrl: `${host}/gegevens/vertrouwen`,
    },
  } satisfies Partial<TemplateData>;
}

/** A coordinator writes to somebody willing. */
function invited({
  now: at,
  municipalityName,
  isExample,
  owner,
}: ReturnType<typeof facts>): TemplateData['invitation'] {
  const stopUrl = `${host}/geen-uitnodigingen/token`;
  return {
    language: 'nl',
    now: at,
    municipalityName,
    isExample,
    settingsUrl: stopUrl,
    segment: 'never-asked',
    coordinatorGivenName: 'Marja',
    words: 'Ik hoop u te zien.',
    sender: owner,
    smallTasks: [{ category: 'walk-dog', minutes: 20 }],
    boardUrl: `${host}/hulpvragen`,
    stopUrl,
  };
}

/** To who works at an organisation. */
function atWork({ language, now: at, municipalityName, isExample, settingsUrl }: ReturnType<typeof facts>) {
  const frame = { language, now: at, municipalityName, isExample, settingsUrl };
  return {
    'work-waits': {
      ...frame,
      counts: [
        { kind: 'unfilled', count: 2 },
        { kind: 'report', count: 1 },
      ],
      workUrl: `${host}/werklijst`,
      stopUrl: `${host}/werklijst/afwezig`,
    },
  } satisfies Partial<TemplateData>;
}

/** What comes from an organisation, and what its people get. */
function fromOrganisers(base: ReturnType<typeof facts>) {
  return { ...decided(base), ...atWork(base) };
}

/** Each letter as it is when all goes well. */
export function samples(category: Category = 'walk-dog', urgency: Urgency = 'acute'): TemplateData {
  const base = facts(category, urgency);
  const agreement = { ...base, askerGivenName: 'Anja', agreementUrl: `${host}/afspraken/1` };
  const calendar = { acceptanceId: '0198c5b2-0000-7000-8000-000000000001', calendarSequence: 3 };
  return {
    ask: {
      ...base,
      askerGivenName: 'Anja',
      summary: 'Boef moet even naar buiten.',
      reasons: ['U woont in de buurt.', "U koos 'hond uitlaten'."],
      answerUrl: `${host}/antwoord/token`,
      expiresAt: now + 15 * MINUTE,
      pauseUrl: `${host}/pauze/token`,
    },
    'ask-closed': { ...base, why: 'filled', boardUrl: `${host}/hulpvragen` },
    'asker-has-helper': {
      ...base,
      helperGivenName: 'Jan',
      insteadOf: null,
      requestUrl: `${host}/vragen/1`,
      confirmUrl: `${host}/bevestigen/token`,
      autoConfirmed: false,
    },
    'helper-accepted': agreement,
    'helper-confirmed': { ...agreement, ...calendar },
    'helper-cancelled': { ...agreement, ...calendar, wasConfirmed: true },
    'helper-withdrew': { ...base, helperGivenName: 'Jan', requestUrl: `${host}/vragen/1` },
    'helper-promoted': agreement,
    'asker-escalated': { ...base, level: 1, reason: 'clock', requestUrl: `${host}/vragen/1` },
    'owner-escalated': { ...base, level: 1, reason: 'clock', workUrl: `${host}/werklijst` },
    'asker-expired': {
      ...base,
      requestUrl: `${host}/vragen/1`,
      ownText: 'Kom gerust binnen in het wijkhuis.',
      alternatives: [
        { name: 'Lariks', description: 'hulp en advies', phone: '033 - 000 00 01', url: `${host}/wegwijzer/lariks` },
        { name: 'De Huiskamer', description: 'loop binnen op werkdagen', phone: null, url: null },
      ],
    },
    'outcome-asked': { ...base, reader: 'asker', otherGivenName: 'Jan', outcomeUrl: `${host}/afloop/token` },
    ...later(base),
    'thank-you': { ...base, reader: 'helper', otherGivenName: 'Anja', homeUrl: `${host}/` },
    ...fromOrganisers(base),
    invitation: invited(base),
    'sign-in-code': code,
    'inactivity-notice': inactive,
    'role-given': roleGiven,
    'member-invitation': memberInvited,
  };
}

function pairs(data: TemplateData): AnySample[] {
  return (Object.keys(data) as TemplateName[]).map((template) => ({ template, data: data[template] }) as AnySample);
}

/** Every letter for every kind of help and urgency, and in each way that it can turn out. */
export function everyLetter(): AnySample[] {
  const all = categories.flatMap((category) => urgencies.flatMap((urgency) => pairs(samples(category, urgency))));
  const one = samples();
  return [
    ...all,
    { template: 'ask', data: { ...one.ask, summary: null, reasons: [], pauseUrl: null, askerGivenName: '' } },
    { template: 'ask-closed', data: { ...one['ask-closed'], why: 'cancelled' } },
    { template: 'ask-closed', data: { ...one['ask-closed'], why: 'expired' } },
    ...ofAskers(one),
    { template: 'reminder', data: { ...one.reminder, reader: 'asker', otherGivenName: null, withdrawUrl: null } },
    {
      template: 'sanction-imposed',
      data: { ...one['sanction-imposed'], kind: 'removal', until: null, measuresUrl: null },
    },
    { template: 'sanction-imposed', data: { ...one['sanction-imposed'], kind: 'warning', until: null } },
    { template: 'sanction-imposed', data: { ...one['sanction-imposed'], kind: 'no-asking', until: null } },
    { template: 'sanction-imposed', data: { ...one['sanction-imposed'], kind: 'no-helping' } },
    { template: 'appeal-decided', data: { ...one['appeal-decided'], granted: false } },
    { template: 'vog-ending', data: { ...one['vog-ending'], isOver: true } },
    ...(['asked-and-silent', 'helped-once', 'resting'] as const).map((segment): AnySample => ({
      template: 'invitation',
      data: { ...one.invitation, segment, words: '', coordinatorGivenName: '', smallTasks: [] },
    })),
    { template: 'message-waiting', data: { ...one['message-waiting'], replyTo: 'antwoord+token@leusden.example' } },
    ...otherReturned(one['reply-returned']).map((data): AnySample => ({ template: 'reply-returned', data })),
    { template: 'work-waits', data: { ...one['work-waits'], counts: [{ kind: 'vog', count: 1 }] } },
    { template: 'circle-unfilled', data: { ...one['circle-unfilled'], reader: 'caregiver' } },
    { template: 'circle-left-out', data: { ...one['circle-left-out'], caregiverGivenName: '' } },
    { template: 'helper-cancelled', data: { ...one['helper-cancelled'], wasConfirmed: false } },
    { template: 'helper-withdrew', data: { ...one['helper-withdrew'], helperGivenName: '' } },
    { template: 'asker-escalated', data: { ...one['asker-escalated'], level: 2, reason: 'nobody-reachable' } },
    { template: 'owner-escalated', data: { ...one['owner-escalated'], level: 2, reason: 'nobody-reachable' } },
    { template: 'asker-expired', data: { ...one['asker-expired'], alternatives: [], ownText: null } },
    { template: 'outcome-asked', data: { ...one['outcome-asked'], reader: 'helper', otherGivenName: null } },
    { template: 'outcome-asked', data: { ...one['outcome-asked'], reader: 'asker', otherGivenName: null } },
    { template: 'thank-you', data: { ...one['thank-you'], reader: 'asker', otherGivenName: null } },
    { template: 'sign-in-code', data: { ...one['sign-in-code'], confirmsRequest: false, isExample: false } },
  ];
}
