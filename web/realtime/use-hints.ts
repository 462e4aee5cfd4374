import { useEffect } from 'preact/hooks';
import type { ServerMessages } from '@app/contracts/realtime/messages.js';
import { connection, listen } from './connection.js';

/**
 * Calls back for every hint of this name, and each time the connection opens: what changed between fetching and
 * listening, or while it was lost, was hinted to nobody here. Both callbacks must stay the same between renders.
 */
export function useHints<Name extends keyof ServerMessages>(
  name: Name,
  hear: ServerMessages[Name],
  catchUp: () => void,
): void {
  useEffect(() => listen(name, hear), [name, hear]);
  useEffect(() => {
    let heard = connection.peek() === 'live';
    return connection.subscribe((state) => {
      if (state === 'live' && !heard) catchUp();
      heard = state === 'live';
    });
  }, [catchUp]);
}
