import type { Category } from '@app/contracts/http/vocabulary.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { categoryCodes } from '../../parts/category-codes.js';
import { CategoryIcon } from '../../parts/category-icon.js';
import { ChoiceGroup, RadioChoice } from '../../parts/choice.js';
import { DoAndDoNot } from '../../parts/do-and-do-not.js';
import { errorAt } from '../../parts/error-summary.js';
import { TextAreaField } from '../../parts/field.js';
import { change, draft } from './draft-store.js';
import type { StepProps } from './step-props.js';
import { TextHint } from './text-hint.js';

const allExamples = new Set<string>(Object.values(t.categories.names).flatMap(({ examples }) => examples));

/** Takes a sentence over, and puts the reader where it can be changed. */
function take(example: string): void {
  change({ summary: example });
  document.getElementById('summary')?.focus();
}

/** Sentences to begin with, as long as nothing of one's own stands there; and what a neighbour does and does not do. */
function Wording({ category, summary }: { category: Category; summary: string }) {
  const { examples } = t.categories.names[category];
  const isOwn = summary.trim() !== '' && !allExamples.has(summary);
  return (
    <>
      {isOwn ? null : (
        <section class="zb-flow zb-flow--xs" aria-labelledby="examples">
          <h2 class="utrecht-form-label" id="examples">
            {t.ask.examples}
          </h2>
          <div class="zb-row">
            {examples.map((example) => (
              <ActionButton key={example} kind="secondary-action" sizes={['dense']} onPress={() => take(example)}>
                {example}
              </ActionButton>
            ))}
          </div>
        </section>
      )}
      <details class="zb-details">
        <summary>{t.ask.does}</summary>
        <DoAndDoNot category={category} does={t.ask.neighbourDoes} doesNot={t.ask.neighbourDoesNot} />
      </details>
    </>
  );
}

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
      {category === '' ? null : <Wording category={category} summary={summary} />}
    </>
  );
}
