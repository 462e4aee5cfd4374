import type { ComponentChildren } from 'preact';

interface TickProps {
  readonly checked: boolean;
  readonly onTick: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** A small yes or no in a list or form. */
export function Tick({ checked, onTick, disabled = false, id, children }: TickProps) {
  return (
    <label class="zb-tick">
      <input
        class="zb-check"
        type="checkbox"
        id={id}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}
