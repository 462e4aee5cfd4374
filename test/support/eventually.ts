import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again until it holds. @throws with what was last seen when it does not within `withinMs` */
export async function eventually<T>(
  look: () => Promise<T> | T,
  holds: (seen: T) => boolean,
  withinMs = 50_000,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > end) throw new Error(`It did not come true; last seen: ${JSON.stringify(seen)}`);
    await sleep(50);
  }
}
