import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { Me } from '@app/contracts/http/people.js';
import type { AgeBand } from '@app/contracts/http/vocabulary.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, TextLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { SelectField, TextField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { usePage } from '../../parts/use-page.js';
import { nameFaults, type TypedNames } from '../../session/name-faults.js';
import { me } from '../../session/session.js';

interface Names extends TypedNames {
  readonly ageBand: string;
}

const ages = Object.keys(t.myData.ages) as AgeBand[];

/** Only what was filled in: a field that is left out is emptied. */
function bodyOf(names: Names, person: Me) {
  const familyName = names.familyName.trim();
  const phone = names.phone.trim();
  const ageBand = ages.find((age) => age === names.ageBand);
  return {
    givenName: names.givenName.trim(),
    language: person.language,
    ...(familyName === '' ? {} : { familyName }),
    ...(phone === '' ? {} : { phone }),
    ...(ageBand === undefined ? {} : { ageBand }),
  };
}

function useNames(person: Me) {
  const { route } = useLocation();
  const [names, setNames] = useState<Names>({
    givenName: person.givenName ?? '',
    familyName: person.familyName ?? '',
    phone: person.phone ?? '',
    ageBand: person.ageBand ?? '',
  });
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const command = useCommand();
  const save = async (): Promise<void> => {
    const faults = nameFaults(names);
    setErrors(faults);
    if (faults.length > 0) return;
    const done = await command.run(() => call('putMe', { body: bodyOf(names, person) }));
    if (done === undefined) return;
    me.value = done.data;
    route('/gegevens?bewaard=1');
  };
  const field = (id: keyof Names) => ({
    id,
    error: errorAt(errors, id),
    value: names[id],
    onValue: (value: string) => setNames((before) => ({ ...before, [id]: value })),
  });
  return { errors, field, save, ...command };
}

function Form({ person }: { person: Me }) {
  const { errors, field, save, busy, failure } = useNames(person);
  usePage(t.myData.nameTitle, errors.length > 0);
  return (
    <form
      class="zb-flow zb-flow--l zb-measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>
        <TextLink href="/gegevens">{t.myData.back}</TextLink>
      </p>
      <ErrorSummary errors={errors} />
      <div class="zb-flow zb-flow--xs">
        <h1 class="utrecht-heading-1">{t.myData.nameTitle}</h1>
        <p>{t.myData.nameLead}</p>
      </div>
      <CommandFailure failure={failure} />
      <TextField {...field('givenName')} label={t.signIn.givenName} autocomplete="given-name" />
      <TextField {...field('familyName')} label={t.signIn.familyName} autocomplete="family-name" />
      <TextField
        {...field('phone')}
        label={t.signIn.phone}
        hint={t.signIn.phoneExample}
        type="tel"
        autocomplete="tel"
      />
      <SelectField
        {...field('ageBand')}
        label={t.myData.ageLabel}
        hint={t.myData.ageHint}
        options={[
          { value: '', text: t.myData.ageNone },
          ...ages.map((age) => ({ value: age, text: t.myData.ages[age] })),
        ]}
      />
      <div>
        <ActionButton submit busy={busy} sizes={['big']}>
          {t.myData.save}
        </ActionButton>
      </div>
    </form>
  );
}

/** Name, telephone number and age band. */
export function NamesScreen() {
  const person = me.value;
  return person === null || person === undefined ? null : <Form person={person} />;
}
