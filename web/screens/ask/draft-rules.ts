import type { Fault } from '@app/contracts/errors/problem.js';
import { t } from '../../messages/texts.js';
import type { FormError } from '../../parts/error-summary.js';
import { looksLikeEmail, looksLikePhone } from '../../session/contact-rules.js';
import { instantOf, wallTimeOf } from '../../time/amsterdam.js';
import { clockTime } from '../../time/time-texts.js';
import { firstTimeOf, isWeeklyTime, weeklyOf } from './weekly.js';
import { fieldsOf, partHours, steps, type Draft, type PostedBody, type Step } from './draft.js';

/** Who asks: a signed-in person needs no contact details. */
export interface Asker {
  readonly signedIn: boolean;
}

const MINUTE = 60_000;

function isPast(day: string, time: string, now: number): boolean {
  return instantOf({ day, time }) <= now;
}

function whatErrors(draft: Draft): FormError[] {
  const errors: FormError[] = [];
  if (draft.category === '') errors.push({ field: 'category', message: t.ask.errors.category });
  const length = draft.summary.trim().length;
  if (length === 0) errors.push({ field: 'summary', message: t.ask.errors.summary });
  if (length > 500) errors.push({ field: 'summary', message: t.ask.errors.summaryLong });
  return errors;
}

function whenErrors(draft: Draft, now: number): FormError[] {
  const errors: FormError[] = [];
  if (draft.urgency === '') errors.push({ field: 'urgency', message: t.ask.errors.urgency });
  if (draft.urgency === 'acute') {
    const today = wallTimeOf(now).day;
    if (!/^\d\d:\d\d$/.test(draft.latest)) errors.push({ field: 'latest', message: t.ask.errors.latest });
    else if (isPast(today, draft.latest, now)) {
      errors.push({ field: 'latest', message: t.ask.errors.latestPast(clockTime(now)) });
    }
    if (draft.addressAtOnce === '') errors.push({ field: 'addressAtOnce', message: t.ask.errors.atOnce });
  }
  if (draft.urgency === 'planned') {
    if (draft.day === '') errors.push({ field: 'day', message: t.ask.errors.day });
    if (draft.part === '') errors.push({ field: 'part', message: t.ask.errors.part });
    else if (draft.day !== '' && isPast(draft.day, partHours[draft.part].until, now)) {
      errors.push({ field: 'part', message: t.ask.errors.partPast });
    }
  }
  if (draft.urgency === 'weekly') {
    const { days, time } = t.circles.plan.errors;
    if (draft.weekdays.length === 0) errors.push({ field: 'weekdays', message: days });
    if (!isWeeklyTime(draft.time)) errors.push({ field: 'time', message: time });
  }
  return errors;
}

/** An address is needed now when a neighbour may see it at once. */
export function needsAddress(draft: Draft): boolean {
  return draft.urgency === 'acute' && draft.addressAtOnce === 'yes';
}

function whereErrors(draft: Draft): FormError[] {
  const errors: FormError[] = [];
  if (draft.neighbourhoodCode === '') errors.push({ field: 'neighbourhoodCode', message: t.ask.errors.neighbourhood });
  const length = draft.address.trim().length;
  if (length === 0 && needsAddress(draft)) errors.push({ field: 'address', message: t.ask.errors.address });
  if (length > 200) errors.push({ field: 'address', message: t.ask.errors.addressLong });
  return errors;
}

function relativeErrors(draft: Draft): FormError[] {
  if (draft.forWhom === 'me') return [];
  const errors: FormError[] = [];
  const name = draft.relativeName.trim();
  if (name === '' || name.length > 60) errors.push({ field: 'relativeName', message: t.ask.errors.relativeName });
  if (!draft.consent) errors.push({ field: 'consent', message: t.ask.errors.consent });
  return errors;
}

function whoErrors(draft: Draft, asker: Asker): FormError[] {
  const errors = relativeErrors(draft);
  if (!asker.signedIn) {
    if (draft.givenName.trim() === '') errors.push({ field: 'givenName', message: t.ask.errors.givenName });
    if (draft.familyName.trim().length > 80) errors.push({ field: 'familyName', message: t.ask.errors.familyName });
    if (!looksLikeEmail(draft.email)) errors.push({ field: 'email', message: t.ask.errors.email });
    if (draft.phone.trim() !== '' && !looksLikePhone(draft.phone)) {
      errors.push({ field: 'phone', message: t.ask.errors.phone });
    }
  }
  return errors;
}

/** Everything that still has to be corrected on one step. */
export function stepErrors(step: Step, draft: Draft, now: number, asker: Asker): readonly FormError[] {
  switch (step) {
    case 'wat':
      return whatErrors(draft);
    case 'wanneer':
      return whenErrors(draft, now);
    case 'waar':
      return whereErrors(draft);
    case 'hoe-lang':
      return draft.minutes === '' ? [{ field: 'minutes', message: t.ask.errors.minutes }] : [];
    case 'wie':
      return whoErrors(draft, asker);
  }
}

