import type { Instant } from '@app/domain/kernel/time.js';
import type { RequestLetter } from './frame.js';

/** To a neighbour: will you help? */
export interface AskData extends RequestLetter {
  readonly askerGivenName: string;
  /** The asker's own sentence; null when it has had its time. */
  readonly summary: string | null;
  /** Why this neighbour, as sentences. */
  readonly reasons: readonly string[];
  /** The one-tap page. */
  readonly answerUrl: string;
  readonly expiresAt: Instant;
  readonly pauseUrl: string | null;
}

/** To a neighbour who was asked: it is no longer needed. */
export interface AskClosedData extends RequestLetter {
  readonly why: 'filled' | 'cancelled' | 'expired';
  readonly boardUrl: string;
}

/** To the neighbour whose yes has an agreement, or waits for one. */
export interface AgreementData extends RequestLetter {
  readonly askerGivenName: string;
  /** My agreement: the address stands there, never in a letter. */
  readonly agreementUrl: string;
}

/** With the appointment for a calendar. */
export interface HelperConfirmedData extends AgreementData {
  /** Keeps the appointment the same one in every letter about it. */
  readonly acceptanceId: string;
  /** How often the appointment changed, from 0. */
  readonly calendarSequence: number;
}

/** To the neighbour who said yes: the help is not needed any more. */
export interface HelperCancelledData extends HelperConfirmedData {
  /** True when the appointment may stand in a calendar already. */
  readonly wasConfirmed: boolean;
}
