import type { PostHelpRequestBody } from '@app/contracts/http/help-request-shapes.js';
import type { Category, DayPart, Urgency, Weekday } from '@app/contracts/http/vocabulary.js';

export type PlannedPart = Exclude<DayPart, 'night'>;

/** A request as it is being filled in. Empty text means: not answered yet. */
export interface Draft {
  /** An earlier request, whose neighbour is asked first; empty for any neighbour. */
  readonly sameNeighbourAs: string;
  readonly category: Category | '';
  readonly summary: string;
  readonly urgency: Urgency | 'weekly' | '';
  /** Latest time today, `16:00`. */
  readonly latest: string;
  /** May a neighbour we know see the address at once? */
  readonly addressAtOnce: 'yes' | 'no' | '';
  /** `2026-11-25` */
  readonly day: string;
  readonly part: PlannedPart | '';
  /** Days of the week on which it comes back. */
  readonly weekdays: readonly Weekday[];
  /** `10:00` */
  readonly time: string;
  readonly weeks: string;
  readonly neighbourhoodCode: string;
  readonly address: string;
  readonly minutes: string;
  readonly helpers: string;
  /** For the asker, or for a relative. */
  readonly forWhom: 'me' | 'relative';
  readonly relativeName: string;
  /** The relative knows of it and agrees. */
  readonly consent: boolean;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
}

/** One attempt to send: the same content is sent again under the same key, however often it is tried. */
export interface Attempt {
  readonly key: string;
  readonly body: PostedBody;
}
export type PostedBody = Omit<PostHelpRequestBody, 'helpersNeeded' | 'requiredTrust' | 'autoConfirm'> &
  Partial<Pick<PostHelpRequestBody, 'helpersNeeded' | 'autoConfirm'>>;

export const emptyDraft: Draft = {
  sameNeighbourAs: '',
  category: '',
  summary: '',
  urgency: '',
  latest: '',
  addressAtOnce: '',
  day: '',
  part: '',
  weekdays: [],
  time: '',
  weeks: '13',
  neighbourhoodCode: '',
  address: '',
  minutes: '30',
  helpers: '1',
  forWhom: 'me',
  relativeName: '',
  consent: false,
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
};

export const steps = ['wat', 'wanneer', 'waar', 'hoe-lang', 'wie'] as const;
export type Step = (typeof steps)[number];

/** The fields of each step, in the order in which they stand on the screen. */
export const fieldsOf: Record<Step, readonly (keyof Draft)[]> = {
  wat: ['category', 'summary'],
  wanneer: ['urgency', 'latest', 'addressAtOnce', 'day', 'part', 'weekdays', 'time', 'weeks'],
  waar: ['neighbourhoodCode', 'address'],
  'hoe-lang': ['minutes', 'helpers'],
  wie: ['forWhom', 'relativeName', 'consent', 'givenName', 'familyName', 'email', 'phone'],
};

/** Hours of a day part, on the wall. */
export const partHours: Record<PlannedPart, { from: string; until: string }> = {
  morning: { from: '08:00', until: '12:00' },
  afternoon: { from: '12:00', until: '18:00' },
  evening: { from: '18:00', until: '21:00' },
};
