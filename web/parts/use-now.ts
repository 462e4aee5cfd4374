import { useEffect, useState } from 'preact/hooks';
import { serviceNow } from '../time/service-clock.js';

const HALF_MINUTE = 30_000;

/** The time of the service, renewed twice a minute so that "over 28 minuten" stays true. */
export function useNow(): number {
  const [now, setNow] = useState(() => serviceNow());
  useEffect(() => {
    const timer = setInterval(() => setNow(serviceNow()), HALF_MINUTE);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, serviceNow() - HALF_MINUTE);
}
