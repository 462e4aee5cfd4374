import type { Instant } from '../kernel/time.js';

/** Facts about one person who may help. */
export type PersonFactKind = 'joined' | 'willing' | 'paused' | 'asked' | 'helped' | 'left';

/** Facts about one request for help. */
export type CaseFactKind = 'case-opened' | 'case-asked' | 'case-yes' | 'case-no' | 'case-ended';

/** Facts about one question to the desk. */
export type QuestionFactKind = 'question-asked' | 'question-moved' | 'question-signal' | 'question-ended';

/** Facts about the turns of one circle in one quarter. */
export type CircleFactKind = 'circle-turn';

/** Facts about the dates of one gathering in one quarter. */
export type GatheringFactKind = 'gathering-date';

/** How a request ended. `expired-untold`: somebody said yes, but nobody told how it went. */
export const endings = ['helped', 'not-helped', 'cancelled', 'expired-unfilled', 'expired-untold'] as const;
export type Ending = (typeof endings)[number];

/** One thing that happened, as an id and codes: never a word, a name or an address. */
export interface Fact {
  /** The same fact told twice has the same id. */
  readonly id: string;
  /**
   * The person (by a made-up id), the request or the question it belongs to, or one circle or gathering in one quarter (by a
   * made-up id);
   * facts of one history are counted together.
   */
  readonly historyId: string;
  readonly kind: PersonFactKind | CaseFactKind | QuestionFactKind | CircleFactKind | GatheringFactKind;
  readonly at: Instant;
  /**
   * Local calendar day of `at`, YYYY-MM-DD, or of a gathering the day it was on: it decides the quarter, also when the fact is
   * heard of late.
   */
  readonly day: string;
  /** Where it counts: the home of the person, or the place of the request; empty when unknown. */
  readonly districtCode: string;
  readonly organisationId: string;
  /**
   * `willing`: already or not-yet; `paused`: the last day of the pause, or empty; `helped`: yes, or no when that was
   * corrected; `case-opened`: the urgency; `case-ended`: the ending; `question-moved`: to whom; `question-signal`: yes, or no
   * when that was taken back; `question-ended`: answered
   * or withdrawn; `circle-turn`: who came; `gathering-date`: what became of it, of which the last told counts.
   */
  readonly code: string;
  /** `case-opened`: the category; `helped`: the request; `question-ended`: the theme; `gathering-date`: the kind. */
  readonly detail: string;
  /** 1, or -1 for an ask that was taken back; `gathering-date`: how many people came. */
  readonly amount: number;
}

/** Facts in the order in which they happened, each once, whatever the order they were heard in. */
export function inOrder(facts: readonly Fact[]): readonly Fact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return [...byId.values()].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
