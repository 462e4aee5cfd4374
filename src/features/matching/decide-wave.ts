import { Inject, Injectable } from '@nestjs/common';
import type { Belief } from '@app/domain/learning/index.js';
import {
  type Candidate,
  mustLookForPeople,
  planWave,
  policyOf,
  type SameNeighbour,
  type WaveInput,
  type WavePlan,
} from '@app/domain/matching/index.js';
import { AreaDirectory, type AreaOwner } from '@app/features/associations/index.js';
import type { RequestDigestView } from '@app/features/help-requests/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { localMoment, nextLocalTime } from '@app/platform/time/local-clock.js';
import { AreaEquity } from './area-equity.js';
import type { AskRow } from './ask.row.js';
import { mayBeAskedAgain } from './asked-again.js';
import { findCandidates } from './candidates.read-model.js';

/** What a decision is about. */
export interface WaveQuestion {
  readonly request: RequestDigestView;
  readonly round: number;
  /** Every ask about the request so far. */
  readonly asks: readonly AskRow[];
  readonly townBusyShare: number;
  readonly belief: Belief;
  readonly owner: Pick<AreaOwner, 'preset' | 'tempo' | 'shadowPolicy'>;
  /** Who helped this asker before and is wanted again. */
  readonly sameNeighbourId?: string | undefined;
}

/** A decision with all it was made from. */
export interface WaveDecision {
  readonly input: WaveInput;
  readonly plan: WavePlan;
}

/**
 * Neighbourhoods around the place in which people are looked for who help in the whole municipality: all of a town, and
 * some of a large city, whose other people would be weighed in vain. Further away while fewer than these are found.
 */
const firstRing = 40;
const fewPeople = 100;

/** Who is asked now, if anybody: gathers what the planner needs to know and lets it decide. Writes nothing. */
@Injectable()
export class DecideWave {
  constructor(
    @Inject(AreaDirectory) private readonly areas: Pick<AreaDirectory, 'neighbourhood' | 'map'>,
    @Inject(AreaEquity) private readonly equity: Pick<AreaEquity, 'isBelowItsShare'>,
  ) {}

  /** Needs a system transaction. */
  async run(tx: Transaction, asked: WaveQuestion): Promise<WaveDecision> {
    const question = this.questionOf(tx, asked);
    const input = mustLookForPeople(question)
      ? await this.withPeople(tx, asked, question)
      : { ...question, candidates: [] };
    return { input, plan: planWave(input) };
  }

  /** Everybody in reach, also when no wave is needed: for an organiser who rings. Needs a system transaction. */
  async everyone(tx: Transaction, asked: WaveQuestion): Promise<WaveInput> {
    return this.withPeople(tx, asked, this.questionOf(tx, asked));
  }

  private async withPeople(
    tx: Transaction,
    asked: WaveQuestion,
    question: Omit<WaveInput, 'candidates'>,
  ): Promise<WaveInput> {
    const areaBelowItsShare = await this.equity.isBelowItsShare(tx, asked.request.neighbourhoodCode);
    const askedBefore = mayBeAskedAgain(asked.asks);
    const candidates = await this.find(tx, asked, askedBefore);
    const same = question.sameNeighbour;
    return {
      ...question,
      areaBelowItsShare,
      ...(askedBefore.length > 0 && { askedBefore }),
      ...(same && { sameNeighbour: { ...same, wakesAt: await wakesAt(tx, same.personId, candidates) } }),
      candidates,
    };
  }

  private questionOf(tx: Transaction, question: WaveQuestion): Omit<WaveInput, 'candidates'> {
    const { request, round, asks, townBusyShare, belief, owner } = question;
    const { state, category, seatsLeft } = request;
    const same = sameNeighbourOf(question);
    return {
      ...(same && { sameNeighbour: same }),
      request: {
        ...state,
        category,
        deadline: lastUsefulYes(state),
        openedAt: state.openedAt ?? state.postedAt,
        seatsLeft,
      },
      now: tx.now,
      localNow: localMoment(tx.now),
      round,
      outstanding: asks
        .filter(({ status }) => status === 'pending')
        .map(({ personId, probability, createdAt }) => ({ personId, probability, askedAt: createdAt })),
      townBusyShare,
      policy: policyOf(owner.preset, owner.tempo),
      belief,
    };
  }

  private async find(
    tx: Transaction,
    { request, asks, sameNeighbourId }: WaveQuestion,
    askedBefore: readonly string[],
  ): Promise<Candidate[]> {
    const { state, category, neighbourhoodCode, personHelpedId } = request;
    const again = new Set(askedBefore);
    const asked = asks.filter(({ personId }) => !again.has(personId));
    const place = await this.areas.neighbourhood(tx, neighbourhoodCode);
    if (!place) throw new Error(`Neighbourhood ${neighbourhoodCode} is gone`);
    const map = await this.areas.map(tx);
    for (let ring = firstRing; ; ring *= 4) {
      const candidates = await findCandidates(tx, map, {
        ...state,
        category,
        acute: state.urgency === 'acute',
        place,
        ring,
        personHelpedId,
        knownPersonIds: [...asked, ...state.acceptances].map(({ personId }) => personId),
        sameNeighbourId,
      });
      if (candidates.length >= fewPeople || ring >= map.areas.size) return candidates;
    }
  }
}

/** The neighbour of an earlier help, until an organiser is called in or that neighbour has a place in it already. */
function sameNeighbourOf({ request: { state }, asks, sameNeighbourId }: WaveQuestion): SameNeighbour | undefined {
  if (sameNeighbourId === undefined || state.escalation.level > 0) return undefined;
  if (state.acceptances.some(({ personId }) => personId === sameNeighbourId)) return undefined;
  const { coordinatorAt, deskAt } = state.escalation;
  const ask = asks.findLast(({ personId }) => personId === sameNeighbourId);
  return {
    personId: sameNeighbourId,
    askedAt: ask?.createdAt ?? null,
    wakesAt: null,
    handOverAt: coordinatorAt ?? deskAt ?? state.windowUntil,
  };
}

/** When somebody whom only the hour keeps from being asked is awake again. */
async function wakesAt(tx: Transaction, personId: string, candidates: readonly Candidate[]): Promise<number | null> {
  const them = candidates.find((candidate) => candidate.personId === personId);
  if (!them?.quietNow || them.asksLast7Days >= them.weeklyBudget) return null;
  const [profile] = await tx.query<{ until: number }>(
    'SELECT quiet_until_minute AS until FROM helper_profile WHERE municipality_id = $1 AND person_id = $2',
    [tx.tenancy.municipalityId, personId],
  );
  return profile ? nextLocalTime(tx.now, profile.until) : null;
}

/** A yes after this leaves no time to help. */
function lastUsefulYes({ windowFrom, windowUntil, expectedMinutes }: RequestDigestView['state']): number {
  return Math.max(windowFrom, windowUntil - expectedMinutes * 60_000);
}
