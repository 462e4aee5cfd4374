const mostChanges = 2;
const withinMs = 30 * 24 * 3_600_000;

/** Allowed, with the changes to remember; or refused until a moment. Milliseconds since the epoch. */
export type HomeChangeVerdict =
  { readonly allowed: true; readonly changes: readonly number[] } | { readonly allowed: false; readonly until: number };

/**
 * Two changes of home in 30 days: moving happens, but trying one buurt after another to find out who asks
 * for help where does not go far.
 */
export function judgeHomeChange(changes: readonly number[], now: number): HomeChangeVerdict {
  const recent = changes.filter((change) => change > now - withinMs).toSorted((a, b) => a - b);
  const [oldest] = recent;
  if (oldest !== undefined && recent.length >= mostChanges) {
    return { allowed: false, until: (recent.at(-mostChanges) ?? oldest) + withinMs };
  }
  return { allowed: true, changes: [...recent, now] };
}
