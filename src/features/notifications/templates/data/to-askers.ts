import type { RequestLetter } from './frame.js';

/** To the asker: a neighbour said yes. */
export interface AskerHasHelperData extends RequestLetter {
  readonly helperGivenName: string;
  /** Whose place this neighbour took, as a reserve who was ready; null when nobody withdrew. */
  readonly insteadOf: string | null;
  readonly requestUrl: string;
  /** One tap to confirm; null when nothing needs to be confirmed. */
  readonly confirmUrl: string | null;
  /** The asker allowed it beforehand, so that the neighbour has the address already. */
  readonly autoConfirmed: boolean;
}

/** To the asker: the neighbour cannot come after all. */
export interface HelperWithdrewData extends RequestLetter {
  readonly helperGivenName: string;
  readonly requestUrl: string;
}

/** To the asker: a person takes over. */
export interface AskerEscalatedData extends RequestLetter {
  readonly level: 1 | 2;
  readonly reason: 'clock' | 'nobody-reachable';
  readonly requestUrl: string;
}

/** Another road to help, for whom no neighbour was found. */
export interface Alternative {
  readonly name: string;
  /** What it is, in a few words. */
  readonly description: string;
  readonly phone: string | null;
  readonly url: string | null;
}

/** To the asker: the time is over and nobody came. */
export interface AskerExpiredData extends RequestLetter {
  readonly alternatives: readonly Alternative[];
  /** What the association itself says to whoever found nobody. */
  readonly ownText: string | null;
  readonly requestUrl: string;
}
