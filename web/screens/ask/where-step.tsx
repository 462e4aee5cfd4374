import { t } from '../../messages/texts.js';
import { errorAt } from '../../parts/error-summary.js';
import { TextField } from '../../parts/field.js';
import { ChooseNeighbourhood } from '../../places/choose-neighbourhood.js';
import { needsAddress } from './draft-rules.js';
import { change, draft } from './draft-store.js';
import type { StepProps } from './step-props.js';

export function WhereStep({ errors }: StepProps) {
  const { neighbourhoodCode, address } = draft.value;
  const needed = needsAddress(draft.value);
  return (
    <>
      <h1 class="utrecht-heading-1">{t.ask.where.title}</h1>
      <ChooseNeighbourhood
        label={t.ask.where.neighbourhood}
        none={t.ask.where.chooseNeighbourhood}
        error={errorAt(errors, 'neighbourhoodCode')}
        value={neighbourhoodCode}
        onValue={(code) => change({ neighbourhoodCode: code })}
      />
      <TextField
        id="address"
        label={needed ? t.ask.where.address : t.ask.where.addressOptional}
        hint={needed ? t.ask.where.addressNeeded : t.ask.where.addressHint}
        error={errorAt(errors, 'address')}
        value={address}
        onValue={(text) => change({ address: text })}
        autocomplete="street-address"
      />
    </>
  );
}
