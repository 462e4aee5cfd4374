import type { Weekday } from '@app/contracts/http/vocabulary.js';
import { t } from '../messages/texts.js';

interface Rule {
  readonly days: readonly Weekday[];
  readonly time: string;
  readonly everyWeeks?: number;
}

/** `Elke week op dinsdag en vrijdag om 10:00 uur` */
export function ruleText({ everyWeeks = 1, days, time }: Rule): string {
  const { rhythms, and, rule } = t.circles.plan;
  const rhythm = rhythms[everyWeeks === 2 || everyWeeks === 4 ? everyWeeks : 1];
  const names = days.map((day) => t.time.weekdays[day]);
  const last = names.at(-1) ?? '';
  return rule(rhythm, names.length > 1 ? `${names.slice(0, -1).join(', ')} ${and} ${last}` : last, time);
}
