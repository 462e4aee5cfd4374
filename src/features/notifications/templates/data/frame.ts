import type { Category, Language, Urgency } from '@app/contracts/http/vocabulary.js';
import type { Instant } from '@app/domain/kernel/time.js';

/** What every letter needs to know. */
export interface LetterFrame {
  /** What the reader reads. */
  readonly language: Language;
  /** For words like "vandaag", by the database clock. */
  readonly now: Instant;
  readonly municipalityName: string;
  /** True where names and requests are invented: a banner says so. */
  readonly isExample: boolean;
  /** Where the reader stops or changes messages; null for who has no account yet. */
  readonly settingsUrl: string | null;
}

/** The person who looks after a request, and how to call that person. */
export interface OwnerCard {
  readonly organisation: string;
  readonly givenName: string;
  readonly phone: string;
}

/** The help itself, without anything that leads to a person. */
export interface RequestFacts {
  readonly category: Category;
  readonly urgency: Urgency;
  readonly window: { readonly from: Instant; readonly until: Instant };
  readonly expectedMinutes: number;
  readonly neighbourhoodName: string;
  readonly owner: OwnerCard;
}

/** A letter about one request. */
export interface RequestLetter extends LetterFrame, RequestFacts {
  /** First name of who asked by telephone or through a doctor, when the reader is the organiser who took it down. */
  readonly caller: string | null;
}
