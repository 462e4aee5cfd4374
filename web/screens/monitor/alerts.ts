import type { Participation } from '@app/contracts/http/participation.js';
import { quarterLater, type Quarter } from '@app/domain/participation/quarter.js';
import { amountIn, fillOf, shareOf } from './figures.js';

/** Something that somebody should look at. The numbers are those that are shown, so that an alert tells no more than they. */
export type MonitorAlert =
  | { readonly kind: 'fill-drops'; readonly place: string; readonly before: number; readonly now: number }
  | { readonly kind: 'over-asked'; readonly place: string; readonly share: number };

/** A fall of so much of the share that is helped, between two quarters. */
const fall = 0.1;
/** Of fewer requests a share says more of chance than of the area. */
const fewestRequests = 20;
/** Part of the people asked that was asked ten times or more in a quarter. */
const tooMany = 0.1;

/** What stands out in a quarter, by district and for all of them together. */
export function alertsOf(view: Participation, quarter: Quarter): readonly MonitorAlert[] {
  const places = [{ code: null, name: view.municipality.name }, ...view.districts];
  return places.flatMap(({ code, name }) => [
    ...fillDrop(view, quarter, code, name),
    ...overAsked(view, quarter, code, name),
  ]);
}

function fillDrop(view: Participation, quarter: Quarter, district: string | null, place: string): MonitorAlert[] {
  const earlier = quarterLater(quarter, -1);
  const enough = [quarter, earlier].every(
    (at) => (amountIn(view.cells, { quarter: at, district, measure: 'requests' }) ?? 0) >= fewestRequests,
  );
  const [now, before] = [fillOf(view, quarter, district), fillOf(view, earlier, district)];
  if (!enough || now === null || before === null || before - now < fall) return [];
  return [{ kind: 'fill-drops', place, before, now }];
}

function overAsked(view: Participation, quarter: Quarter, district: string | null, place: string): MonitorAlert[] {
  const at = { quarter, district, measure: 'people-asked' };
  const share = shareOf(amountIn(view.cells, { ...at, bucket: '10-up' }), amountIn(view.cells, at));
  return share === null || share < tooMany ? [] : [{ kind: 'over-asked', place, share }];
}
