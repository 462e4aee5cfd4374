import type { LivedArea, WantedSpell } from './lived-year.js';

/**
 * A flu goes round, and has not ended: so long ago it began. People are less ready everywhere, and most is asked for in a
 * village where few people live who can help. Assumed, so that whoever watches the figures has something to see.
 */
const flu = {
  daysAgo: 50,
  town: { logits: -0.7, requests: 1.1 },
  village: { district: 'WK032703', requests: 1.8 },
};

/** The hard times of the year. @param lastDay whole days of the year before today */
export function spellsOf(areas: readonly LivedArea[], lastDay: number): readonly WantedSpell[] {
  const when = { fromDay: lastDay - flu.daysAgo, untilDay: lastDay + 1 };
  if (when.fromDay <= 0) return [];
  const { district, requests } = flu.village;
  return [
    { ...when, ...flu.town, of: () => true },
    { ...when, logits: 0, requests, of: (area) => areas[area]?.district === district },
  ];
}
