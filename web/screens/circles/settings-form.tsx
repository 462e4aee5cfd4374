import { useState } from 'preact/hooks';
import type { CircleSettings } from '@app/contracts/http/circle-shapes.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { errorAt, ErrorSummary, type FormError } from '../../parts/error-summary.js';
import { SelectField, TextField } from '../../parts/field.js';
import { PlacesFailed } from '../../places/places-failed.js';
import { places } from '../../places/places.js';

type LeadHours = CircleSettings['leadHours'];
const leads: readonly LeadHours[] = [24, 48, 72, 168];

interface SettingsFormProps {
  readonly before?: { readonly neighbourhoodCode: string; readonly address: string | null; readonly leadHours: number };
  readonly press: string;
  readonly busy: boolean;
  readonly onSave: (settings: CircleSettings) => Promise<void>;
}

/** Where somebody lives, and when open turns go to the board. */
export function SettingsForm({ before, press, busy, onSave }: SettingsFormProps) {
  const [code, setCode] = useState(before?.neighbourhoodCode ?? '');
  const [address, setAddress] = useState(before?.address ?? '');
  const [lead, setLead] = useState<LeadHours>(leads.find((hours) => hours === before?.leadHours) ?? 72);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const options = (places.value?.neighbourhoods ?? []).map((place) => ({ value: place.code, text: place.name }));
  const submit = (event: Event): void => {
    event.preventDefault();
    const found = code === '' ? [{ field: 'neighbourhoodCode', message: t.circles.settings.errorNeighbourhood }] : [];
    setErrors(found);
    if (found.length > 0 || busy) return;
    void onSave({ neighbourhoodCode: code, address: address.trim() === '' ? null : address.trim(), leadHours: lead });
  };
  return (
    <form class="zb-flow" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <PlacesFailed />
      <SelectField
        id="neighbourhoodCode"
        label={t.circles.settings.neighbourhood}
        error={errorAt(errors, 'neighbourhoodCode')}
        value={code}
        onValue={setCode}
        options={[{ value: '', text: t.circles.settings.choose }, ...options]}
      />
      <TextField
        id="address"
        label={t.circles.settings.address}
        hint={t.circles.settings.addressHint}
        value={address}
        onValue={setAddress}
        autocomplete="street-address"
        maxLength={200}
      />
      <SelectField
        id="lead"
        label={t.circles.settings.lead}
        hint={t.circles.settings.leadHint}
        value={String(lead)}
        onValue={(value) => setLead(leads.find((hours) => String(hours) === value) ?? 72)}
        options={leads.map((hours) => ({ value: String(hours), text: t.circles.settings.leads[hours] }))}
      />
      <div class="zb-row">
        <ActionButton submit busy={busy}>
          {press}
        </ActionButton>
      </div>
    </form>
  );
}
