/** Two texts count as the same from this share of common triples of letters on. */
const sameFrom = 0.8;
/** Shorter texts are alike by themselves: "Hond uitlaten". */
const leastLetters = 30;

/** Whether a text is nearly one of the others: somebody posts the same again, or sends it around. */
export function repeatsAny(text: string, others: readonly string[]): boolean {
  const plain = lettersOf(text);
  if (plain.length < leastLetters) return false;
  const triples = triplesOf(plain);
  return others.some((other) => likeness(triples, triplesOf(lettersOf(other))) >= sameFrom);
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function triplesOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_unused, at) => text.slice(at, at + 3)));
}

/** Share of what both have in what either has, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const triple of one) if (other.has(triple)) common += 1;
  return common / (one.size + other.size - common);
}
