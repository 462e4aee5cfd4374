import type { HelperProfileBody } from '@app/contracts/http/asks.js';
import { t } from '../../messages/texts.js';
import type { SummaryRow } from '../../parts/summary-list.js';
import { places } from '../../places/places.js';
import { capital } from '../../time/time-texts.js';
import { halves, offeredParts, slotsOf, type Slot } from '../willing/willing-form.js';
import { settingsOf, type Part } from './help-settings.js';

/** The chosen parts of the week as one line. */
function freeTimeText(availability: HelperProfileBody['availability']): string {
  if (availability.length === 0) return t.myHelp.always;
  const slots = slotsOf(availability);
  const lines = halves.flatMap((half) => {
    const chosen = offeredParts.filter((part) => slots.includes(`${half}-${part}` satisfies Slot));
    if (chosen.length === 0) return [];
    return [t.myHelp.slot(t.willing.when[half], chosen.map((part) => t.time.dayParts[part]).join(', '))];
  });
  return lines.length === 0 ? t.myHelp.ownHours : lines.join('. ');
}

const hrefOf = (part: Part): string => `/mijn-hulp/${part}`;

/** Every answer of a profile in words, with the way to change it. */
export function helpSummary(profile: HelperProfileBody): readonly SummaryRow[] {
  const { rows } = t.myHelp;
  const settings = settingsOf(profile);
  const home = places.value?.neighbourhoods.find(({ code }) => code === profile.neighbourhoodCode)?.name ?? '';
  const row = (label: string, value: string, part: Part): SummaryRow => ({ label, value, href: hrefOf(part) });
  return [
    row(rows.where, home, 'waar'),
    row(rows.far, t.willing.distances[profile.maxDistance], 'waar'),
    row(rows.what, capital(profile.categories.map((code) => t.categories.names[code].willing).join(', ')), 'wat'),
    row(rows.when, freeTimeText(profile.availability), 'wanneer'),
    row(rows.acute, profile.acute ? t.myHelp.acuteYes : t.myHelp.acuteNo, 'wanneer'),
    row(rows.whileAsking, settings.helpsWhileAsking ? t.myHelp.whileAskingYes : t.myHelp.whileAskingNo, 'wanneer'),
    row(rows.budget, t.myHelp.budget(settings.weeklyAskBudget), 'hoe-vaak'),
    row(rows.again, settings.againAtOnce ? t.myHelp.againYes : t.myHelp.againNo, 'hoe-vaak'),
    row(rows.quiet, t.myHelp.quietValue(settings.quietFrom, settings.quietUntil), 'hoe-vaak'),
    row(rows.channels, settings.channels.map((channel) => t.myHelp.channels[channel]).join(', '), 'bereiken'),
  ];
}
