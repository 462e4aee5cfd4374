import type {
  GatheringDateView,
  GatheringSummary,
  GatheringView,
  ManagedGathering,
  ManagedGatheringDate,
} from '@app/contracts/http/gathering-shapes.js';
import { MINUTE } from '@app/domain/kernel/time.js';
import { rhythmOf } from '@app/features/circles/index.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import type { GatheringDateRow, GatheringRow } from './gathering.rows.js';
import { isFull } from './visit.policy.js';

/** Names around a gathering, as the lists of places have them. */
export interface Around {
  readonly neighbourhoodName: string;
  readonly organisationName: string;
}

/** How many people this visitor brings, by the id of the date; a date that is absent they do not come to. */
export type OwnVisits = ReadonlyMap<string, number>;

function publicFields(row: GatheringRow, { neighbourhoodName, organisationName }: Around) {
  const { id, kind, title, place, neighbourhoodCode, forWhom, rule } = row;
  return {
    id,
    kind,
    title,
    place,
    neighbourhoodCode,
    neighbourhoodName,
    forWhom,
    organisationName,
    everyWeeks: rule === null ? null : rhythmOf(rule).everyWeeks,
  };
}

function dateView({ seats }: GatheringRow, date: GatheringDateRow, own: OwnVisits): GatheringDateView {
  const extra = own.get(date.id);
  return {
    id: date.id,
    startsAt: date.startsAt.toISOString(),
    endsAt: date.endsAt.toISOString(),
    status: date.status,
    full: isFull(seats, date.expected),
    mine: extra === undefined ? null : { extra },
  };
}

/** A gathering in a list, with its next date. */
export function presentSummary(
  row: GatheringRow,
  around: Around,
  next: GatheringDateRow,
  own: OwnVisits,
): GatheringSummary {
  return { ...publicFields(row, around), next: dateView(row, next, own) };
}

/** A gathering as everybody sees it, with what the reader said of each date. */
export function presentGathering(
  row: GatheringRow,
  around: Around & Pick<GatheringView, 'contact'>,
  dates: readonly GatheringDateRow[],
  own: OwnVisits,
): GatheringView {
  const { givenName, phone } = around.contact;
  return {
    ...publicFields(row, around),
    words: row.words,
    seats: row.seats,
    contact: { givenName, phone },
    dates: dates.map((date) => dateView(row, date, own)),
  };
}

/** A gathering as who organises it sees it. @param dates at least one */
export function presentManaged(
  row: GatheringRow,
  around: Around,
  dates: readonly GatheringDateRow[],
  now: number,
): ManagedGathering {
  const last = dates.at(-1);
  if (!last) throw new Error('A gathering has dates');
  const { minuteOfDay } = localMoment(last.startsAt.getTime());
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    ...publicFields(row, around),
    associationId: row.associationId,
    words: row.words,
    seats: row.seats,
    time: `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`,
    minutes: Math.round((last.endsAt.getTime() - last.startsAt.getTime()) / MINUTE),
    ended: !dates.some((date) => isComing(date, now)),
    dates: dates.map((date) => managedDate(date, now)),
  };
}

function isComing({ status, startsAt }: GatheringDateRow, now: number): boolean {
  return status === 'planned' && startsAt.getTime() > now;
}

function managedDate(date: GatheringDateRow, now: number): ManagedGatheringDate {
  const { id, startsAt, endsAt, status, expected, outcome, came } = date;
  const coming = isComing(date, now);
  return {
    id,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    status,
    expected,
    outcome,
    came,
    actions: status === 'cancelled' ? [] : coming ? ['cancel'] : ['note'],
  };
}
