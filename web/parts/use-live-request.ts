import { useEffect } from 'preact/hooks';
import { connection, listen } from '../realtime/connection.js';

/** Calls back when the server says that this request changed, and after a connection came back. */
export function useLiveRequest(id: string | undefined, onChange: () => void): void {
  useEffect(
    () =>
      listen('help-request.changed', (frame) => {
        if (id === undefined || frame.id === id) onChange();
      }),
    [id, onChange],
  );
  useEffect(() => {
    let wasLost = false;
    return connection.subscribe((state) => {
      if (state === 'live' && wasLost) onChange();
      wasLost = state === 'lost';
    });
  }, [onChange]);
}
