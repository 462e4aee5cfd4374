import type { WorkKind } from '@app/contracts/http/work-items.js';
import type { LetterFrame, RequestLetter } from './frame.js';

/** To the person who takes over: nothing that leads to the asker. */
export interface OwnerEscalatedData extends RequestLetter {
  readonly level: 1 | 2;
  readonly reason: 'clock' | 'nobody-reachable';
  /** The request on the work list. */
  readonly workUrl: string;
}

/** To an organiser: how much waits, and nothing of anybody. */
export interface WorkWaitsData extends LetterFrame {
  readonly counts: readonly { readonly kind: WorkKind; readonly count: number }[];
  readonly workUrl: string;
  readonly stopUrl: string;
}

/** To somebody who was given a role. */
export interface RoleGivenData extends LetterFrame {
  readonly role: 'coordinator' | 'desk' | 'monitor' | 'administrator';
  readonly organisation: string;
  readonly signInUrl: string;
}
