import { useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { categoryCodes } from '../../parts/category-codes.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { errorAt, ErrorSummary, type FormError } from '../../parts/error-summary.js';
import { DayField, SelectField, TextAreaField, TextField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { WeekdayChoice } from '../../parts/weekday-choice.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { serviceNow } from '../../time/service-clock.js';
import { capital, durationText } from '../../time/time-texts.js';
import { emptySeries, seriesBody, seriesErrors, type SeriesForm } from './series-form.js';

const lengths = [15, 30, 45, 60, 90, 120, 180, 240];
const rhythms = [1, 2, 4] as const;

interface FieldsProps {
  readonly form: SeriesForm;
  readonly errors: readonly FormError[];
  readonly change: (part: Partial<SeriesForm>) => void;
}

function What({ form, errors, change }: FieldsProps) {
  const words = t.circles.plan;
  return (
    <>
      <SelectField
        id="category"
        label={words.category}
        error={errorAt(errors, 'category')}
        value={form.category}
        onValue={(value) => change({ category: categoryCodes.find((code) => code === value) ?? '' })}
        options={[
          { value: '', text: words.choose },
          ...categoryCodes.map((code) => ({ value: code, text: t.categories.names[code].title })),
        ]}
      />
      <TextAreaField
        id="summary"
        label={words.summary}
        hint={words.summaryHint}
        error={errorAt(errors, 'summary')}
        value={form.summary}
        onValue={(summary) => change({ summary })}
      />
    </>
  );
}

function When({ form, errors, change }: FieldsProps) {
  const words = t.circles.plan;
  return (
    <>
      <SelectField
        id="rhythm"
        label={words.rhythm}
        value={String(form.everyWeeks)}
        onValue={(value) => change({ everyWeeks: Number(value) })}
        options={rhythms.map((weeks) => ({ value: String(weeks), text: words.rhythms[weeks] }))}
      />
      <TextField
        id="time"
        label={words.time}
        hint={words.timeHint}
        error={errorAt(errors, 'time')}
        type="time"
        width="narrow"
        value={form.time}
        onValue={(time) => change({ time })}
      />
      <SelectField
        id="minutes"
        label={words.minutes}
        value={String(form.minutes)}
        onValue={(value) => change({ minutes: Number(value) })}
        options={lengths.map((minutes) => ({ value: String(minutes), text: capital(durationText(minutes)) }))}
      />
      <DayField
        id="startDay"
        label={words.from}
        error={errorAt(errors, 'startDay')}
        value={form.startDay}
        onValue={(startDay) => change({ startDay })}
      />
      <DayField
        id="untilDay"
        label={words.until}
        hint={words.untilHint}
        error={errorAt(errors, 'untilDay')}
        value={form.untilDay}
        onValue={(untilDay) => change({ untilDay })}
      />
    </>
  );
}

/** The questions about what repeats. All faults come at once, after pressing the button. */
export function SeriesFields({ circleId, onAdded }: { circleId: string; onAdded: (turns: number) => void }) {
  const [form, setForm] = useState(() => emptySeries(wallTimeOf(serviceNow()).day));
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const { busy, failure, run } = useCommand();
  const change = (part: Partial<SeriesForm>): void => setForm({ ...form, ...part });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setErrors(seriesErrors(form));
    const body = seriesBody(form);
    if (body === undefined) return;
    const added = await run(() => call('addCircleSeries', { id: circleId, body }));
    if (added) onAdded(added.data.turns);
  };
  const isEmpty = failure?.code === 'window-in-past';
  const shown = isEmpty ? [{ field: 'untilDay', message: t.circles.plan.errors.none }] : errors;
  return (
    <form class="zb-flow" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={shown} />
      <CommandFailure failure={isEmpty ? undefined : failure} />
      <What form={form} errors={shown} change={change} />
      <WeekdayChoice id="days" days={form.days} onDays={(days) => change({ days })} error={errorAt(shown, 'days')} />
      <When form={form} errors={shown} change={change} />
      <div class="zb-row">
        <ActionButton submit busy={busy}>
          {t.circles.plan.button}
        </ActionButton>
      </div>
    </form>
  );
}
