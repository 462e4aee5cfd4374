import { useState } from 'preact/hooks';
import type { SlotView } from '@app/contracts/http/circle-shapes.js';
import { call, type Failure } from '../../api/call.js';
import { useCommand } from '../../parts/use-command.js';

export type TurnAct = SlotView['actions'][number];

/** What a person does with turns, and how the last of it went. */
export interface Turns {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** Somebody else was quicker, or the turn is over. */
  readonly late: boolean;
  /** What was just done. */
  readonly done: TurnAct | undefined;
  /** `memberId`: whom a swap is asked; null for the whole circle. */
  readonly run: (act: TurnAct, id: string, memberId?: string | null) => Promise<void>;
}

const tooLate = new Set<Failure['code']>(['already-matched', 'not-open', 'not-active-any-more']);

function send(act: TurnAct, id: string, memberId: string | null) {
  switch (act) {
    case 'take':
      return call('takeCircleSlot', { id });
    case 'give-back':
      return call('giveBackCircleSlot', { id });
    case 'ask-swap':
      return call('askCircleSwap', { id, body: { memberId } });
    case 'stop-swap':
      return call('stopCircleSwap', { id });
    case 'leave-out':
      return call('leaveOutCircleSlot', { id });
  }
}

/** What a person does with turns: one at a time, and afterwards the agenda as it really is. */
export function useTurns(onChange: () => void): Turns {
  const { busy, failure, run } = useCommand();
  const [done, setDone] = useState<TurnAct>();
  return {
    busy,
    failure,
    late: failure !== undefined && tooLate.has(failure.code),
    done,
    run: async (act, id, memberId = null) => {
      setDone(undefined);
      const answer = await run(() => send(act, id, memberId));
      if (answer) setDone(act);
      onChange();
    },
  };
}
