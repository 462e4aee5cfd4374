import { t } from '../../messages/texts.js';
import { categoryCodes } from '../../parts/category-codes.js';
import { CategoryIcon } from '../../parts/category-icon.js';
import { ChoiceGroup, RadioChoice } from '../../parts/choice.js';
import { errorAt } from '../../parts/error-summary.js';
import { TextAreaField } from '../../parts/field.js';
import { change, draft } from './draft-store.js';
import type { StepProps } from './step-props.js';
import { TextHint } from './text-hint.js';

export function WhatStep({ errors }: StepProps) {
  const { category, summary } = draft.value;
  return (
    <>
      <ChoiceGroup id="category-group" title={t.ask.what.title} error={errorAt(errors, 'category')} asHeading>
        <div class="zb-choices zb-choices--2">
          {categoryCodes.map((code, index) => (
            <RadioChoice
              key={code}
              id={index === 0 ? 'category' : `category-${code}`}
              name="category"
              checked={category === code}
              onChoose={() => change({ category: code })}
              title={t.categories.names[code].title}
              icon={<CategoryIcon category={code} />}
            />
          ))}
        </div>
      </ChoiceGroup>
      <TextAreaField
        id="summary"
        label={t.ask.what.summary}
        hint={t.ask.what.summaryHint}
        error={errorAt(errors, 'summary')}
        value={summary}
        onValue={(text) => change({ summary: text })}
      />
      <TextHint text={summary} />
    </>
  );
}
