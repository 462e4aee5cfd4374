import { useState } from 'preact/hooks';
import type { SanctionView } from '@app/contracts/http/reports.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { TextAreaField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { forgetWritten, useWritten } from '../../session/written-words.js';

const texts = t.reports.list;

interface LookAgainProps {
  readonly sanction: SanctionView;
  readonly onWriting: () => void;
  readonly onDone: (how: 'decided' | 'too-late') => void;
}

/** Somebody else than who decided looks again. */
export function LookAgain({ sanction, onWriting, onDone }: LookAgainProps) {
  const { busy, failure, run } = useCommand();
  const [answer, setAnswer] = useWritten(sanction.id);
  const [error, setError] = useState<string>();
  const field = `answer-${sanction.id}`;
  const decide = async (decision: 'uphold' | 'grant'): Promise<void> => {
    const short = answer.trim().length < 10;
    setError(short ? texts.errors.explanation : undefined);
    if (short) {
      document.getElementById(field)?.focus();
      return;
    }
    const body = { decision, answer: answer.trim() };
    const done = await run(() => call('decideAppeal', { id: sanction.id, version: sanction.version, body }));
    if (done !== undefined) forgetWritten(sanction.id);
    onDone(done === undefined ? 'too-late' : 'decided');
  };
  return (
    <div class="zb-flow zb-flow--s">
      <TextAreaField
        id={field}
        label={texts.answer}
        error={error}
        value={answer}
        onValue={(text) => {
          setAnswer(text);
          onWriting();
        }}
      />
      <CommandFailure failure={failure} />
      <div class="zb-row">
        <ActionButton kind="secondary-action" sizes={['dense']} busy={busy} onPress={() => void decide('grant')}>
          {texts.grant}
        </ActionButton>
        <ActionButton kind="secondary-action" sizes={['dense']} busy={busy} onPress={() => void decide('uphold')}>
          {texts.uphold}
        </ActionButton>
      </div>
    </div>
  );
}
