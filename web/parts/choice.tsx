import type { ComponentChildren } from 'preact';
import { FieldError } from './field.js';

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly title: string;
  readonly text?: string;
  readonly icon?: ComponentChildren;
}

/** One of several large choices; only one holds. */
export function RadioChoice(props: ChoiceProps) {
  return (
    <label class="zb-choice">
      <input
        class="utrecht-radio-button utrecht-radio-button--html-input"
        type="radio"
        id={props.id}
        name={props.name}
        checked={props.checked}
        onChange={props.onChoose}
      />
      <b>{props.title}</b>
      {props.icon ?? null}
      {props.text === undefined ? null : <small>{props.text}</small>}
    </label>
  );
}

/** One of several large choices; any number may hold. */
export function CheckChoice(props: ChoiceProps) {
  return (
    <label class="zb-choice">
      <input
        class="zb-check"
        type="checkbox"
        id={props.id}
        name={props.name}
        checked={props.checked}
        onChange={props.onChoose}
      />
      <b>{props.title}</b>
      {props.icon ?? null}
      {props.text === undefined ? null : <small>{props.text}</small>}
    </label>
  );
}

interface ChoiceGroupProps {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** True when the question is the heading of the page. */
  readonly asHeading?: boolean;
  readonly children: ComponentChildren;
}

/** A question with its choices. */
export function ChoiceGroup({ id, title, hint, error, asHeading = false, children }: ChoiceGroupProps) {
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  return (
    <fieldset
      class={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset zb-flow zb-flow--s${error === undefined ? '' : ' zb-field--error'}`}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend
        class={
          asHeading ? 'utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend' : 'utrecht-form-label'
        }
      >
        {asHeading ? <h1 class="utrecht-heading-1">{title}</h1> : title}
      </legend>
      {hint === undefined ? null : (
        <p class="zb-soft zb-small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {children}
    </fieldset>
  );
}
