import { t } from '../../messages/texts.js';
import { errorAt } from '../../parts/error-summary.js';
import { SelectField, TextField } from '../../parts/field.js';
import { InlineRadios } from '../../parts/inline-radios.js';
import { dayAfter, wallTimeOf } from '../../time/amsterdam.js';
import { capital, clockTime, dayText, fullDayText } from '../../time/time-texts.js';
import { partHours, type Draft, type PlannedPart } from './draft.js';
import type { StepProps } from './step-props.js';

const DAYS_AHEAD = 28;
const partNames = Object.keys(partHours) as PlannedPart[];

export interface WhenFieldsProps {
  readonly answers: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errors: StepProps['errors'];
  readonly now: number;
}

/** Until what time today somebody must have come. */
export function LatestField({ answers, change, errors, now }: WhenFieldsProps) {
  return (
    <TextField
      id="latest"
      label={t.ask.when.latest}
      hint={t.ask.when.latestHint(clockTime(now))}
      error={errorAt(errors, 'latest')}
      value={answers.latest}
      onValue={(time) => change({ latest: time })}
      type="time"
      width="narrow"
    />
  );
}

/** Help today: until when, and may a neighbour we know see the address at once. */
export function AcuteFields(props: WhenFieldsProps) {
  const { answers, change, errors } = props;
  const { addressAtOnce } = answers;
  return (
    <>
      <LatestField {...props} />
      <InlineRadios
        id="addressAtOnce"
        title={t.ask.when.atOnce}
        hint={t.ask.when.atOnceHint}
        error={errorAt(errors, 'addressAtOnce')}
        value={addressAtOnce}
        onValue={(value) => change({ addressAtOnce: value === 'yes' ? 'yes' : 'no' })}
        options={[
          { value: 'yes', text: t.ask.when.yes },
          { value: 'no', text: t.ask.when.no },
        ]}
      />
    </>
  );
}

/** Which day, and which part of it. */
export function PlannedFields({ answers, change, errors, now }: WhenFieldsProps) {
  const { day, part } = answers;
  const today = wallTimeOf(now).day;
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => dayAfter(today, ahead)).map((value, ahead) => ({
    value,
    text: ahead < 2 ? `${capital(dayText(value, now))}, ${fullDayText(value)}` : capital(fullDayText(value)),
  }));
  return (
    <>
      <SelectField
        id="day"
        label={t.ask.when.day}
        error={errorAt(errors, 'day')}
        value={day}
        onValue={(value) => change({ day: value })}
        options={[{ value: '', text: t.ask.when.chooseDay }, ...days]}
      />
      <InlineRadios
        id="part"
        title={t.ask.when.part}
        error={errorAt(errors, 'part')}
        value={part}
        onValue={(value) => change({ part: partNames.find((name) => name === value) ?? '' })}
        options={partNames.map((name) => ({ value: name, text: t.ask.when.parts[name] }))}
      />
    </>
  );
}
