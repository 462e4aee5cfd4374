import { setTimeout as sleep } from 'node:timers/promises';

/** What was waited for did not come. */
export class WaitedTooLongError extends Error {
  override readonly name = 'WaitedTooLongError';
}

const betweenLooksMs = 100;

/**
 * Looks until there is something to see.
 * @param forWhat ends the sentence "Wachtte tevergeefs op …"
 * @throws WaitedTooLongError after `withinMs`
 */
export async function waitFor<T>(forWhat: string, look: () => Promise<T | undefined>, withinMs = 15_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > deadline) {
      throw new WaitedTooLongError(`Wachtte tevergeefs op ${forWhat} (${Math.round(withinMs / 1000)} seconden).`);
    }
    await sleep(betweenLooksMs);
  }
}
