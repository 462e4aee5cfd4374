/**
 * Condition that a uuid is one of these, and the value to give. Apart for one, which is usual: a statement with a list is
 * planned anew each time, because PostgreSQL cannot know how long the next list is.
 */
export function among(
  placeholder: `$${number}`,
  ids: Iterable<string>,
): { readonly condition: string; readonly value: string | readonly string[] } {
  const wanted = [...new Set(ids)];
  const [only] = wanted;
  return wanted.length === 1 && only !== undefined
    ? { condition: `= ${placeholder}::uuid`, value: only }
    : { condition: `= ANY (${placeholder}::uuid[])`, value: wanted };
}
