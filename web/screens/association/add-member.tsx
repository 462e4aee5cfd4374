import { useState } from 'preact/hooks';
import type { MemberView } from '@app/contracts/http/members.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { SelectField, TextField } from '../../parts/field.js';
import { Tick } from '../../parts/tick.js';
import { useCommand } from '../../parts/use-command.js';

const texts = nlOrganisers.association.members;

interface AddMemberProps {
  /** Roles that can be given here; the first is the usual one. */
  readonly roles: readonly MemberView['role'][];
  readonly associationId: string | null;
  readonly onAdded: () => void;
}

/** Who is added, and adding them. */
function useNewMember({ roles, associationId, onAdded }: AddMemberProps) {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState(roles[0] ?? 'coordinator');
  const [may, setMay] = useState(false);
  const [news, setNews] = useState('');
  const { busy, failure, run } = useCommand();
  const submit = async (): Promise<void> => {
    setNews('');
    const body = { email: email.trim(), role, associationId, mayChangeSettings: may };
    const done = await run(() => call('addMember', { body }));
    if (done === undefined) return;
    setNews(texts.added(email.trim()));
    setEmail('');
    setMay(false);
    onAdded();
  };
  return { email, setEmail, role, setRole, may, setMay, news, busy, failure, submit };
}

/** Adds somebody by e-mail address. */
export function AddMember(props: AddMemberProps) {
  const { roles, associationId } = props;
  const { email, setEmail, role, setRole, may, setMay, news, busy, failure, submit } = useNewMember(props);
  const id = (name: string): string => `${name}-${associationId ?? 'municipality'}`;
  const wrong = failure?.code === 'invalid-input';
  return (
    <form
      class="zb-card zb-flow zb-flow--s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3 class="utrecht-heading-3">{texts.add}</h3>
      <TextField
        id={id('email')}
        label={texts.email}
        type="email"
        inputMode="email"
        error={wrong ? texts.emailWrong : undefined}
        value={email}
        onValue={setEmail}
      />
      {roles.length < 2 ? null : (
        <SelectField
          id={id('role')}
          label={texts.role}
          value={role}
          onValue={(value) => setRole(roles.find((one) => one === value) ?? role)}
          options={roles.map((value) => ({ value, text: texts.roles[value] }))}
        />
      )}
      {associationId === null ? null : (
        <Tick checked={may} onTick={setMay}>
          {texts.maySettings}
        </Tick>
      )}
      <CommandFailure failure={wrong ? undefined : failure} />
      <p role="status">{news}</p>
      <div>
        <ActionButton submit busy={busy}>
          {texts.send}
        </ActionButton>
      </div>
    </form>
  );
}