/** The step a person may be on: the asked one, or the first before it that is not finished. */
export function allowedStep(asked: Step, draft: Draft, now: number, asker: Asker): Step {
  const before = steps.slice(0, steps.indexOf(asked));
  return before.find((step) => stepErrors(step, draft, now, asker).length > 0) ?? asked;
}

/** The time in which help is needed, as instants. */
export function windowOf(draft: Draft, now: number): { from: string; until: string } {
  const iso = (instant: number): string => new Date(instant).toISOString();
  if (draft.urgency === 'weekly') {
    const { from, until } = firstTimeOf(draft, Number(draft.minutes), now);
    return { from: iso(from), until: iso(until) };
  }
  if (draft.urgency === 'acute' || draft.part === '') {
    return { from: iso(now), until: iso(instantOf({ day: wallTimeOf(now).day, time: draft.latest })) };
  }
  const hours = partHours[draft.part];
  const start = instantOf({ day: draft.day, time: hours.from });
  return { from: iso(Math.max(start, now + MINUTE)), until: iso(instantOf({ day: draft.day, time: hours.until })) };
}

/** What is sent. Only a finished draft has a body. */
export function bodyOf(draft: Draft, now: number, asker: Asker): PostedBody | undefined {
  if (draft.category === '' || draft.urgency === '') return undefined;
  const address = draft.address.trim();
  const familyName = draft.familyName.trim();
  const weekly = draft.urgency === 'weekly' ? weeklyOf(draft, now) : undefined;
  return {
    category: draft.category,
    urgency: draft.urgency === 'acute' ? 'acute' : 'planned',
    summary: draft.summary.trim(),
    window: windowOf(draft, now),
    expectedMinutes: Number(draft.minutes),
    neighbourhoodCode: draft.neighbourhoodCode,
    helpersNeeded: weekly === undefined ? Number(draft.helpers) : 1,
    autoConfirm: needsAddress(draft),
    ...(weekly === undefined ? {} : { weekly }),
    ...(address === '' ? {} : { address }),
    ...(draft.forWhom === 'me'
      ? {}
      : {
          onBehalfOf: {
            givenName: draft.relativeName.trim(),
            relation: 'relative' as const,
            consentStated: draft.consent,
          },
        }),
    ...(asker.signedIn
      ? draft.sameNeighbourAs === ''
        ? {}
        : { sameNeighbourAs: draft.sameNeighbourAs }
      : {
          contact: {
            givenName: draft.givenName.trim(),
            email: draft.email.trim(),
            ...(familyName === '' ? {} : { familyName }),
          },
        }),
  };
}

const fieldOfPath: readonly (readonly [string, keyof Draft])[] = [
  ['/category', 'category'],
  ['/summary', 'summary'],
  ['/urgency', 'urgency'],
  ['/neighbourhoodCode', 'neighbourhoodCode'],
  ['/address', 'address'],
  ['/expectedMinutes', 'minutes'],
  ['/helpersNeeded', 'helpers'],
  ['/onBehalfOf', 'relativeName'],
  ['/contact/givenName', 'givenName'],
  ['/contact/familyName', 'familyName'],
  ['/contact/email', 'email'],
];

/** Where a fault of the moment is shown. */
const whenFields = { acute: 'latest', planned: 'part', weekly: 'time' } as const;

const texts: Partial<Record<keyof Draft, string>> = {
  category: t.ask.errors.category,
  summary: t.ask.errors.summary,
  urgency: t.ask.errors.urgency,
  neighbourhoodCode: t.ask.errors.neighbourhood,
  address: t.ask.errors.address,
  minutes: t.ask.errors.minutes,
  relativeName: t.ask.errors.relativeName,
  givenName: t.ask.errors.givenName,
  familyName: t.ask.errors.familyName,
  email: t.ask.errors.email,
};

/** Turns the faults the server found into messages at our own fields, with the step to go to. */
export function errorsFromServer(
  faults: readonly Fault[],
  draft: Draft,
): { step: Step; errors: readonly FormError[] } | undefined {
  const found = new Map<keyof Draft, string>();
  for (const { path } of faults) {
    const whenField = whenFields[draft.urgency === '' ? 'planned' : draft.urgency];
    const field =
      path.startsWith('/window') || path.startsWith('/weekly')
        ? whenField
        : fieldOfPath.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1];
    if (field === undefined) continue;
    found.set(field, texts[field] ?? t.problems.byCode['window-in-past'] ?? t.problems.general);
  }
  const step = steps.find((name) => fieldsOf[name].some((field) => found.has(field)));
  if (step === undefined) return undefined;
  const errors = fieldsOf[step].flatMap((field) => {
    const message = found.get(field);
    return message === undefined ? [] : [{ field, message }];
  });
  return { step, errors };
}
