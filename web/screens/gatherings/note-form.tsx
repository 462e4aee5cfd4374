import { useLayoutEffect, useState } from 'preact/hooks';
import type { ManagedGatheringDate } from '@app/contracts/http/gathering-shapes.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { TextField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { useNow } from '../../parts/use-now.js';
import { whenText } from './gathering-words.js';

const texts = nlOrganisers.organiseGatherings;
const most = 2_000;

interface NoteFormProps {
  readonly title: string;
  readonly date: ManagedGatheringDate;
  readonly onDone: (told: string) => void;
  /** There when the form was opened by a press, which can be taken back. */
  readonly onBack?: () => void;
}

interface ActsProps extends Pick<NoteFormProps, 'title'> {
  readonly busy: boolean;
  readonly onOff: () => void;
  readonly onBack: (() => void) | undefined;
}

function Acts({ title, busy, onOff, onBack }: ActsProps) {
  return (
    <div class="zb-row">
      <ActionButton submit sizes={['dense']} busy={busy}>
        {texts.save}
        <span class="zb-hidden">: {title}</span>
      </ActionButton>
      <ActionButton kind="plain" sizes={['dense']} busy={busy} onPress={onOff}>
        {texts.itWasOff}
        <span class="zb-hidden">: {title}</span>
      </ActionButton>
      {onBack === undefined ? null : (
        <ActionButton kind="subtle" sizes={['dense']} onPress={onBack}>
          {texts.back}
        </ActionButton>
      )}
    </div>
  );
}

/** How many people came to one date, or that it did not happen. */
export function NoteForm({ title, date, onDone, onBack }: NoteFormProps) {
  const { id, came, expected } = date;
  const [number, setNumber] = useState(came === null ? '' : String(came));
  const [error, setError] = useState<string>();
  const { busy, failure, run } = useCommand();
  const now = useNow();
  const wasOpened = onBack !== undefined;
  useLayoutEffect(() => {
    if (wasOpened) document.getElementById(`came-${id}`)?.focus();
  }, [wasOpened, id]);
  const note = async (people: number | null): Promise<void> => {
    const done = await run(() => call('noteAttendance', { id, body: { held: people !== null, came: people } }));
    if (done !== undefined) onDone(texts.noted);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const people = Number(number);
    const isRight = /^\d{1,4}$/.test(number.trim()) && people <= most;
    setError(isRight ? undefined : texts.numberMissing);
    if (isRight) void note(people);
    else document.getElementById(`came-${id}`)?.focus();
  };
  return (
    <form class="zb-flow zb-flow--s" noValidate onSubmit={submit}>
      <h3 class="utrecht-heading-3">{title}</h3>
      <p>
        {whenText(date, now)}. {texts.expected(expected)}.
      </p>
      <CommandFailure failure={failure} />
      <TextField
        id={`came-${id}`}
        label={texts.howMany}
        hint={texts.howManyHint}
        error={error}
        inputMode="numeric"
        width="narrow"
        value={number}
        onValue={setNumber}
      />
      <Acts title={title} busy={busy} onBack={onBack} onOff={() => void note(null)} />
    </form>
  );
}
