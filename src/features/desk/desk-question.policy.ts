import type { DeskParty } from '@app/contracts/http/desk.js';
import type { ActorMembership } from '@app/platform/identity/actor.js';

/** What of a question decides who may do what. */
export interface QuestionFacts {
  readonly isOpen: boolean;
  readonly owner: DeskParty;
  readonly offeredTo: DeskParty | null;
}

export type DeskAct = 'offer' | 'take' | 'answer';

/** Whether somebody works for this party. */
export function worksFor(memberships: readonly ActorMembership[], { kind, organisationId }: DeskParty): boolean {
  return memberships.some(({ role, associationId }) =>
    kind === 'welfare'
      ? role === 'monitor'
      : (role === 'coordinator' || role === 'desk') && associationId === organisationId,
  );
}

/** What somebody may do with a question now; null for who has nothing to do with it. */
export function actsOn(
  memberships: readonly ActorMembership[],
  { isOpen, owner, offeredTo }: QuestionFacts,
): readonly DeskAct[] | null {
  const owns = worksFor(memberships, owner);
  const isOffered = offeredTo !== null && worksFor(memberships, offeredTo);
  if (!owns && !(isOffered && isOpen)) return null;
  if (!isOpen) return [];
  return [...(owns ? (['offer', 'answer'] as const) : []), ...(isOffered ? (['take'] as const) : [])];
}
