import { ActionButton } from './action.js';
import { ErrorSummary, errorAt, type FormError } from './error-summary.js';
import { TextField } from './field.js';

interface GivenCodeFormProps {
  readonly texts: { readonly code: string; readonly hint: string; readonly send: string };
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly errors: readonly FormError[];
  readonly busy: boolean;
  readonly maxLength: number;
  readonly onSend: () => void;
}

/** A code from paper or the telephone, and using it. It belongs to one person, so no browser offers it again. */
export function GivenCodeForm({ texts, code, onCode, errors, busy, maxLength, onSend }: GivenCodeFormProps) {
  return (
    <form
      class="zb-flow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <ErrorSummary errors={errors} />
      <TextField
        id="code"
        label={texts.code}
        hint={texts.hint}
        error={errorAt(errors, 'code')}
        value={code}
        onValue={onCode}
        autocomplete="off"
        maxLength={maxLength}
        width="half"
      />
      <div>
        <ActionButton submit busy={busy} sizes={['big']}>
          {texts.send}
        </ActionButton>
      </div>
    </form>
  );
}
