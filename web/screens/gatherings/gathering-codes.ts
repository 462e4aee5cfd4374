import type { GatheringAudience, GatheringKind } from '@app/contracts/http/gathering-shapes.js';
import type { GatheringDraft } from './gathering-draft.js';

/** Codes of the contract, written out and checked by the compiler, so that the bundle need not carry the schemas. */
const kinds: Record<GatheringKind, true> = {
  coffee: true,
  'caregiver-cafe': true,
  'young-adults': true,
  meal: true,
  walk: true,
  other: true,
};
export const gatheringKinds = Object.keys(kinds) as GatheringKind[];

const audiences: Record<GatheringAudience, true> = { everybody: true, caregivers: true, 'young-adults': true };
export const gatheringAudiences = Object.keys(audiences) as GatheringAudience[];

/** Weeks between two dates of what repeats. */
export const gatheringRhythms = [1, 2, 4] as const satisfies readonly GatheringDraft['everyWeeks'][];
