import { t } from '../messages/texts.js';
import { SelectField } from '../parts/field.js';
import { FindByPostcode } from './find-by-postcode.js';
import { PlacesFailed } from './places-failed.js';
import { places } from './places.js';

interface Props {
  readonly label: string;
  /** What the list says as long as nothing is chosen. */
  readonly none: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onValue: (code: string) => void;
}

/** A neighbourhood from the list; who does not know its name finds it by postcode. */
export function ChooseNeighbourhood({ label, none, error, value, onValue }: Props) {
  const options = (places.value?.neighbourhoods ?? []).map(({ code, name }) => ({ value: code, text: name }));
  return (
    <div class="zb-flow zb-flow--s">
      <PlacesFailed />
      <SelectField
        id="neighbourhoodCode"
        label={label}
        error={error}
        value={value}
        onValue={onValue}
        options={[{ value: '', text: none }, ...options]}
      />
      <details class="zb-details">
        <summary>{t.places.open}</summary>
        <FindByPostcode onFound={onValue} />
      </details>
    </div>
  );
}
