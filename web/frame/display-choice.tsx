import { chooseTextSize, chooseTheme, textSize, textSizes, theme, themes } from '../display/display.js';
import { t } from '../messages/texts.js';

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onValue: (value: string) => void;
}

function Choice({ id, label, value, options, onValue }: ChoiceProps) {
  return (
    <div>
      <label class="utrecht-form-label zb-small" for={id}>
        {label}
      </label>
      <select
        class="utrecht-select utrecht-select--html-select"
        id={id}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Larger letters, and light or dark. It counts for this device at once. */
export function DisplayChoice() {
  const { letters, sizes, colours, themes: names } = t.frame.display;
  return (
    <div class="zb-display">
      <Choice
        id="letters"
        label={letters}
        value={textSize()}
        options={textSizes.map((size) => [size, sizes[size]])}
        onValue={chooseTextSize}
      />
      <Choice
        id="kleuren"
        label={colours}
        value={theme()}
        options={themes.map((name) => [name, names[name]])}
        onValue={chooseTheme}
      />
    </div>
  );
}
