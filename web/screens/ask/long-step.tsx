import { t } from '../../messages/texts.js';
import { ChoiceGroup, RadioChoice } from '../../parts/choice.js';
import { errorAt } from '../../parts/error-summary.js';
import { SelectField } from '../../parts/field.js';
import { capital, durationText } from '../../time/time-texts.js';
import { change, draft } from './draft-store.js';
import type { StepProps } from './step-props.js';

const helperCounts = [1, 2, 3, 4];

export function LongStep({ errors }: StepProps) {
  const { minutes, helpers, urgency } = draft.value;
  return (
    <>
      <ChoiceGroup id="minutes-group" title={t.ask.long.title} error={errorAt(errors, 'minutes')} asHeading>
        <div class="zb-choices zb-choices--2">
          {t.ask.long.choices.map((choice, index) => (
            <RadioChoice
              key={choice}
              id={index === 0 ? 'minutes' : `minutes-${choice}`}
              name="minutes"
              checked={minutes === String(choice)}
              onChoose={() => change({ minutes: String(choice) })}
              title={capital(durationText(choice))}
            />
          ))}
        </div>
      </ChoiceGroup>
      {urgency === 'weekly' ? null : (
        <SelectField
          id="helpers"
          label={t.ask.long.helpers}
          error={errorAt(errors, 'helpers')}
          value={helpers}
          onValue={(value) => change({ helpers: value })}
          options={helperCounts.map((count) => ({ value: String(count), text: t.ask.long.helper(count) }))}
        />
      )}
    </>
  );
}
