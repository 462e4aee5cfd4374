import { t } from '../../messages/texts.js';
import { errorAt } from '../../parts/error-summary.js';
import { SelectField, TextField } from '../../parts/field.js';
import { WeekdayChoice } from '../../parts/weekday-choice.js';
import { dateText, fullDayText } from '../../time/time-texts.js';
import type { WhenFieldsProps } from './when-fields.js';
import { firstDayOf, isWeeklyTime, lastDayOf, weekCounts } from './weekly.js';

/** On which days, at what time and how long; and what happens the first time and the times after it. */
export function WeeklyFields({ answers, change, errors, now }: WhenFieldsProps) {
  const first = firstDayOf(answers, now);
  return (
    <>
      <WeekdayChoice
        id="weekdays"
        days={answers.weekdays}
        onDays={(weekdays) => change({ weekdays })}
        error={errorAt(errors, 'weekdays')}
      />
      <TextField
        id="time"
        label={t.circles.plan.time}
        hint={t.circles.plan.timeHint}
        error={errorAt(errors, 'time')}
        value={answers.time}
        onValue={(time) => change({ time })}
        type="time"
        width="narrow"
      />
      <SelectField
        id="weeks"
        label={t.ask.when.weeks}
        error={errorAt(errors, 'weeks')}
        value={answers.weeks}
        onValue={(weeks) => change({ weeks })}
        options={weekCounts.map((count) => ({
          value: String(count),
          text:
            first === undefined
              ? t.ask.when.weekCounts[count]
              : t.ask.when.weeksUntil(t.ask.when.weekCounts[count], dateText(lastDayOf(first, count))),
        }))}
      />
      <div class="zb-flow zb-flow--xs" role="status">
        {first === undefined || !isWeeklyTime(answers.time) ? null : (
          <p>
            <strong>{t.ask.when.firstTime(fullDayText(first), t.time.clock(answers.time))}</strong>
          </p>
        )}
      </div>
      <p>{t.ask.when.weeklyNext}</p>
    </>
  );
}
