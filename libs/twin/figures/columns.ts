import type { Interval } from './intervals.js';
import type { MetricName } from './metrics.js';

/** How a metric is shown. */
interface Column {
  readonly metric: MetricName;
  readonly title: string;
  /** Factor to what is shown, such as 100 for a percentage. */
  readonly scale: number;
  readonly digits: number;
}

/** The columns of the table of policies. */
export const columns: readonly Column[] = [
  { metric: 'fillOfBound', title: 'fill, % of bound', scale: 100, digits: 1 },
  { metric: 'acuteMedianMinutes', title: 'acute median, min', scale: 1, digits: 1 },
  { metric: 'acuteP90Minutes', title: 'acute p90, min', scale: 1, digits: 0 },
  { metric: 'plannedMedianHours', title: 'planned median, h', scale: 1, digits: 2 },
  { metric: 'plannedP90Hours', title: 'planned p90, h', scale: 1, digits: 1 },
  { metric: 'asksPerFill', title: 'asks per fill', scale: 1, digits: 2 },
  { metric: 'activated', title: 'never-helped activated, %', scale: 100, digits: 1 },
  { metric: 'firstTimerShare', title: 'fills by first-timers, %', scale: 100, digits: 1 },
  { metric: 'askedOnce', title: 'never-helped asked at least once, %', scale: 100, digits: 1 },
  { metric: 'giniOfAsks', title: 'Gini of asks', scale: 1, digits: 2 },
  { metric: 'weekP95', title: 'asks a week p95', scale: 1, digits: 0 },
  { metric: 'weekP99', title: 'asks a week p99', scale: 1, digits: 0 },
  { metric: 'overBudgetShare', title: 'asks over budget, %', scale: 100, digits: 1 },
  { metric: 'quietViolations', title: 'asks in quiet hours', scale: 1, digits: 0 },
  { metric: 'lateYesesPerFill', title: 'late yeses per fill', scale: 1, digits: 2 },
  { metric: 'gone', title: 'muted or gone, %', scale: 100, digits: 1 },
  { metric: 'worstArea', title: 'worst area but the thinnest, % of bound', scale: 100, digits: 1 },
  { metric: 'thinnestArea', title: 'thinnest area, % of bound', scale: 100, digits: 1 },
];

/** `97.4 ±0.3` */
export function shown({ mean, half }: Interval, { scale, digits }: Pick<Column, 'scale' | 'digits'>): string {
  if (Number.isNaN(mean)) return '-';
  const value = (mean * scale).toFixed(digits);
  return half === 0 || !Number.isFinite(half) ? value : `${value} ±${(half * scale).toFixed(digits)}`;
}
