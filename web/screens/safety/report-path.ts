import type { Encounter } from '@app/contracts/http/blocks.js';

/** Address of the page that reports whom somebody met there. */
export function reportPath({ helpRequestId, acceptanceId, askId }: Encounter): string {
  const query = new URLSearchParams();
  if (helpRequestId !== undefined) query.set('vraag', helpRequestId);
  if (acceptanceId !== undefined) query.set('wie', acceptanceId);
  if (askId !== undefined) query.set('gevraagd', askId);
  return `/melden?${query.toString()}`;
}
