import { useState } from 'preact/hooks';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { TextField } from '../../parts/field.js';
import { circleCheck } from '../../parts/icons.js';
import { useCommand } from '../../parts/use-command.js';
import { looksLikePhone } from '../../session/contact-rules.js';
import { detailsOf, me } from '../../session/session.js';

/** True when the page promises to call somebody of whom nobody knows a number. */
function wantsNumber({ viewer, hasAddress }: HelpRequestView): boolean {
  // Who asked for somebody else at the telephone is an organiser, and is not the one to be called.
  return viewer === 'asker' && hasAddress === undefined && me.value?.phone === null;
}

function NumberForm({ name, onSaved }: { name: string; onSaved: () => void }) {
  const [phone, setPhone] = useState('');
  const [wrong, setWrong] = useState(false);
  const { busy, failure, run } = useCommand();
  const save = async (): Promise<void> => {
    const person = me.value;
    const right = looksLikePhone(phone);
    setWrong(!right);
    if (!right) document.getElementById('phone')?.focus();
    if (!right || person === null || person === undefined) return;
    const body = { ...detailsOf(person, person.givenName ?? ''), phone: phone.trim() };
    const done = await run(() => call('putMe', { body }));
    if (done === undefined) return;
    onSaved();
    me.value = done.data;
  };
  return (
    <form
      class="zb-card zb-flow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 class="utrecht-heading-3">{t.request.phone.title(name)}</h2>
      <p>{t.request.phone.text}</p>
      <CommandFailure failure={failure} />
      <TextField
        id="phone"
        label={t.myData.phone}
        error={wrong ? t.signIn.errors.phone : undefined}
        value={phone}
        onValue={setPhone}
        type="tel"
        autocomplete="tel"
      />
      <div>
        <ActionButton submit kind="secondary-action" busy={busy}>
          {t.request.phone.save}
        </ActionButton>
      </div>
    </form>
  );
}

/** While neighbours are asked: the telephone number that the promise to call needs. */
export function PhoneCard({ request }: { request: HelpRequestView }) {
  const [saved, setSaved] = useState(false);
  return (
    <>
      <div role="status">
        {saved ? (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{t.request.phone.saved}</p>
          </Alert>
        ) : null}
      </div>
      {wantsNumber(request) ? (
        <NumberForm name={request.owner.person.givenName} onSaved={() => setSaved(true)} />
      ) : null}
    </>
  );
}
