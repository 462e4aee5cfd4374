import { useState } from 'preact/hooks';
import type { Answer, Failure } from '../api/call.js';

export interface Command {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** Runs one call at a time; gives its data, or nothing when it was refused. */
  readonly run: <T>(make: () => Promise<Answer<T>>) => Promise<{ data: T } | undefined>;
}

/** One thing a person does on a page: busy while it runs, with what went wrong afterwards. */
export function useCommand(): Command {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const run = async <T>(make: () => Promise<Answer<T>>): Promise<{ data: T } | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setFailure(undefined);
    const answer = await make();
    setBusy(false);
    if (answer.ok) return { data: answer.data };
    setFailure(answer);
    return undefined;
  };
  return { busy, failure, run };
}
