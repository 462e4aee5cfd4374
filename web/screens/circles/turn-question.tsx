import { useState } from 'preact/hooks';
import type { MemberView, SlotView } from '@app/contracts/http/circle-shapes.js';
import { t } from '../../messages/texts.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { SelectField } from '../../parts/field.js';
import type { TurnAct } from './use-turns.js';

interface TurnQuestionProps {
  readonly asking: { readonly act: TurnAct; readonly slot: SlotView } | undefined;
  readonly members: readonly MemberView[];
  readonly busy: boolean;
  readonly onYes: (memberId: string | null) => void;
  readonly onClose: () => void;
}

const everyone = '';

/** Asks once more before giving back or leaving out, and whom to ask before asking for a swap. */
export function TurnQuestion({ asking, members, busy, onYes, onClose }: TurnQuestionProps) {
  const [whom, setWhom] = useState(everyone);
  const words = t.circles.agenda;
  const isSwap = asking?.act === 'ask-swap';
  const others = members.filter(({ role, status, mine }) => role !== 'casemanager' && status === 'active' && !mine);
  const [title, text, yes] = isSwap
    ? [words.swapTitle, words.swapText, words.swapYes]
    : asking?.act === 'give-back'
      ? [words.giveBackTitle, words.giveBackText, words.giveBackYes]
      : [words.leaveOutTitle, words.leaveOutText, words.leaveOutYes];
  return (
    <ConfirmDialog
      open={asking !== undefined}
      title={title}
      text={text}
      yes={yes}
      busy={busy}
      onYes={() => onYes(isSwap && whom !== everyone ? whom : null)}
      onClose={onClose}
    >
      {isSwap ? (
        <SelectField
          id="whom"
          label={words.swapWho}
          value={whom}
          onValue={setWhom}
          options={[
            { value: everyone, text: words.swapAll },
            ...others.map(({ id, givenName }) => ({ value: id, text: givenName })),
          ]}
        />
      ) : null}
    </ConfirmDialog>
  );
}
