import type { Instant } from '../../domain/kernel/time.js';
import { type MaxDistance, maxDistances, type TrustLevel, trustLevels } from '../../domain/kernel/vocabulary.js';
import type { PersonalEffect } from '../../domain/learning/index.js';
import type { Candidate } from '../../domain/matching/index.js';
import type { Suited, World } from '../world/world.js';
import type { Lives } from './lives.js';

/** What a policy holds to be somebody's own willingness. */
export type EffectOf = (neighbour: Neighbour) => PersonalEffect;

/**
 * Somebody as a policy sees them for one request: the candidate that the database's query would give, but looked up
 * when it is asked for, so that a look at hundreds of people makes no objects.
 */
export class Neighbour implements Candidate {
  readonly who: number;
  readonly personId: string;
  readonly distanceKm: number;
  readonly distanceClass: MaxDistance;
  alreadyAskedForThis = false;

  constructor(
    private readonly world: World,
    private readonly lives: Lives,
    private readonly effectOf: EffectOf,
    { who, distanceKm, distanceClass }: Suited,
  ) {
    this.who = who;
    this.personId = world.people.ids[who] ?? '';
    this.distanceKm = distanceKm;
    this.distanceClass = distanceClass;
  }

  get blocked(): boolean {
    return false;
  }
  get maxDistance(): MaxDistance {
    return maxDistances[this.world.people.reach[this.who] ?? 0] ?? 'own-neighbourhood';
  }
  get trust(): TrustLevel {
    return trustLevels[this.world.people.trust[this.who] ?? 0] ?? 'none';
  }
  get offersCategory(): boolean {
    return true;
  }
  get acceptsAcute(): boolean {
    return this.world.people.acceptsAcute[this.who] === 1;
  }
  get availableInWindow(): boolean {
    return true;
  }
  get quietNow(): boolean {
    return this.lives.isQuiet(this.who);
  }
  get pausedUntil(): Instant | null {
    return this.lives.pausedUntil(this.who);
  }
  get weeklyBudget(): number {
    return this.world.people.weeklyBudget[this.who] ?? 0;
  }
  get asksLast7Days(): number {
    return this.lives.asksThisWeek(this.who);
  }
  get fatigue(): number {
    return this.lives.fatigue(this.who);
  }
  get asksEver(): number {
    return this.lives.asksEver[this.who] ?? 0;
  }
  get experience(): Candidate['experience'] {
    const helps = this.lives.helps[this.who] ?? 0;
    if (helps === 0) return 'never';
    return helps === 1 ? 'first' : 'regular';
  }
  get thankedRecently(): number {
    return this.lives.thankedRecently(this.who);
  }
  get lastDeclinedAt(): Instant | null {
    return this.lives.lastDeclinedAt(this.who);
  }
  get lastCompletedAt(): Instant | null {
    return this.lives.lastCompletedAt(this.who);
  }
  get openAgreements(): number {
    return this.lives.openAgreements[this.who] ?? 0;
  }
  get isAsking(): boolean {
    return false;
  }
  get helpsWhileAsking(): boolean {
    return false;
  }
  get heavilyBurdened(): boolean {
    return false;
  }
  get personalEffect(): PersonalEffect {
    return this.effectOf(this);
  }
}
