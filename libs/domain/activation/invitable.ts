import type { Instant } from '../kernel/time.js';

/** What keeps somebody from being written to, whatever group they are in. */
export interface InvitationFacts {
  /** False for who said: no invitations. */
  readonly wantsInvitations: boolean;
  readonly pausedUntil: Instant | null;
  readonly weeklyBudget: number;
  /** Shut out, or not allowed to help now. */
  readonly barred: boolean;
  /** Asks for help now, and did not say that they help meanwhile. */
  readonly asksForHelp: boolean;
  /** Carries much by their own requests, and did not say that they help meanwhile. */
  readonly heavilyBurdened: boolean;
  /** In a campaign that is still measured, invited or not. */
  readonly inCampaign: boolean;
  readonly daysSinceInvitation: number | null;
}

/** Nobody gets a second invitation within so many days. */
const DAYS_BETWEEN_INVITATIONS = 90;

interface Rule {
  /** As a coordinator reads it. */
  readonly words: string;
  readonly forbids: (facts: InvitationFacts, now: Instant) => boolean;
}

const rules = {
  'no-invitations': { words: 'Wie zei: geen uitnodigingen.', forbids: ({ wantsInvitations }) => !wantsInvitations },
  'no-budget': { words: 'Wie geen vragen wil krijgen.', forbids: ({ weeklyBudget }) => weeklyBudget === 0 },
  paused: {
    words: 'Wie even pauze heeft.',
    forbids: ({ pausedUntil }, now) => pausedUntil !== null && pausedUntil > now,
  },
  barred: { words: 'Wie nu niet mag helpen.', forbids: ({ barred }) => barred },
  asking: { words: 'Wie nu zelf hulp vraagt.', forbids: ({ asksForHelp }) => asksForHelp },
  burdened: { words: 'Wie kort geleden vaak zelf hulp vroeg.', forbids: ({ heavilyBurdened }) => heavilyBurdened },
  'in-campaign': { words: 'Wie al in een andere groep zit die wij meten.', forbids: ({ inCampaign }) => inCampaign },
  'invited-recently': {
    words: `Wie de laatste ${DAYS_BETWEEN_INVITATIONS} dagen al een uitnodiging kreeg.`,
    forbids: ({ daysSinceInvitation }) =>
      daysSinceInvitation !== null && daysSinceInvitation < DAYS_BETWEEN_INVITATIONS,
  },
} as const satisfies Record<string, Rule>;

export type InvitationRefusal = keyof typeof rules;

const inOrder = Object.entries(rules) as readonly (readonly [InvitationRefusal, Rule])[];

/** Whom nobody writes to, as a coordinator reads it, in Dutch. */
export const neverInvited: readonly string[] = inOrder.map(([, { words }]) => words);

/** The first reason not to write to this person; null when they may be written to. */
export function invitationRefusal(facts: InvitationFacts, now: Instant): InvitationRefusal | null {
  return inOrder.find(([, { forbids }]) => forbids(facts, now))?.[0] ?? null;
}
