import { useEffect, useState } from 'preact/hooks';
import { ActionButton } from './action.js';
import { SelectField } from './field.js';

interface ChooseAndPressProps {
  readonly id: string;
  readonly label: string;
  /** What holds now; choosing this again does nothing. */
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly press: string;
  readonly busy?: boolean;
  readonly onChosen: (value: string) => void;
}

/**
 * A choice that reaches other people. It takes a press of its own: on a keyboard every arrow in a list is a choice, and
 * whoever looks down the list must not have told anybody by that.
 */
export function ChooseAndPress({ id, label, value, options, press, busy = false, onChosen }: ChooseAndPressProps) {
  const [chosen, setChosen] = useState(value);
  useEffect(() => setChosen(value), [value]);
  const act = (): void => {
    if (chosen === value) document.getElementById(id)?.focus();
    else {
      setChosen(value);
      onChosen(chosen);
    }
  };
  return (
    <div class="zb-row zb-row--end">
      <SelectField small id={id} label={label} value={chosen} onValue={setChosen} options={options} />
      <ActionButton kind="secondary-action" sizes={['dense']} busy={busy} onPress={act}>
        {press}
      </ActionButton>
    </div>
  );
}
