import { MINUTES_PER_DAY } from '../kernel/local-time.js';

/** Local minutes of the day between which a person is left alone; `untilMinute` itself is no longer quiet. */
export interface QuietHours {
  readonly fromMinute: number;
  /** Earlier than `fromMinute` when the night is between them; equal means no quiet hours. */
  readonly untilMinute: number;
}

/** Whether this local minute is quiet. */
export function isQuiet(minuteOfDay: number, quietHours: QuietHours): boolean {
  const length = minutesFrom(quietHours.fromMinute, quietHours.untilMinute);
  return minutesFrom(quietHours.fromMinute, minuteOfDay) < length;
}

/** Minutes of local clock until a message is welcome again; 0 when it is now. */
export function minutesUntilQuietEnds(minuteOfDay: number, quietHours: QuietHours): number {
  return isQuiet(minuteOfDay, quietHours) ? minutesFrom(minuteOfDay, quietHours.untilMinute) : 0;
}

function minutesFrom(start: number, end: number): number {
  return (((end - start) % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}
