import { useEffect, useRef } from 'preact/hooks';

/** Listens to the keyboard as long as the page is there; the newest handler counts. */
export function useKey(handle: (event: KeyboardEvent) => void): void {
  const newest = useRef(handle);
  newest.current = handle;
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => newest.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
