import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Failure } from '../api/call.js';

export interface Loaded<T> {
  /** The newest data; stays while it is being refreshed. */
  readonly data: T | undefined;
  readonly failure: Failure | undefined;
  /** Fetches again, keeping what is shown. */
  readonly reload: () => void;
  /** Puts in what another call answered. */
  readonly put: (data: T) => void;
}

/** Loads data when the key changes. Answers that come too late for an older key are dropped. */
export function useLoaded<T>(key: string, load: () => Promise<Answer<T>>): Loaded<T> {
  const [state, setState] = useState<{ key: string; data: T | undefined; failure: Failure | undefined }>({
    key,
    data: undefined,
    failure: undefined,
  });
  const newest = useRef(0);
  const loader = useRef(load);
  loader.current = load;

  const reload = useCallback(() => {
    const turn = ++newest.current;
    void loader.current().then((answer) => {
      if (turn !== newest.current) return;
      setState((before) => ({
        key,
        data: answer.ok ? answer.data : before.key === key && answer.code === 'unreachable' ? before.data : undefined,
        failure: answer.ok ? undefined : answer,
      }));
    });
  }, [key]);

  const put = useCallback((data: T) => setState({ key, data, failure: undefined }), [key]);

  useEffect(() => {
    reload();
    return () => {
      newest.current += 1;
    };
  }, [reload]);

  const current = state.key === key;
  return { data: current ? state.data : undefined, failure: current ? state.failure : undefined, reload, put };
}
