import { countCase } from './count-case.js';
import { countCircle } from './count-circle.js';
import { countGathering } from './count-gathering.js';
import { countPerson } from './count-person.js';
import { countQuestion } from './count-question.js';
import type { Fact } from './fact.js';
import { summed, type Figure } from './figure.js';

/** Facts by the history they belong to. */
function byHistory(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const histories = new Map<string, Fact[]>();
  for (const fact of facts) {
    const history = histories.get(fact.historyId);
    if (history) history.push(fact);
    else histories.set(fact.historyId, [fact]);
  }
  return [...histories.values()];
}

/** What one history adds. It depends on the set of its facts alone, not on when each was heard. */
function countHistory(facts: readonly Fact[]): readonly Figure[] {
  const [about] = facts[0]?.kind.split('-') ?? [];
  switch (about) {
    case 'case':
      return countCase(facts);
    case 'question':
      return countQuestion(facts);
    case 'circle':
      return countCircle(facts);
    case 'gathering':
      return countGathering(facts);
    default:
      return countPerson(facts);
  }
}

/** All figures from all facts. */
export function countAll(facts: readonly Fact[]): readonly Figure[] {
  return summed(byHistory(facts).flatMap(countHistory));
}

/**
 * By how much each figure changes when facts are added to what is known. `known` holds the whole history of everyone
 * the added facts are about; facts that are known already change nothing.
 */
export function changesBy(known: readonly Fact[], added: readonly Fact[]): readonly Figure[] {
  const undone = countAll(known).map((figure) => ({ ...figure, amount: -figure.amount }));
  return summed([...undone, ...countAll([...known, ...added])]);
}
