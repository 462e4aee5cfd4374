import { DAY, HOUR, MINUTE } from '../kernel/time.js';
import { inOrder, type Fact } from './fact.js';
import type { Figure, Measure } from './figure.js';
import { quarterOf } from './quarter.js';

/**
 * What one request adds to the figures. All of it counts in the quarter, and at the place, where neighbours could be
 * asked first: a share of a quarter's requests is then never a share of something else.
 */
export function countCase(facts: readonly Fact[]): readonly Figure[] {
  const history = inOrder(facts);
  const opened = history.find(({ kind }) => kind === 'case-opened');
  if (!opened) return [];
  const figure = (measure: Measure, bucket = '', amount = 1): Figure => ({
    quarter: quarterOf(opened.day),
    districtCode: opened.districtCode,
    organisationId: opened.organisationId,
    measure,
    bucket,
    amount,
  });
  const ended = history.findLast(({ kind }) => kind === 'case-ended')?.code ?? 'running';
  const yes = history.find(({ kind }) => kind === 'case-yes');
  const asks = history.reduce((sum, { kind, amount }) => (kind === 'case-asked' ? sum + amount : sum), 0);
  return [
    figure('requests', ended),
    figure('requests-by-urgency', opened.code),
    figure('requests-by-category', opened.detail),
    ...(yes ? [figure('time-to-yes', waitBucket(yes.at - opened.at))] : []),
    ...(ended === 'helped' && asks > 0 ? [figure('asks-of-helped', '', asks)] : []),
    ...(ended === 'expired-unfilled' ? [figure('unfilled', whyUnfilled(history, asks))] : []),
  ];
}

/** Why nobody came: who said yes and fell away counts before who said no. */
function whyUnfilled(history: readonly Fact[], asks: number): string {
  if (history.some(({ kind }) => kind === 'case-yes')) return 'fell-through';
  if (asks <= 0) return 'nobody-asked';
  return history.filter(({ kind }) => kind === 'case-no').length < asks ? 'no-answer' : 'all-declined';
}

/** @param wait milliseconds */
function waitBucket(wait: number): string {
  if (wait <= 15 * MINUTE) return '15-minutes';
  if (wait <= HOUR) return '1-hour';
  if (wait <= 4 * HOUR) return '4-hours';
  if (wait <= DAY) return '1-day';
  return wait <= 3 * DAY ? '3-days' : 'longer';
}
