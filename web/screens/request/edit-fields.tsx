import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import { errorAt, type FormError } from '../../parts/error-summary.js';
import { SelectField, TextAreaField, TextField } from '../../parts/field.js';
import { sorted } from '../../parts/sorted.js';
import { capital, durationText } from '../../time/time-texts.js';
import type { Draft } from '../ask/draft.js';
import { LatestField, PlannedFields } from '../ask/when-fields.js';
import { onlyAddress } from './edit-changes.js';
import { editTexts } from './whose-request.js';

interface EditFieldsProps {
  readonly request: HelpRequestView;
  readonly answers: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errors: readonly FormError[];
  readonly now: number;
}

function AddressField({ request, answers, change, errors }: EditFieldsProps) {
  return (
    <TextField
      id="address"
      label={t.ask.where.addressOptional}
      hint={editTexts(request).addressHint}
      error={errorAt(errors, 'address')}
      value={answers.address}
      onValue={(address) => change({ address })}
      autocomplete="street-address"
    />
  );
}

/** The answers of a request that may still change. */
export function EditFields(props: EditFieldsProps) {
  const { request, answers, change, errors } = props;
  if (onlyAddress(request)) {
    return (
      <>
        <p>{t.request.edit.onlyAddress}</p>
        <AddressField {...props} />
      </>
    );
  }
  const lengths = sorted(new Set([...t.ask.long.choices, request.expectedMinutes]), (a, b) => a - b);
  return (
    <>
      <TextAreaField
        id="summary"
        label={t.ask.what.summary}
        hint={t.ask.what.summaryHint}
        error={errorAt(errors, 'summary')}
        value={answers.summary}
        onValue={(summary) => change({ summary })}
      />
      {request.urgency === 'acute' ? <LatestField {...props} /> : <PlannedFields {...props} />}
      <SelectField
        id="minutes"
        label={t.ask.long.title}
        value={answers.minutes}
        onValue={(minutes) => change({ minutes })}
        options={lengths.map((minutes) => ({ value: String(minutes), text: capital(durationText(minutes)) }))}
      />
      <AddressField {...props} />
    </>
  );
}
