/** Every reason why a command on a help request does nothing. */
export type HelpRequestRefusal =
  /** No such request, or the person has no part in it. */
  | 'not-found'
  | 'already-posted'
  | 'window-in-past'
  | 'own-request'
  | 'not-open'
  | 'trust-too-low'
  | 'too-many-agreements'
  | 'already-matched'
  | 'nothing-to-confirm'
  | 'address-required'
  | 'stale-version'
  /** Nobody said yes, so there is nothing that can have worked out. */
  | 'nobody-accepted'
  | 'not-active-any-more';
