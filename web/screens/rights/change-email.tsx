import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { TextField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { looksLikeEmail } from '../../session/contact-rules.js';
import { me } from '../../session/session.js';
import { ProofForm } from './proof-form.js';
import { RightsHead } from './rights-head.js';
import { useProof } from './use-proof.js';

const texts = t.rights.email;

function NewAddress({ onAddress }: { onAddress: (email: string) => void }) {
  const [email, setEmail] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const submit = (): void => {
    const found = looksLikeEmail(email) ? [] : [{ field: 'email', message: t.signIn.errors.email }];
    setErrors(found);
    if (found.length === 0) onAddress(email.trim());
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
      <TextField
        id="email"
        label={texts.next}
        hint={t.signIn.emailExample}
        error={errorAt(errors, 'email')}
        value={email}
        onValue={setEmail}
        type="email"
        autocomplete="email"
      />
      <div>
        <ActionButton submit sizes={['big']}>
          {texts.send}
        </ActionButton>
      </div>
    </form>
  );
}

/** Another address: a code to the old one and one to the new one. */
export function ChangeEmail({ email }: { email: string }) {
  const { route } = useLocation();
  const proof = useProof();
  const command = useCommand();
  const change = async (proofs: readonly { challengeId: string; code: string }[]): Promise<void> => {
    const [current, next] = proofs;
    if (current === undefined || next === undefined) return;
    const done = await command.run(() => call('changeMyEmail', { body: { current, next } }));
    if (done === undefined) return;
    me.value = done.data;
    route('/gegevens?bewaard=1');
  };
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <RightsHead title={texts.title} lead={texts.lead} />
      <CommandFailure failure={proof.failure} />
      {proof.sent === undefined ? (
        <NewAddress onAddress={(next) => void proof.send([email, next])} />
      ) : (
        <ProofForm
          sent={proof.sent}
          confirm={texts.save}
          command={command}
          onProofs={(proofs) => void change(proofs)}
        />
      )}
    </div>
  );
}
