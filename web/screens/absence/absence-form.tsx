import { useState } from 'preact/hooks';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ErrorSummary, errorAt, type FormError } from '../../parts/error-summary.js';
import { SelectField, TextField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';
import { faultsIn, spanOf, type AbsenceDraft } from './absence-rules.js';

type Organisation = OperationResult<typeof operations.listWorkItems>['organisations'][number];
type Colleague = Organisation['colleagues'][number];

interface AbsenceProps {
  readonly organisation: Organisation;
  readonly myId: string;
  readonly onChanged: (text: string) => void;
}

const texts = nlOrganisers.absence;
const nameOf = (colleagues: readonly Colleague[], id: string): string =>
  colleagues.find(({ personId }) => personId === id)?.givenName ?? '';

/** Away already, now or later: until when, who stands in, and the way back. */
function Away({ organisation, myId, onChanged }: AbsenceProps) {
  const { busy, failure, run } = useCommand();
  const away = organisation.colleagues.find(({ personId }) => personId === myId)?.away;
  if (!away) return null;
  // The end is the midnight after the last day.
  const dayOf = (instant: number): string => fullDayText(wallTimeOf(instant).day);
  const end = async (): Promise<void> => {
    const done = await run(() => call('endAbsence', { id: organisation.id }));
    if (done !== undefined) onChanged(texts.backDone);
  };
  return (
    <div class="zb-flow zb-flow--s">
      <p>
        {texts.away(
          dayOf(Date.parse(away.from)),
          dayOf(Date.parse(away.until) - 1),
          nameOf(organisation.colleagues, away.deputyId),
        )}
      </p>
      <CommandFailure failure={failure} />
      <div>
        <ActionButton kind="secondary-action" busy={busy} onPress={() => void end()}>
          {texts.back}
        </ActionButton>
      </div>
    </div>
  );
}

function useAbsence({ organisation, onChanged }: Omit<AbsenceProps, 'myId'>) {
  const { busy, failure, run } = useCommand();
  const [draft, setDraft] = useState<AbsenceDraft>({ deputyId: '', from: '', until: '' });
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const idOf = (field: string): string => `${field}-${organisation.id}`;
  const save = async (): Promise<void> => {
    const faults = faultsIn(draft);
    setErrors(faults.map(({ field, message }) => ({ field: idOf(field), message })));
    if (faults.length > 0) return;
    const body = { deputyId: draft.deputyId, ...spanOf(draft) };
    const done = await run(() => call('putAbsence', { id: organisation.id, body }));
    if (done !== undefined) onChanged(texts.saved(nameOf(organisation.colleagues, draft.deputyId)));
  };
  const field = (name: keyof AbsenceDraft) => ({
    id: idOf(name),
    error: errorAt(errors, idOf(name)),
    value: draft[name],
    onValue: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  });
  return { busy, failure, errors, field, save };
}

function Form({ organisation, myId, onChanged }: AbsenceProps) {
  const { busy, failure, errors, field, save } = useAbsence({ organisation, onChanged });
  const others = organisation.colleagues.filter(({ personId }) => personId !== myId);
  if (others.length === 0) return <p>{texts.alone}</p>;
  return (
    <form
      class="zb-flow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorSummary errors={errors} />
      <SelectField
        {...field('deputyId')}
        label={texts.who}
        options={[
          { value: '', text: texts.choose },
          ...others.map(({ personId, givenName }) => ({ value: personId, text: givenName })),
        ]}
      />
      <TextField {...field('from')} label={texts.from} type="date" width="half" />
      <TextField {...field('until')} label={texts.until} type="date" width="half" />
      <CommandFailure failure={failure} />
      <div>
        <ActionButton submit busy={busy}>
          {texts.save}
        </ActionButton>
      </div>
    </form>
  );
}

/** Being away from one organisation. */
export function Absence(props: AbsenceProps) {
  const { organisation, myId } = props;
  const away = organisation.colleagues.some(({ personId, away: gone }) => personId === myId && gone !== null);
  return (
    <section class="zb-card zb-flow" aria-labelledby={`away-${organisation.id}`}>
      <h2 class="utrecht-heading-2" id={`away-${organisation.id}`}>
        {organisation.name}
      </h2>
      {away ? <Away {...props} /> : <Form {...props} />}
    </section>
  );
}
