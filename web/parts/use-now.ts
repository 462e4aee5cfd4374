import { useEffect, useReducer } from 'preact/hooks';
import { serviceNow } from '../time/service-clock.js';

const HALF_MINUTE = 30_000;

/** The time of the service, renewed twice a minute so that "over 28 minuten" stays true. */
export function useNow(): number {
  const [, renew] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => renew(undefined), HALF_MINUTE);
    return () => clearInterval(timer);
  }, []);
  return serviceNow();
}
