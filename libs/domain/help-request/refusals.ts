/** Every reason why a command on a help request does nothing. */
export const helpRequestRefusals = [
  'not-found',
  'already-posted',
  'window-in-past',
  'own-request',
  'not-open',
  'trust-too-low',
  'too-many-agreements',
  'already-matched',
  'nothing-to-confirm',
  'address-required',
  'stale-version',
  'nobody-accepted',
  'not-active-any-more',
] as const;
export type HelpRequestRefusal = (typeof helpRequestRefusals)[number];
