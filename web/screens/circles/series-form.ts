import type { NewSeries } from '@app/contracts/http/circle-shapes.js';
import type { Category, Weekday } from '@app/contracts/http/vocabulary.js';
import { t } from '../../messages/texts.js';
import type { FormError } from '../../parts/error-summary.js';
import { dayAfter, daysBetween } from '../../time/amsterdam.js';

/** Answers about what repeats, as they stand in the fields. */
export interface SeriesForm {
  readonly category: Category | '';
  readonly summary: string;
  readonly days: readonly Weekday[];
  readonly everyWeeks: number;
  readonly time: string;
  readonly minutes: number;
  readonly startDay: string;
  readonly untilDay: string;
}

const longestDays = 366;
const usualLengthDays = 91;

/** From tomorrow, for a quarter of a year. */
export function emptySeries(today: string): SeriesForm {
  return {
    category: '',
    summary: '',
    days: [],
    everyWeeks: 1,
    time: '10:00',
    minutes: 60,
    startDay: dayAfter(today, 1),
    untilDay: dayAfter(today, usualLengthDays),
  };
}

const isDay = (text: string): boolean => !Number.isNaN(Date.parse(`${text}T12:00:00Z`));

/** Every fault at once. */
export function seriesErrors(form: SeriesForm): FormError[] {
  const { errors } = t.circles.plan;
  const { startDay, untilDay, time } = form;
  const length = isDay(startDay) && isDay(untilDay) ? daysBetween(startDay, untilDay) : Number.NaN;
  const faults: (FormError | false)[] = [
    form.category === '' && { field: 'category', message: errors.category },
    form.summary.trim() === '' && { field: 'summary', message: errors.summary },
    form.days.length === 0 && { field: 'days', message: errors.days },
    !(time >= '07:00' && time <= '21:00') && { field: 'time', message: errors.time },
    !isDay(startDay) && { field: 'startDay', message: errors.startDay },
    !(length >= 0 && length <= longestDays) && { field: 'untilDay', message: errors.untilDay },
  ];
  return faults.filter((fault) => fault !== false);
}

/** What is sent; undefined while something is missing. */
export function seriesBody(form: SeriesForm): NewSeries | undefined {
  const { category } = form;
  if (category === '' || seriesErrors(form).length > 0) return undefined;
  return { ...form, category, summary: form.summary.trim(), days: [...form.days] };
}
