import { useState } from 'preact/hooks';
import type { Me } from '@app/contracts/http/people.js';
import { call } from '../../api/call.js';
import { problemText } from '../../api/problem-text.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { TextField } from '../../parts/field.js';
import { usePage } from '../../parts/use-page.js';
import { looksLikePhone } from '../../session/contact-rules.js';
import { me } from '../../session/session.js';

interface Names {
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string;
}

function faultsOf({ givenName, phone }: Names): FormError[] {
  const faults: FormError[] = [];
  if (givenName.trim() === '') faults.push({ field: 'givenName', message: t.signIn.errors.givenName });
  if (phone.trim() !== '' && !looksLikePhone(phone)) faults.push({ field: 'phone', message: t.signIn.errors.phone });
  return faults;
}

type Field = (id: keyof Names) => {
  id: string;
  error: string | undefined;
  value: string;
  onValue: (value: string) => void;
};

/** The names as they are typed, and saving them. */
function useNames(person: Me) {
  const [names, setNames] = useState<Names>({ givenName: '', familyName: '', phone: person.phone ?? '' });
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    const faults = faultsOf(names);
    setErrors(faults);
    if (faults.length > 0 || busy) return;
    const familyName = names.familyName.trim();
    const phone = names.phone.trim();
    setBusy(true);
    const answer = await call('putMe', {
      body: {
        givenName: names.givenName.trim(),
        language: person.language,
        ...(familyName === '' ? {} : { familyName }),
        ...(phone === '' ? {} : { phone }),
      },
    });
    setBusy(false);
    if (answer.ok) me.value = answer.data;
    else setErrors([{ field: 'givenName', message: problemText(answer) }]);
  };
  const field: Field = (id) => ({
    id,
    error: errorAt(errors, id),
    value: names[id],
    onValue: (value) => setNames((before) => ({ ...before, [id]: value })),
  });
  return { errors, busy, save, field };
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
  const { errors, busy, save, field } = useNames(person);
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
      <Fields field={field} />
      <div>
        <ActionButton submit busy={busy} sizes={['big']}>
          {t.signIn.save}
        </ActionButton>
      </div>
    </form>
  );
}
