import { organisations } from '../leusden/organisations.js';
import type { WantedCampaign } from './lived-year.js';
import type { Placing } from './placing.js';

/** What a letter is assumed to be worth, as in the twin's own measurement. */
const logits = 0.5;

/** Who wrote to whom in the year, and how many days ago it began: some are measured, one is still writing. */
const campaigns = [
  ['zet', 'asked-and-silent', 110],
  ['ruige-veld', 'asked-and-silent', 80],
  ['rossenberg', 'asked-and-silent', 60],
  ['alandsbeek', 'asked-and-silent', 50],
  ['hamersveld', 'asked-and-silent', 6],
] as const satisfies readonly (readonly [string, WantedCampaign['segment'], number])[];

/** @param lastDay whole days of the year before today; a campaign from before it is left out */
export function campaignsOf(placing: Placing, lastDay: number): readonly WantedCampaign[] {
  return campaigns.flatMap(([key, segment, daysAgo]): WantedCampaign[] => {
    const codes = organisations.find((one) => one.key === key)?.neighbourhoodCodes ?? [];
    const of = (who: number, area: number): boolean => codes.includes(placing.placeOf(area, who));
    return daysAgo < lastDay ? [{ key, segment, startDay: lastDay - daysAgo, logits, of }] : [];
  });
}
