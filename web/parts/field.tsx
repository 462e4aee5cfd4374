import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';
import { alertCircle } from './icons.js';

export interface FieldFrame {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** The ids that describe a control: its hint and its error, when they are there. */
function describedBy({ id, hint, error }: FieldFrame): string | undefined {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(
    (x) => x !== '',
  );
  return ids.length === 0 ? undefined : ids.join(' ');
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p class="utrecht-form-field-error-message" id={`${id}-error`}>
      <Icon drawing={alertCircle} />
      {error}
    </p>
  );
}

/** A control with its label, hint and error. */
function Field(props: FieldFrame & { children: ComponentChildren }) {
  const { id, label, hint, error, children } = props;
  return (
    <div class={error === undefined ? 'zb-field' : 'zb-field zb-field--error'}>
      <label class="utrecht-form-label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p class="zb-soft zb-small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {children}
    </div>
  );
}

interface TextFieldProps extends FieldFrame {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What Enter does here, instead of sending the form around it. */
  readonly onEnter?: () => void;
  readonly type?: 'text' | 'email' | 'tel' | 'time' | 'date';
  readonly autocomplete?: AutoFill;
  readonly inputMode?: 'numeric' | 'email' | 'tel';
  readonly maxLength?: number;
  readonly width?: 'narrow' | 'half' | 'full';
}
type AutoFill =
  'given-name' | 'family-name' | 'email' | 'tel' | 'street-address' | 'postal-code' | 'one-time-code' | 'off';

export function TextField(props: TextFieldProps) {
  const { id, error, value, onValue, width = 'full' } = props;
  // The types of the elements want one literal; every kind here takes the same attributes.
  const type = (props.type ?? 'text') as 'text';
  return (
    <Field {...props}>
      <input
        class={`utrecht-textbox utrecht-textbox--html-input zb-input--${width}`}
        id={id}
        name={id}
        type={type}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || props.onEnter === undefined) return;
          event.preventDefault();
          props.onEnter();
        }}
        autocomplete={props.autocomplete ?? 'off'}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(props)}
      />
    </Field>
  );
}

/** A day of the calendar, as `2026-11-24`. */
export function DayField(props: FieldFrame & { value: string; onValue: (value: string) => void }) {
  const { id, error, value, onValue } = props;
  return (
    <Field {...props}>
      <input
        class="utrecht-textbox utrecht-textbox--html-input zb-input--half"
        id={id}
        name={id}
        type="date"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(props)}
      />
    </Field>
  );
}

/** Enter begins a new line in a text; with Ctrl it sends the form, so that a writer need not leave the keys. */
function sendWithCtrl(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

export function TextAreaField(props: FieldFrame & { value: string; onValue: (value: string) => void }) {
  const { id, error, value, onValue } = props;
  return (
    <Field {...props}>
      <textarea
        class="utrecht-textarea utrecht-textarea--html-textarea"
        id={id}
        name={id}
        rows={3}
        value={value}
        onKeyDown={sendWithCtrl}
        onInput={(event) => onValue(event.currentTarget.value)}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(props)}
      />
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly text: string;
}

interface SelectFieldProps extends FieldFrame {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly options: readonly Option[];
  readonly small?: boolean;
}

export function SelectField(props: SelectFieldProps) {
  const { id, label, error, value, onValue, options, small = false } = props;
  const select = (
    <select
      class="utrecht-select utrecht-select--html-select"
      id={id}
      name={id}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      aria-invalid={error === undefined ? undefined : 'true'}
      aria-describedby={describedBy(props)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
  if (!small) return <Field {...props}>{select}</Field>;
  return (
    <div class="zb-field">
      <label class="utrecht-form-label zb-small" for={id}>
        {label}
      </label>
      {select}
    </div>
  );
}
