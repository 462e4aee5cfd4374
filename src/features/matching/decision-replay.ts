import { isDeepStrictEqual } from 'node:util';
import { explainDecision, replayWave } from '@app/domain/matching/index.js';
import type { StoredDecision } from './decision.store.js';
import { planSummary } from './plan-summary.js';

/** A stored decision made again. */
export interface ReplayedDecision {
  /** Whether the same came of it; `unknown` when the program no longer knows the policy or the features. */
  readonly outcome: 'same' | 'different' | 'unknown';
  /** Why this many, in plain Dutch. */
  readonly why: readonly string[];
  /** Why each of these people, in the order in which they were chosen. */
  readonly people: readonly { readonly personId: string; readonly why: readonly string[] }[];
}

/** Makes a decision again from what is stored with it, compares, and explains it. */
export function replayDecision({ stored, plan }: StoredDecision): ReplayedDecision {
  const replayed = replayWave(stored);
  const explained = explainDecision(stored);
  if (!replayed.ok || !explained.ok) return { outcome: 'unknown', why: [], people: [] };
  const same = isDeepStrictEqual(planSummary(replayed.plan), plan);
  const { wave: why, people } = explained.explanation;
  return { outcome: same ? 'same' : 'different', why, people };
}
