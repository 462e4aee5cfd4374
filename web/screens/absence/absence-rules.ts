import type { FormError } from '../../parts/error-summary.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { dayAfter, daysBetween, instantOf } from '../../time/amsterdam.js';

const MOST_DAYS = 91;

/** As it is filled in: a colleague and two days, YYYY-MM-DD; empty where nothing is chosen. */
export interface AbsenceDraft {
  readonly deputyId: string;
  readonly from: string;
  readonly until: string;
}

/** From the first midnight to the one after the last day, by the clock on the wall. */
export function spanOf({ from, until }: Pick<AbsenceDraft, 'from' | 'until'>): { from: string; until: string } {
  const iso = (day: string): string => new Date(instantOf({ day, time: '00:00' })).toISOString();
  return { from: iso(from), until: iso(dayAfter(until, 1)) };
}

export function faultsIn({ deputyId, from, until }: AbsenceDraft): FormError[] {
  const faults: FormError[] = [];
  if (deputyId === '') faults.push({ field: 'deputyId', message: nlOrganisers.absence.errors.deputyId });
  if (from === '') faults.push({ field: 'from', message: nlOrganisers.absence.errors.from });
  const days = from === '' || until === '' ? 0 : daysBetween(from, until);
  if (until === '' || days < 0 || days >= MOST_DAYS)
    faults.push({ field: 'until', message: nlOrganisers.absence.errors.until });
  return faults;
}
