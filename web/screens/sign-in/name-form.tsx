import { useState } from 'preact/hooks';
import type { Me } from '@app/contracts/http/people.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { TextField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { usePage } from '../../parts/use-page.js';
import { nameFaults, type TypedNames } from '../../session/name-faults.js';
import { me } from '../../session/session.js';

type Field = (id: keyof TypedNames) => {
  id: string;
  error: string | undefined;
  value: string;
  onValue: (value: string) => void;
};

/** The names as they are typed, and saving them. */
function useNames(person: Me) {
  const [names, setNames] = useState<TypedNames>({ givenName: '', familyName: '', phone: person.phone ?? '' });
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const command = useCommand();
  const save = async (): Promise<void> => {
    const faults = nameFaults(names);
    setErrors(faults);
    if (faults.length > 0) return;
    const familyName = names.familyName.trim();
    const phone = names.phone.trim();
    const body = {
      givenName: names.givenName.trim(),
      language: person.language,
      ...(familyName === '' ? {} : { familyName }),
      ...(phone === '' ? {} : { phone }),
    };
    const done = await command.run(() => call('putMe', { body }));
    if (done !== undefined) me.value = done.data;
  };
  const field: Field = (id) => ({
    id,
    error: errorAt(errors, id),
    value: names[id],
    onValue: (value) => setNames((before) => ({ ...before, [id]: value })),
  });
  return { errors, save, field, ...command };
}

function Fields({ field }: { field: Field }) {
  return (
    <>
      <TextField {...field('givenName')} label={t.signIn.givenName} autocomplete="given-name" />
      <TextField {...field('familyName')} label={t.ask.who.familyName} autocomplete="family-name" />
      <TextField
        {...field('phone')}
        label={t.signIn.phone}
        hint={t.signIn.phoneExample}
        type="tel"
        autocomplete="tel"
      />
    </>
  );
}

/** What a new account is called. Nothing else is needed. */
export function NameForm({ person }: { person: Me }) {
  const { errors, busy, failure, save, field } = useNames(person);
  usePage(t.signIn.nameTitle, errors.length > 0);
  return (
    <form
      class="zb-flow zb-flow--l zb-measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorSummary errors={errors} />
      <div class="zb-flow zb-flow--xs">
        <h1 class="utrecht-heading-1">{t.signIn.nameTitle}</h1>
        <p>{t.signIn.nameLead}</p>
      </div>
      <CommandFailure failure={failure} />
      <Fields field={field} />
      <div>
        <ActionButton submit busy={busy} sizes={['big']}>
          {t.signIn.save}
        </ActionButton>
      </div>
    </form>
  );
}
