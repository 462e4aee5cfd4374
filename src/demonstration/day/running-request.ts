import type { PlayedRequest } from './played-request.js';

/** A request of the day and what has become of it so far. */
export class RunningRequest {
  /** Identifier the service gave it. */
  id = '';
  /** Session of whoever may decide about it. */
  session = '';
  /** Minute at which neighbours could first be asked. */
  openedAt = Number.POSITIVE_INFINITY;
  /** Path from the mail that says that a neighbour wants to help. */
  confirmPath: string | undefined;
  /** How many neighbours were asked. */
  asked = 0;
  /** Minutes from opening to each yes that counted. */
  readonly yesAfter: number[] = [];
  /** Whether it worked out; undefined until somebody tells. */
  helped: boolean | undefined;

  constructor(
    readonly plan: PlayedRequest,
    /** Address of whoever decides about it, in lower case. */
    readonly askerEmail: string,
  ) {}
}
