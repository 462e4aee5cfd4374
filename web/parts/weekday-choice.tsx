import type { Weekday } from '@app/contracts/http/vocabulary.js';
import { t } from '../messages/texts.js';
import { capital } from '../time/time-texts.js';
import { CheckChoice, ChoiceGroup } from './choice.js';

const weekdays = Object.keys(t.time.weekdays) as Weekday[];

interface WeekdayChoiceProps {
  readonly id: string;
  readonly days: readonly Weekday[];
  readonly onDays: (days: Weekday[]) => void;
  readonly error: string | undefined;
}

/** Any number of days of the week, kept in the order of the week. */
export function WeekdayChoice({ id, days, onDays, error }: WeekdayChoiceProps) {
  const toggle = (day: Weekday): void =>
    onDays(weekdays.filter((other) => (other === day ? !days.includes(day) : days.includes(other))));
  return (
    <ChoiceGroup id={`${id}-group`} title={t.circles.plan.days} error={error}>
      <div class="zb-choices zb-choices--2">
        {weekdays.map((day, index) => (
          <CheckChoice
            key={day}
            id={index === 0 ? id : `${id}-${day}`}
            name={id}
            checked={days.includes(day)}
            onChoose={() => toggle(day)}
            title={capital(t.time.weekdays[day])}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}
