import { FieldError, type Option } from './field.js';

interface InlineRadiosProps {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly options: readonly Option[];
}

/** A small question with its choices side by side. The first choice carries the id, so that an error can lead to it. */
export function InlineRadios({ id, title, hint, error, value, onValue, options }: InlineRadiosProps) {
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  return (
    <fieldset
      class={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset${error === undefined ? '' : ' zb-field--error'}`}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend class="utrecht-form-label zb-legend-small">{title}</legend>
      {hint === undefined ? null : (
        <p class="zb-soft zb-small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      <div class="zb-row zb-row--radios">
        {options.map((option, index) => (
          <label key={option.value} class="utrecht-form-label utrecht-form-label--radio zb-row zb-radio">
            <input
              class="utrecht-radio-button utrecht-radio-button--html-input"
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={id}
              checked={value === option.value}
              onChange={() => onValue(option.value)}
            />
            {option.text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
