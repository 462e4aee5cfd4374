import { useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { TextAreaField, TextField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { looksLikePhone } from '../../session/contact-rules.js';

const texts = nlOrganisers.deskWork.phone;
const empty = { givenName: '', phone: '', text: '' };

function useNote(onDone: () => void) {
  const { busy, failure, run } = useCommand();
  const [draft, setDraft] = useState(empty);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const send = async (): Promise<void> => {
    const { givenName, phone, text } = draft;
    const faults: FormError[] = [];
    if (givenName.trim() === '') faults.push({ field: 'givenName', message: texts.errors.givenName });
    if (!looksLikePhone(phone)) faults.push({ field: 'phone', message: texts.errors.phone });
    if (text.trim().length < 5) faults.push({ field: 'text', message: texts.errors.text });
    setErrors(faults);
    if (faults.length > 0) return;
    const body = { text: text.trim(), onBehalfOf: { givenName: givenName.trim(), phone: phone.trim() } };
    if ((await run(() => call('askDesk', { body }))) === undefined) return;
    setDraft(empty);
    onDone();
  };
  const field = (id: keyof typeof empty) => ({
    id,
    error: errorAt(errors, id),
    value: draft[id],
    onValue: (value: string) => setDraft((before) => ({ ...before, [id]: value })),
  });
  return { busy, failure, errors, field, send };
}

/** A question of somebody on the telephone who has no e-mail. */
export function NoteQuestion({ onDone }: { onDone: () => void }) {
  const { busy, failure, errors, field, send } = useNote(onDone);
  return (
    <details class="zb-card">
      <summary>{texts.title}</summary>
      <form
        class="zb-flow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ErrorSummary errors={errors} />
        <TextField {...field('givenName')} label={texts.name} width="half" />
        <TextField {...field('phone')} label={texts.number} type="tel" inputMode="tel" width="half" />
        <TextAreaField {...field('text')} label={texts.text} />
        <CommandFailure failure={failure} />
        <div>
          <ActionButton submit busy={busy}>
            {texts.send}
          </ActionButton>
        </div>
      </form>
    </details>
  );
}
