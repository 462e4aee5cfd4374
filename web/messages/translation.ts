import type { nl } from './nl.js';

/** Parts of a subject that only organisers read. */
interface OfOrganisers {
  readonly reports: 'list';
  readonly safety: 'reveal' | 'flags';
  readonly request: 'coordinatorView';
  readonly trust: 'organiser';
}

/**
 * Every text that residents read. Each language has an object of this type beside the Dutch one, so that a text
 * that is missing in a language fails the build.
 */
export type Translation = {
  readonly [Subject in keyof typeof nl]: Subject extends keyof OfOrganisers
    ? Omit<(typeof nl)[Subject], OfOrganisers[Subject]>
    : (typeof nl)[Subject];
};
