import { Fragment } from 'preact';
import { t } from '../../messages/texts.js';
import { ChoiceGroup, RadioChoice } from '../../parts/choice.js';
import { CircleLink } from '../../parts/circle-link.js';
import { errorAt } from '../../parts/error-summary.js';
import { useNow } from '../../parts/use-now.js';
import { change, draft } from './draft-store.js';
import type { StepProps } from './step-props.js';
import { AcuteFields, PlannedFields } from './when-fields.js';
import { WeeklyFields } from './weekly-fields.js';

const choices = [
  { value: 'acute', id: 'urgency', title: t.ask.when.acute, text: t.ask.when.acuteText, Fields: AcuteFields },
  {
    value: 'planned',
    id: 'urgency-planned',
    title: t.ask.when.planned,
    text: t.ask.when.plannedText,
    Fields: PlannedFields,
  },
  {
    value: 'weekly',
    id: 'urgency-weekly',
    title: t.ask.when.weekly,
    text: t.ask.when.weeklyText,
    Fields: WeeklyFields,
  },
] as const;

export function WhenStep({ errors, signedIn }: StepProps) {
  const now = useNow();
  const { urgency } = draft.value;
  return (
    <>
      <ChoiceGroup id="urgency-group" title={t.ask.when.title} error={errorAt(errors, 'urgency')} asHeading>
        <div class="zb-choices">
          {choices.map(({ value, id, title, text, Fields }) => (
            <Fragment key={value}>
              <RadioChoice
                id={id}
                name="urgency"
                checked={urgency === value}
                onChoose={() => change({ urgency: value })}
                title={title}
                text={text}
              />
              {urgency === value ? (
                <div class="zb-reveal zb-flow">
                  <Fields answers={draft.value} change={change} errors={errors} now={now} />
                </div>
              ) : null}
            </Fragment>
          ))}
        </div>
      </ChoiceGroup>
      {urgency === 'weekly' && signedIn ? <CircleLink /> : null}
    </>
  );
}
