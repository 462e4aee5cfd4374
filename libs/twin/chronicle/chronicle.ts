import type { Segment } from '../../domain/activation/index.js';
import type { HelpRequestEvent } from '../../domain/help-request/index.js';
import type { Belief, PersonalEffect } from '../../domain/learning/index.js';
import { DAY, type Instant, MINUTE } from '../../domain/kernel/time.js';
import {
  categories,
  type Category,
  type MaxDistance,
  maxDistances,
  type TrustLevel,
  trustLevels,
} from '../../domain/kernel/vocabulary.js';
import type { AvailabilityWindow } from '../../domain/schedule/availability.js';
import { TwinCampaign } from '../campaign/campaign.js';
import { START } from '../calendar.js';
import { areas, parametersWith, quietHours } from '../parameters.js';
import { Learner } from '../policies/learner.js';
import { policyNamed } from '../policies/registry.js';
import { streams } from '../random.js';
import { timesAsMany, readinessIn, type Spell } from '../world/spell.js';
import { makeWorld, windowsOfWeeks, type World } from '../world/world.js';
import type { Lives } from '../year/lives.js';
import type { OpenRequest, SentAsk } from '../year/open-request.js';
import { liveYear, type PolicyMaker } from '../year/year.js';

/** What year is wanted. */
export interface ChronicleWish {
  readonly seed: number;
  /** Whole days. */
  readonly days: number;
  /** People registered by the end; some of them are there on the first day, the others come during the year. */
  readonly people: number;
  /** Requests a day at the end; it begins with fewer. */
  readonly requestsPerDay: number;
  readonly campaigns: readonly CampaignWish[];
  /** Hard times in parts of the town. */
  readonly spells: readonly Spell[];
}

/** Letters to one group of the willing. */
export interface CampaignWish {
  readonly key: string;
  readonly segment: Segment;
  /** The day on which the draw is made, at its end. */
  readonly startDay: number;
  /** By how many logits a letter is assumed to make somebody readier. */
  readonly logits: number;
  readonly of: (who: number, area: number) => boolean;
}

export interface LivedNeighbour {
  readonly id: string;
  /** Index in the areas of the chronicle. */
  readonly area: number;
  readonly joinedAt: Instant;
  /** When asks were switched off for good, or somebody left. */
  readonly leftAt: Instant | null;
  /** Helped already before joining. */
  readonly alreadyHelping: boolean;
  readonly categories: readonly Category[];
  readonly maxDistance: MaxDistance;
  readonly trust: TrustLevel;
  readonly acceptsAcute: boolean;
  readonly availability: readonly AvailabilityWindow[];
  readonly quiet: { readonly fromMinute: number; readonly untilMinute: number };
  readonly weeklyBudget: number;
}

export interface LivedAsk {
  readonly personId: string;
  readonly askedAt: Instant;
  /** Chance of a yes as the policy believed it. */
  readonly probability: number;
  readonly answer: 'yes' | 'declined' | 'silent';
  /** When the answer came; for who is silent, never. */
  readonly answeredAt: Instant | null;
}

export interface LivedRequest {
  readonly area: number;
  readonly category: Category;
  /** All that was decided, as the product decides it. */
  readonly history: readonly HelpRequestEvent[];
  readonly asks: readonly LivedAsk[];
}

export interface LivedCampaign {
  readonly key: string;
  readonly segment: Segment;
  readonly seed: number;
  readonly startedAt: Instant;
  /** In the order of the draw, with the moment at which the letter left. */
  readonly invited: readonly { readonly personId: string; readonly writtenAt: Instant | null }[];
  readonly heldOut: readonly string[];
}

/** What the policy learned in the year of how people answer. */
export interface LivedLearning {
  readonly belief: Belief;
  readonly effects: readonly { readonly personId: string; readonly effect: PersonalEffect }[];
}

/** A year as it was lived: everything a database of the product would hold of it. */
export interface Chronicle {
  /** Local midnight of the first day, a Monday; the clock of the chronicle has no summer time. */
  readonly start: Instant;
  readonly areas: readonly { readonly name: string; readonly district: string; lon: number; lat: number }[];
  readonly people: readonly LivedNeighbour[];
  readonly requests: readonly LivedRequest[];
  readonly campaigns: readonly LivedCampaign[];
  readonly learned: LivedLearning;
}

/** Share of the people who are there on the first day; the others come evenly over the year. */
const thereAtFirst = 0.45;
/** Share of the last day's requests with which the year begins. */
const requestsAtFirst = 0.35;
/** Named by numbers above those of people and requests, so that nothing else draws the same. */
const joining = 10_000_000;

