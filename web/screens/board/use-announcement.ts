import { useEffect, useRef, useState } from 'preact/hooks';

const QUIET_FOR = 30_000;

/** The count to announce: follows the real one at most every 30 seconds, so that a screen reader can finish. */
export function useAnnouncement(count: number): number {
  const [announced, setAnnounced] = useState(0);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (count === announced) return undefined;
    const wait = Math.max(0, last.current + QUIET_FOR - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setAnnounced(count);
    }, wait);
    return () => clearTimeout(timer);
  }, [count, announced]);
  return announced;
}
