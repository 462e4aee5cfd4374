import { inOrder, type Fact } from './fact.js';
import { regularFrom, type Figure, type Measure } from './figure.js';
import { lastDayOf, quarterLater, quarterOf, type Quarter } from './quarter.js';

/** A pause that was meant to last longer counts as this many quarters. */
const longestPause = 8;

/** What one person adds to the figures: once to each step of the funnel, and each quarter by how often. */
export function countPerson(facts: readonly Fact[]): readonly Figure[] {
  const history = withoutUndone(inOrder(facts));
  return [...stagesOf(history), ...restingOf(history), ...loadOf(history, 'helped'), ...loadOf(history, 'asked')];
}

/** Of each help only what was said of it last, and nothing of one that did not work out after all. */
function withoutUndone(history: readonly Fact[]): readonly Fact[] {
  const last = new Map(history.map((fact) => [fact.kind === 'helped' ? fact.detail : fact.id, fact]));
  return inOrder([...last.values()].filter(({ kind, code }) => kind !== 'helped' || code === 'yes'));
}

function figureAt(fact: Fact, measure: Measure, bucket = '', amount = 1, quarter = quarterOf(fact.day)): Figure {
  const { districtCode, organisationId } = fact;
  return { quarter, districtCode, organisationId, measure, bucket, amount };
}

function stagesOf(history: readonly Fact[]): Figure[] {
  const [first] = history;
  const willing = history.find(({ kind }) => kind === 'willing');
  const [askedFirst] = quartersOf(history, 'asked');
  const helps = history.filter(({ kind }) => kind === 'helped');
  const [helped] = helps;
  const regular = helps[regularFrom - 1];
  const left = history.findLast(({ kind }) => kind === 'left');
  return [
    ...(first ? [figureAt(first, 'reached')] : []),
    ...(willing ? [figureAt(willing, 'willing', willing.code)] : []),
    ...(askedFirst ? [figureAt(askedFirst.last, 'asked')] : []),
    ...(helped ? [figureAt(helped, 'first-help', willing?.code ?? 'unknown')] : []),
    ...(regular ? [figureAt(regular, 'regular')] : []),
    ...(willing && left ? [figureAt(left, 'left')] : []),
  ];
}

/** A quarter counts when the pause holds on its last day; its end, and leaving, have no last day. */
function restingOf(history: readonly Fact[]): Figure[] {
  const changes = history.filter(({ kind }) => kind === 'paused' || kind === 'left');
  return changes.flatMap((pause, index) => {
    const until = changes[index + 1]?.day ?? '9999-12-31';
    const resting: Figure[] = [];
    let quarter: Quarter = quarterOf(pause.day);
    for (let count = 0; count < longestPause; count += 1) {
      const last = lastDayOf(quarter);
      if (last > pause.code || last >= until) break;
      resting.push(figureAt(pause, 'resting', '', 1, quarter));
      quarter = quarterLater(quarter, 1);
    }
    return resting;
  });
}

const loads = {
  helped: { times: 'helps', people: 'helpers' },
  asked: { times: 'asks', people: 'people-asked' },
} as const;

/** How often this person helped or was asked in each quarter, at the last place they lived in it. */
function loadOf(history: readonly Fact[], kind: 'helped' | 'asked'): Figure[] {
  const { times, people } = loads[kind];
  return quartersOf(history, kind).flatMap(({ last, sum }) => [
    figureAt(last, times, '', sum),
    figureAt(last, people, timesBucket(sum)),
    ...(kind === 'helped' ? [figureAt(last, 'helps-by-load', timesBucket(sum), sum)] : []),
  ]);
}

/** Quarters in which something happened at least once, in order; an ask that was taken back did not happen. */
function quartersOf(
  history: readonly Fact[],
  kind: 'helped' | 'asked',
): readonly { readonly last: Fact; readonly sum: number }[] {
  const counts = new Map<Quarter, { readonly last: Fact; readonly sum: number }>();
  for (const fact of history.filter((one) => one.kind === kind)) {
    const quarter = quarterOf(fact.day);
    counts.set(quarter, { last: fact, sum: (counts.get(quarter)?.sum ?? 0) + fact.amount });
  }
  return [...counts.values()].filter(({ sum }) => sum > 0);
}

function timesBucket(times: number): string {
  if (times <= 2) return String(times);
  if (times <= 4) return '3-4';
  return times <= 9 ? '5-9' : '10-up';
}
