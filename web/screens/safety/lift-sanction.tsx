import { useEffect, useState } from 'preact/hooks';
import type { SanctionView } from '@app/contracts/http/reports.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { TextAreaField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { forgetWritten, useWritten } from '../../session/written-words.js';

const texts = t.reports.list;

interface LiftProps {
  readonly sanction: SanctionView;
  /** Opened from the work list. */
  readonly opened: boolean;
  readonly onWriting: () => void;
  readonly onDone: (how: 'decided' | 'too-late') => void;
}

function useLift({ sanction, opened, onWriting, onDone }: LiftProps) {
  const { busy, failure, run } = useCommand();
  const [words, setWords] = useWritten(sanction.id);
  const [open, setOpen] = useState(opened || words !== '');
  const [error, setError] = useState<string>();
  const field = `lift-${sanction.id}`;
  const lift = async (): Promise<void> => {
    const short = words.trim().length < 10;
    setError(short ? texts.errors.explanation : undefined);
    if (short) return document.getElementById(field)?.focus();
    const body = { explanation: words.trim() };
    const done = await run(() => call('liftSanction', { id: sanction.id, version: sanction.version, body }));
    if (done !== undefined) forgetWritten(sanction.id);
    onDone(done === undefined ? 'too-late' : 'decided');
  };
  useEffect(() => {
    if (open) document.getElementById(field)?.focus();
  }, [open]);
  const write = (text: string): void => {
    setWords(text);
    onWriting();
  };
  return { busy, failure, words, write, open, setOpen, error, field, lift };
}

/** Ends what holds before its time; the words go to the person. When somebody else was first, the list is read again. */
export function LiftSanction(props: LiftProps) {
  const { sanction } = props;
  const { busy, failure, words, write, open, setOpen, error, field, lift } = useLift(props);
  if (!open) {
    return (
      <div>
        <ActionButton kind="secondary-action" sizes={['dense']} onPress={() => setOpen(true)}>
          {texts.grant}
          <span class="zb-hidden">: {sanction.givenName}</span>
        </ActionButton>
      </div>
    );
  }
  return (
    <form
      class="zb-flow zb-flow--s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void lift();
      }}
    >
      <TextAreaField
        id={field}
        label={texts.explain}
        hint={texts.explainHint}
        error={error}
        value={words}
        onValue={write}
      />
      <CommandFailure failure={failure} />
      <div>
        <ActionButton submit sizes={['dense']} busy={busy}>
          {texts.grant}
        </ActionButton>
      </div>
    </form>
  );
}
