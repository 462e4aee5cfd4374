import type { ManagedGatheringDate } from '@app/contracts/http/gathering-shapes.js';
import { sorted } from '../../parts/sorted.js';

/** Dates as an organiser looks for them. */
export interface ManagedDates {
  /** The next first. One that was cancelled stays until its day, so that it can be seen that it is off. */
  readonly coming: readonly ManagedGatheringDate[];
  /** The latest first; those of which nobody noted how many came are asked about elsewhere. */
  readonly before: readonly ManagedGatheringDate[];
}

export function managedDates(dates: readonly ManagedGatheringDate[], now: number): ManagedDates {
  const isComing = ({ actions, status, startsAt }: ManagedGatheringDate): boolean =>
    actions.includes('cancel') || (status === 'cancelled' && Date.parse(startsAt) > now);
  const isTold = ({ outcome, status }: ManagedGatheringDate): boolean => outcome !== null || status === 'cancelled';
  const startOf = ({ startsAt }: ManagedGatheringDate): number => Date.parse(startsAt);
  return {
    coming: sorted(dates.filter(isComing), (a, b) => startOf(a) - startOf(b)),
    before: sorted(
      dates.filter((date) => !isComing(date) && isTold(date)),
      (a, b) => startOf(b) - startOf(a),
    ),
  };
}
