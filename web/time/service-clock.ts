import { signal } from '@preact/signals';
import { keep, kept } from '../session/kept.js';

const OFFSET = 'clock-offset';

/** Milliseconds that the clock of the service is ahead of this device. The demonstration has its own time. */
const offset = signal(kept(OFFSET, 0));

/** False until the service told its time; the time of this device is used until then. */
export const clockKnown = signal(false);

/** Keeps the difference with the service, from the header that every answer carries. */
export function noteDateOfService(header: string | null, deviceNow = Date.now()): void {
  const instant = header === null ? Number.NaN : Date.parse(header);
  if (!Number.isFinite(instant)) return;
  const difference = instant - deviceNow;
  clockKnown.value = true;
  // A few seconds are the way over the network, not another clock.
  if (Math.abs(difference - offset.value) <= 2_000) return;
  offset.value = difference;
  // Without internet nobody tells the time of the service.
  keep(OFFSET, difference);
}

/** The time of the service, in milliseconds since the epoch. */
export function serviceNow(deviceNow = Date.now()): number {
  return deviceNow + offset.value;
}
