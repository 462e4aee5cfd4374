import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { TextField } from '../../parts/field.js';
import type { Command } from '../../parts/use-command.js';
import { codeDigits } from '../../session/contact-rules.js';
import type { SentProof } from './use-proof.js';

interface ProofFormProps {
  readonly sent: readonly SentProof[];
  readonly confirm: string;
  readonly command: Pick<Command, 'busy' | 'failure'>;
  /** Is given a proof for each code that was sent, in the same order. */
  readonly onProofs: (proofs: readonly { readonly challengeId: string; readonly code: string }[]) => void;
  readonly children?: ComponentChildren;
}

const LENGTH = 6;

/** A field for each code that was sent. */
export function ProofForm({ sent, confirm, command, onProofs, children }: ProofFormProps) {
  const [codes, setCodes] = useState<readonly string[]>(() => sent.map(() => ''));
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const submit = (): void => {
    const missing = codes.flatMap((code, index) =>
      code.length === LENGTH ? [] : [{ field: `code-${index}`, message: t.signIn.errors.code }],
    );
    setErrors(missing);
    if (missing.length > 0 || command.busy) return;
    onProofs(sent.map(({ challengeId }, index) => ({ challengeId, code: codes[index] ?? '' })));
  };
  return (
    <form
      class="zb-flow zb-flow--l"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} />
      <CommandFailure failure={command.failure} />
      {sent.map(({ email }, index) => (
        <TextField
          key={email}
          id={`code-${index}`}
          label={t.rights.email.codeOld(email)}
          hint={t.signIn.codeExample}
          error={errorAt(errors, `code-${index}`)}
          value={codes[index] ?? ''}
          onValue={(text) => setCodes((before) => before.map((code, at) => (at === index ? codeDigits(text) : code)))}
          autocomplete="one-time-code"
          inputMode="numeric"
          width="narrow"
        />
      ))}
      {children ?? null}
      <div>
        <ActionButton submit busy={command.busy} sizes={['big']}>
          {confirm}
        </ActionButton>
      </div>
    </form>
  );
}
