import { useState } from 'preact/hooks';
import type { NeighbourCall } from '@app/contracts/http/calls.js';
import { call } from '../../api/call.js';
import { useCommand } from '../../parts/use-command.js';

export type Outcome = 'yes' | 'no' | 'no-answer';

/** Nothing chosen yet, somebody on the line, nobody left, or a neighbour found. */
export type CallState = 'idle' | NeighbourCall | 'nobody' | 'helped';

/** One neighbour after the other, until one says yes or nobody is left. */
export function useCalls(helpRequestId: string) {
  const { busy, failure, run } = useCommand();
  const [state, setState] = useState<CallState>('idle');
  const [count, setCount] = useState(0);

  const next = async (): Promise<void> => {
    const found = await run(() => call('callNextNeighbour', { id: helpRequestId, body: { reason: 'arrange-help' } }));
    if (found !== undefined) setState(found.data.call ?? 'nobody');
  };
  const record = async (now: NeighbourCall, outcome: Outcome): Promise<void> => {
    const noted = await run(() => call('recordCallOutcome', { id: now.id, body: { outcome } }));
    if (noted === undefined) return;
    setCount(count + 1);
    setState(outcome === 'yes' ? 'helped' : 'idle');
  };
  return { state, busy, failure, count, next, record };
}
