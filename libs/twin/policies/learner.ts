import {
  type Belief,
  learnFromClosedRequest,
  type PersonalEffect,
  roughPriors,
  unknownPerson,
} from '../../domain/learning/index.js';
import type { Neighbour } from '../year/neighbour.js';
import type { ClosedRequest } from './ask-policy.js';

/** What a policy that learns has learned in one year so far, by the product's own rules. */
export class Learner {
  belief: Belief = roughPriors();
  private readonly effects = new Map<string, PersonalEffect>();

  readonly effectOf = ({ personId }: Pick<Neighbour, 'personId'>): PersonalEffect =>
    this.effects.get(personId) ?? unknownPerson;

  /** What is known of somebody; undefined for whom nothing was learned of. */
  known(personId: string): PersonalEffect | undefined {
    return this.effects.get(personId);
  }

  learn({ asks }: ClosedRequest): void {
    const learned = learnFromClosedRequest(this.belief, asks, (personId) => this.effectOf({ personId }));
    this.belief = learned.belief;
    for (const [personId, effect] of learned.effects) this.effects.set(personId, effect);
  }
}
