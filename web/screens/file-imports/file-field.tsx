import { FieldError } from '../../parts/field.js';

interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly accept: string;
  readonly onFile: (file: File | undefined) => void;
}

/** A file of this device. */
export function FileField({ id, label, hint, error, accept, onFile }: FileFieldProps) {
  return (
    <div class={error === undefined ? 'zb-field' : 'zb-field zb-field--error'}>
      <label class="utrecht-form-label" for={id}>
        {label}
      </label>
      <p class="zb-soft zb-small" id={`${id}-hint`}>
        {hint}
      </p>
      <FieldError id={id} error={error} />
      <input
        class="utrecht-textbox utrecht-textbox--html-input zb-input--full"
        id={id}
        name={id}
        type="file"
        accept={accept}
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={`${id}-hint${error === undefined ? '' : ` ${id}-error`}`}
      />
    </div>
  );
}
