import type { DayPart } from '../kernel/vocabulary.js';

/** The part of the day as people call it: morning from 6, afternoon from 12, evening from 18, night from 23. */
export function dayPartOf(minuteOfDay: number): DayPart {
  const hour = Math.floor(minuteOfDay / 60);
  if (hour >= 6 && hour < 12) return 'morning';
  if (hour >= 12 && hour < 18) return 'afternoon';
  if (hour >= 18 && hour < 23) return 'evening';
  return 'night';
}
