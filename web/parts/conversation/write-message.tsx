import { useState } from 'preact/hooks';
import { problemText } from '../../api/problem-text.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../action.js';
import { Alert } from '../alert.js';
import { TextAreaField } from '../field.js';
import { wifiOff } from '../icons.js';
import type { ConversationState, Unsent } from './use-conversation.js';

const longest = 1000;

function whyNotSent({ failure }: Unsent): string {
  if (failure.code === 'unreachable') return t.conversation.offline;
  const known = t.problems.byCode[failure.code];
  return known === undefined ? t.conversation.failed : problemText(failure);
}

/** A message that does not arrive says so, and its words stay where they were typed. */
export function WriteMessage({
  id,
  busy,
  unsent,
  send,
}: Pick<ConversationState, 'busy' | 'unsent' | 'send'> & { readonly id: string }) {
  const field = `bericht-${id}`;
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const submit = async (): Promise<void> => {
    const words = text.trim();
    const fault = words === '' ? t.conversation.missing : words.length > longest ? t.conversation.tooLong : undefined;
    setError(fault);
    if (fault !== undefined) document.getElementById(field)?.focus();
    else if (await send(words)) setText('');
  };
  return (
    <form
      class="zb-write zb-flow zb-flow--s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextAreaField
        id={field}
        label={t.conversation.field}
        hint={t.conversation.hint}
        error={error}
        value={text}
        onValue={setText}
      />
      <div role="alert">
        {unsent === undefined ? null : (
          <Alert kind="warning" drawing={wifiOff}>
            <p>{whyNotSent(unsent)}</p>
          </Alert>
        )}
      </div>
      <div>
        <ActionButton kind="secondary-action" submit busy={busy}>
          {unsent === undefined ? t.conversation.send : t.conversation.again}
        </ActionButton>
      </div>
    </form>
  );
}
