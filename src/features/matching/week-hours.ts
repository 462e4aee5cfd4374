import { MINUTES_PER_DAY } from '@app/domain/kernel/local-time.js';
import type { LocalSegment } from './local-segments.js';

/** Pieces of a week by the day they are on: at index 0 those of Monday; a piece that is not there begins after it ends. */
export interface WeekHours {
  readonly from: readonly number[];
  readonly until: readonly number[];
}

const noPiece = { fromMinute: MINUTES_PER_DAY, untilMinute: 0 };

/**
 * A window as at most two pieces a weekday, in the form in which the database compares them with availability: longer
 * than a week is every day whole, and else a weekday comes twice only at the two ends.
 */
export function weekHours(segments: readonly LocalSegment[]): readonly [first: WeekHours, second: WeekHours] {
  const days = Array.from({ length: 7 }, (_, index) => piecesOn(segments.filter(({ day }) => day === index + 1)));
  const take = (piece: 0 | 1): WeekHours => ({
    from: days.map((pieces) => (pieces[piece] ?? noPiece).fromMinute),
    until: days.map((pieces) => (pieces[piece] ?? noPiece).untilMinute),
  });
  return [take(0), take(1)];
}

function piecesOn(segments: readonly LocalSegment[]): readonly Pick<LocalSegment, 'fromMinute' | 'untilMinute'>[] {
  const whole = segments.find(({ fromMinute, untilMinute }) => fromMinute === 0 && untilMinute === MINUTES_PER_DAY);
  return whole ? [whole] : segments;
}