/** Lives a year under the policy that associations get, and keeps all of it. The same wish gives the same chronicle. */
export function chronicle({ seed, days, people, requestsPerDay, campaigns, spells }: ChronicleWish): Chronicle {
  // As many as there would be if the hardest time were everywhere; of those the others do not come.
  const atMost = requestsPerDay * spells.reduce((most, { requests }) => most * requests, 1);
  const parameters = parametersWith({ registered: people, requestsPerDay: atMost });
  const world = growing(makeWorld(parameters, seed, days), requestsPerDay / atMost, spells);
  const letters = campaigns.map((wish, index) => ({
    wish,
    seed: seed * 100 + index,
    campaign: draw(world, wish, seed * 100 + index),
  }));
  const requests: OpenRequest[] = [];
  const learner = new Learner();
  let lives: Lives | undefined;
  liveYear(world, alsoTeaching(learner), {
    begin: (request) => void requests.push(request),
    morning: (now) => {
      for (const { campaign } of letters) campaign.morning(now);
    },
    endDay: (now) => {
      lives = now;
    },
  });
  return {
    start: START,
    areas,
    people: Array.from({ length: people }, (_, who) => neighbourOf(world, who, lives?.leftAt[who] ?? 0)),
    requests: requests.map(lived),
    campaigns: letters.map(({ wish, seed: drawnWith, campaign }) => ({
      key: wish.key,
      segment: wish.segment,
      seed: drawnWith,
      startedAt: campaign.startedAt ?? START + wish.startDay * DAY,
      invited: campaign.drawn.invited.map((who) => ({
        personId: world.people.ids[who] ?? '',
        writtenAt: campaign.writtenAt.get(who) ?? null,
      })),
      heldOut: campaign.drawn.heldOut.map((who) => world.people.ids[who] ?? ''),
    })),
    learned: {
      belief: learner.belief,
      effects: world.people.ids.flatMap((personId) => {
        const effect = learner.known(personId);
        return effect === undefined ? [] : [{ personId, effect }];
      }),
    },
  };
}

/** The policy that associations get; what it learns from, `learner` learns from too. */
function alsoTeaching(learner: Learner): PolicyMaker {
  return (world, lives) => {
    const policy = policyNamed('ours-balanced')(world, lives);
    return {
      ...policy,
      learn: (closed) => {
        policy.learn?.(closed);
        learner.learn(closed);
      },
    };
  };
}

/**
 * A world that grows: people come during the year, and requests with them.
 * @param ordinarily share of the world's requests that an ordinary day has at the end
 */
function growing(world: World, ordinarily: number, spells: readonly Spell[]): World {
  const { chance, days, arrivals, people } = world;
  const joinsOn = new Uint16Array(people.count).map((_, who) => {
    const drawn = chance.uniform(streams.arrivals, joining + who);
    return drawn < thereAtFirst ? 0 : Math.floor(((drawn - thereAtFirst) / (1 - thereAtFirst)) * days);
  });
  const kept = arrivals.filter(({ index, at, area }) => {
    const grown = requestsAtFirst + (1 - requestsAtFirst) * ((at - START) / (days * DAY));
    const share = grown * ordinarily * timesAsMany(spells, area, at);
    return chance.uniform(streams.arrivals, 2 * joining + index) < share;
  });
  return { ...world, arrivals: kept, joinsOn, readiness: (who, at) => readinessIn(spells, people.area[who] ?? 0, at) };
}

function draw({ people }: World, { segment, startDay, logits, of }: CampaignWish, seed: number): TwinCampaign {
  return new TwinCampaign(people, seed, {
    logits,
    startDay,
    organisations: 1,
    segments: [segment],
    of: (who) => of(who, people.area[who] ?? 0),
    nameOf: (who) => people.ids[who] ?? '',
  });
}

function neighbourOf({ people, joinsOn }: World, who: number, leftAt: Instant): LivedNeighbour {
  const offers = people.offers[who] ?? 0;
  return {
    id: people.ids[who] ?? '',
    area: people.area[who] ?? 0,
    joinedAt: START + (joinsOn?.[who] ?? 0) * DAY,
    leftAt: leftAt === 0 ? null : leftAt,
    alreadyHelping: people.helping[who] === 1,
    categories: categories.filter((_, index) => (offers & (1 << index)) !== 0),
    maxDistance: maxDistances[people.reach[who] ?? 0] ?? 'own-neighbourhood',
    trust: trustLevels[people.trust[who] ?? 0] ?? 'none',
    acceptsAcute: people.acceptsAcute[who] === 1,
    availability: windowsOfWeeks[people.week[who] ?? 0] ?? [],
    quiet: quietHours[people.quiet[who] ?? 0]?.value ?? { fromMinute: 21 * 60, untilMinute: 8 * 60 },
    weeklyBudget: people.weeklyBudget[who] ?? 0,
  };
}

function lived({ arrival, history, asks }: OpenRequest): LivedRequest {
  return { area: arrival.area, category: arrival.category, history, asks: asks.map(livedAsk) };
}

function livedAsk({ personId, askedAt, probability, reply, answered }: SentAsk): LivedAsk {
  const answeredAt = answered ? askedAt + Math.round(reply.minutes * MINUTE) : null;
  return { personId, askedAt, probability, answer: answered ? reply.kind : 'silent', answeredAt };
}
