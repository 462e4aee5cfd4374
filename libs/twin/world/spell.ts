import { DAY, type Instant } from '../../domain/kernel/time.js';
import { START } from '../calendar.js';

/** A hard time in a part of the town, as of a flu: more is asked for, and people are less ready to help. */
export interface Spell {
  readonly fromDay: number;
  /** The first day on which it is over. */
  readonly untilDay: number;
  /** How much readier it makes people, in logits; below 0 for a hard time. */
  readonly logits: number;
  /** So many times as many requests as on an ordinary day; 1 or more. */
  readonly requests: number;
  /** Whether an area has it. */
  readonly of: (area: number) => boolean;
}

/** How many times as many requests as ordinarily an area has at a moment. */
export function timesAsMany(spells: readonly Spell[], area: number, at: Instant): number {
  return spellsAt(spells, area, at).reduce((times, { requests }) => times * requests, 1);
}

/** By how many logits people of an area are readier than ordinarily at a moment. */
export function readinessIn(spells: readonly Spell[], area: number, at: Instant): number {
  return spellsAt(spells, area, at).reduce((sum, { logits }) => sum + logits, 0);
}

function spellsAt(spells: readonly Spell[], area: number, at: Instant): readonly Spell[] {
  const day = (at - START) / DAY;
  return spells.filter(({ fromDay, untilDay, of }) => day >= fromDay && day < untilDay && of(area));
}
