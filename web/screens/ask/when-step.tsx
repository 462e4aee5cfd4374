import { t } from '../../messages/texts.js';
import { ChoiceGroup, RadioChoice } from '../../parts/choice.js';
import { CircleLink } from '../../parts/circle-link.js';
import { errorAt } from '../../parts/error-summary.js';
import { useNow } from '../../parts/use-now.js';
import { change, draft } from './draft-store.js';
import type { StepProps } from './step-props.js';
import { AcuteFields, PlannedFields } from './when-fields.js';
import { WeeklyFields } from './weekly-fields.js';

export function WhenStep({ errors, signedIn }: StepProps) {
  const now = useNow();
  const { urgency } = draft.value;
  const props = { answers: draft.value, change, errors, now };
  return (
    <>
      <ChoiceGroup id="urgency-group" title={t.ask.when.title} error={errorAt(errors, 'urgency')} asHeading>
        <div class="zb-choices">
          <RadioChoice
            id="urgency"
            name="urgency"
            checked={urgency === 'acute'}
            onChoose={() => change({ urgency: 'acute' })}
            title={t.ask.when.acute}
            text={t.ask.when.acuteText}
          />
          {urgency === 'acute' ? (
            <div class="zb-reveal zb-flow">
              <AcuteFields {...props} />
            </div>
          ) : null}
          <RadioChoice
            id="urgency-planned"
            name="urgency"
            checked={urgency === 'planned'}
            onChoose={() => change({ urgency: 'planned' })}
            title={t.ask.when.planned}
            text={t.ask.when.plannedText}
          />
          {urgency === 'planned' ? (
            <div class="zb-reveal zb-flow">
              <PlannedFields {...props} />
            </div>
          ) : null}
          <RadioChoice
            id="urgency-weekly"
            name="urgency"
            checked={urgency === 'weekly'}
            onChoose={() => change({ urgency: 'weekly' })}
            title={t.ask.when.weekly}
            text={t.ask.when.weeklyText}
          />
          {urgency === 'weekly' ? (
            <div class="zb-reveal zb-flow">
              <WeeklyFields {...props} />
            </div>
          ) : null}
        </div>
      </ChoiceGroup>
      {urgency === 'weekly' && signedIn ? <CircleLink /> : null}
    </>
  );
}
