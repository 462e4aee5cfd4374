import type { Category, MaxDistance } from '@app/contracts/http/vocabulary.js';
import { t } from '../../messages/texts.js';
import { categoryCodes } from '../../parts/category-codes.js';
import { CategoryIcon } from '../../parts/category-icon.js';
import { CheckChoice, ChoiceGroup } from '../../parts/choice.js';
import { errorAt, type FormError } from '../../parts/error-summary.js';
import { SelectField } from '../../parts/field.js';
import { InlineRadios } from '../../parts/inline-radios.js';
import { sorted } from '../../parts/sorted.js';
import { ChooseNeighbourhood } from '../../places/choose-neighbourhood.js';
import { capital } from '../../time/time-texts.js';
import { halves, offeredParts, type Slot, type WillingForm } from './willing-form.js';

/** What each question is given: the answers so far and what to do with a new one. */
export interface WillingStepProps {
  readonly answers: WillingForm;
  readonly change: (part: Partial<WillingForm>) => void;
  readonly errors: readonly FormError[];
}

const distances = Object.keys(t.willing.distances) as MaxDistance[];
const usualBudgets = [1, 2, 3, 5];

export function WhereYouLive({ answers, change, errors }: WillingStepProps) {
  const { neighbourhoodCode, maxDistance } = answers;
  return (
    <>
      <h1 class="utrecht-heading-1">{t.willing.where.title}</h1>
      <ChooseNeighbourhood
        label={t.willing.where.neighbourhood}
        none={t.willing.where.choose}
        error={errorAt(errors, 'neighbourhoodCode')}
        value={neighbourhoodCode}
        onValue={(code) => change({ neighbourhoodCode: code })}
      />
      <InlineRadios
        id="maxDistance"
        title={t.willing.where.far}
        value={maxDistance}
        onValue={(value) => change({ maxDistance: distances.find((name) => name === value) ?? 'district' })}
        options={distances.map((name) => ({ value: name, text: t.willing.distances[name] }))}
      />
    </>
  );
}

export function WhatYouDo({ answers, change, errors }: WillingStepProps) {
  const chosen = answers.categories;
  const toggle = (code: Category): void => {
    const without = chosen.filter((other) => other !== code);
    change({ categories: without.length === chosen.length ? [...chosen, code] : without });
  };
  return (
    <ChoiceGroup
      id="categories-group"
      title={t.willing.what.title}
      hint={t.willing.what.hint}
      error={errorAt(errors, 'categories')}
      asHeading
    >
      <div class="zb-choices zb-choices--2">
        {categoryCodes.map((code, index) => (
          <CheckChoice
            key={code}
            id={index === 0 ? 'categories' : `categories-${code}`}
            name="categories"
            checked={chosen.includes(code)}
            onChoose={() => toggle(code)}
            title={t.categories.names[code].willing}
            icon={<CategoryIcon category={code} />}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

/** Which parts of the week, and whether it may be urgent. */
export function FreeTime({ answers, change }: WillingStepProps) {
  const { slots, acute } = answers;
  const toggle = (slot: Slot): void => {
    const without = slots.filter((other) => other !== slot);
    change({ slots: without.length === slots.length ? [...slots, slot] : without });
  };
  return (
    <>
      <div class="zb-flow zb-flow--xs">
        <h1 class="utrecht-heading-1">{t.willing.when.title}</h1>
        <p class="zb-soft">{t.willing.when.hint}</p>
      </div>
      {halves.map((half) => (
        <ChoiceGroup key={half} id={half} title={t.willing.when[half]}>
          <div class="zb-choices zb-choices--3">
            {offeredParts.map((part) => (
              <CheckChoice
                key={part}
                id={`${half}-${part}`}
                name="slots"
                checked={slots.includes(`${half}-${part}`)}
                onChoose={() => toggle(`${half}-${part}`)}
                title={capital(t.time.dayParts[part])}
              />
            ))}
          </div>
        </ChoiceGroup>
      ))}
      <CheckChoice
        id="acute"
        name="acute"
        checked={acute}
        onChoose={() => change({ acute: !acute })}
        title={t.willing.when.acute}
      />
    </>
  );
}

/** At most how many questions a week; a number somebody chose elsewhere stays among the choices. */
export function HowOften({
  answers,
  change,
  budgets = usualBudgets,
}: WillingStepProps & { budgets?: readonly number[] }) {
  const { weeklyAskBudget } = answers;
  const offered = sorted(new Set([...budgets, weeklyAskBudget]), (a, b) => a - b);
  return (
    <SelectField
      id="weeklyAskBudget"
      label={t.willing.when.budget}
      value={String(weeklyAskBudget)}
      onValue={(value) => change({ weeklyAskBudget: Number(value) })}
      options={offered.map((count) => ({ value: String(count), text: t.myHelp.budget(count) }))}
    />
  );
}

export function WhenYouCan(props: WillingStepProps) {
  return (
    <>
      <FreeTime {...props} />
      <HowOften {...props} />
    </>
  );
}
