import { useCallback } from 'preact/hooks';
import { useHints } from '../realtime/use-hints.js';

/** Calls back when the server says that this request (or any, without an id) changed, and when it may have unheard. */
export function useLiveRequest(id: string | undefined, onChange: () => void): void {
  const hear = useCallback(
    (frame: { id: string }) => {
      if (id === undefined || frame.id === id) onChange();
    },
    [id, onChange],
  );
  useHints('help-request.changed', hear, onChange);
}
