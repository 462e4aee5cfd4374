import { useEffect } from 'preact/hooks';
import { call } from '../../api/call.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useHints } from '../../realtime/use-hints.js';

const REFRESH_EVERY = 30_000;

/** Questions to the desk, read again now and then, and when the list of an organisation changed. */
export function useDeskQuestions(role: 'mine' | 'owner') {
  const loaded = useLoaded(`desk-${role}`, () => call('listDeskQuestions', { query: { role } }));
  const { reload } = loaded;
  useHints('work.changed', reload, reload);
  useEffect(() => {
    const timer = setInterval(reload, REFRESH_EVERY);
    return () => clearInterval(timer);
  }, [reload]);
  return loaded;
}
