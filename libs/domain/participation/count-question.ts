import { DAY } from '../kernel/time.js';
import { inOrder, type Fact } from './fact.js';
import type { Figure, Measure } from './figure.js';
import { quarterOf } from './quarter.js';

/** What one question to the desk adds to the figures: all of it in the quarter in which it was asked. */
export function countQuestion(facts: readonly Fact[]): readonly Figure[] {
  const history = inOrder(facts);
  const asked = history.find(({ kind }) => kind === 'question-asked');
  if (!asked) return [];
  const figure = (measure: Measure, bucket: string): Figure => ({
    quarter: quarterOf(asked.day),
    districtCode: asked.districtCode,
    organisationId: asked.organisationId,
    measure,
    bucket,
    amount: 1,
  });
  const ended = history.findLast(({ kind }) => kind === 'question-ended');
  const signal = history.findLast(({ kind }) => kind === 'question-signal');
  const moved = history.findLast(({ kind }) => kind === 'question-moved');
  return [
    figure('desk-questions', waitBucket(asked, ended)),
    ...(ended?.code === 'answered' ? [figure('desk-themes', ended.detail)] : []),
    ...(moved ? [figure('desk-handovers', moved.code)] : []),
    ...(signal?.code === 'yes' ? signalOf(ended).map(([measure, bucket]) => figure(measure, bucket)) : []),
  ];
}

/** What came of somebody's wish to be called; who took it back is counted nowhere. */
function signalOf(ended: Fact | undefined): readonly (readonly [Measure, string])[] {
  if (!ended) return [['strain-signals', 'waiting']];
  if (ended.code !== 'answered') return [['strain-signals', 'withdrawn']];
  return [
    ['strain-signals', 'followed'],
    ['strain-themes', ended.detail],
  ];
}

function waitBucket(asked: Fact, ended: Fact | undefined): string {
  if (!ended) return 'open';
  if (ended.code !== 'answered') return 'withdrawn';
  const wait = ended.at - asked.at;
  if (wait <= DAY) return '1-day';
  if (wait <= 2 * DAY) return '2-days';
  return wait <= 7 * DAY ? '1-week' : 'longer';
}
