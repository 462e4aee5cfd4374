import type { ComponentChildren } from 'preact';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { categoryCodes } from '../../parts/category-codes.js';
import { errorAt, type FormError } from '../../parts/error-summary.js';
import { SelectField, TextAreaField, TextField } from '../../parts/field.js';
import { InlineRadios } from '../../parts/inline-radios.js';
import { places } from '../../places/places.js';
import { durationText } from '../../time/time-texts.js';
import { needsAddress } from '../ask/draft-rules.js';
import type { Draft } from '../ask/draft.js';
import { IntakeWhen } from './intake-when.js';

interface FieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errors: readonly FormError[];
}

function Pair({ children }: { children: ComponentChildren }) {
  return <div class="zb-pair">{children}</div>;
}

function text({ draft, change, errors }: FieldsProps, id: 'phone' | 'givenName' | 'familyName' | 'address') {
  return { id, error: errorAt(errors, id), value: draft[id], onValue: (value: string) => change({ [id]: value }) };
}

/** Who calls. */
export function CallerFields(props: FieldsProps) {
  return (
    <>
      <TextField
        {...text(props, 'phone')}
        label={nlOrganisers.intake.phone}
        type="tel"
        inputMode="tel"
        width="half"
        maxLength={20}
      />
      <Pair>
        <TextField {...text(props, 'givenName')} label={nlOrganisers.intake.givenName} maxLength={60} />
        <TextField {...text(props, 'familyName')} label={nlOrganisers.intake.familyName} maxLength={80} />
      </Pair>
    </>
  );
}

/** Where the help is needed. */
export function PlaceFields(props: FieldsProps) {
  const { draft, change, errors } = props;
  const areas = (places.value?.neighbourhoods ?? []).map(({ code, name }) => ({ value: code, text: name }));
  return (
    <Pair>
      <SelectField
        id="neighbourhoodCode"
        label={nlOrganisers.intake.neighbourhood}
        error={errorAt(errors, 'neighbourhoodCode')}
        value={draft.neighbourhoodCode}
        onValue={(neighbourhoodCode) => change({ neighbourhoodCode })}
        options={[{ value: '', text: t.ask.where.chooseNeighbourhood }, ...areas]}
      />
      <TextField
        {...text(props, 'address')}
        label={needsAddress(draft) ? nlOrganisers.intake.addressNeeded : nlOrganisers.intake.address}
        maxLength={200}
      />
    </Pair>
  );
}

/** What is needed, when and how long. */
export function NeedFields({ draft, change, errors }: FieldsProps) {
  return (
    <>
      <SelectField
        id="category"
        label={nlOrganisers.intake.what}
        error={errorAt(errors, 'category')}
        value={draft.category}
        onValue={(value) => change({ category: categoryCodes.find((code) => code === value) ?? '' })}
        options={[
          { value: '', text: nlOrganisers.intake.chooseWhat },
          ...categoryCodes.map((code) => ({ value: code, text: t.categories.names[code].title })),
        ]}
      />
      <TextAreaField
        id="summary"
        label={nlOrganisers.intake.summary}
        hint={nlOrganisers.intake.summaryHint}
        error={errorAt(errors, 'summary')}
        value={draft.summary}
        onValue={(summary) => change({ summary })}
      />
      <IntakeWhen draft={draft} change={change} errors={errors} />
      <InlineRadios
        id="minutes"
        title={nlOrganisers.intake.long}
        error={errorAt(errors, 'minutes')}
        value={draft.minutes}
        onValue={(minutes) => change({ minutes })}
        options={t.ask.long.choices.map((minutes) => ({ value: String(minutes), text: durationText(minutes) }))}
      />
    </>
  );
}
