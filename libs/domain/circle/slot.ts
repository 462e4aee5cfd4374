import { refused } from '../kernel/decision.js';
import type { Instant } from '../kernel/time.js';

/** `asked`: nobody of the circle took it in time, so it went out as an ordinary help request. */
export type SlotStatus = 'open' | 'taken' | 'asked' | 'cancelled';

/** One turn of what repeats in a circle. */
export interface SlotState {
  readonly status: SlotStatus;
  readonly startsAt: Instant;
  /** Who comes; null unless taken. */
  readonly takerId: string | null;
  /** Whom the taker asked to come instead: everyone (`toId` null) or one member. Null: nobody was asked. */
  readonly swap: { readonly toId: string | null } | null;
}

export type SlotCommand =
  | { readonly type: 'take'; readonly personId: string }
  | { readonly type: 'give-back'; readonly personId: string }
  | { readonly type: 'ask-swap'; readonly personId: string; readonly toId: string | null }
  | { readonly type: 'stop-swap'; readonly personId: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'ask-around' };

export type SlotRefusal =
  /** Not theirs to give. */
  | 'not-found'
  /** Somebody else of the circle was earlier. */
  | 'already-matched'
  /** It stands on the board: a yes goes there. */
  | 'not-open'
  /** Over, or left out. */
  | 'not-active-any-more';

type SlotDecision =
  { readonly ok: true; readonly slot: SlotState } | { readonly ok: false; readonly refusal: SlotRefusal };

/**
 * What becomes of one turn. Whoever holds it keeps it until another has it, so a swap never leaves a hole; of several who
 * want it, the first has it.
 */
export function decideSlot(command: SlotCommand, slot: SlotState, now: Instant): SlotDecision {
  if (slot.status === 'cancelled' || slot.startsAt <= now) return refused('not-active-any-more');
  if (slot.status === 'asked') return command.type === 'ask-around' ? kept(slot) : refused('not-open');
  switch (command.type) {
    case 'take':
      return take(slot, command.personId);
    case 'cancel':
      return kept({ ...slot, status: 'cancelled', takerId: null, swap: null });
    case 'ask-around':
      return slot.status === 'open' ? kept({ ...slot, status: 'asked' }) : refused('already-matched');
    default:
      return slot.takerId === command.personId ? change(slot, command) : refused('not-found');
  }
}

function take(slot: SlotState, personId: string): SlotDecision {
  if (slot.takerId === personId) return kept(slot);
  const offered = slot.swap !== null && (slot.swap.toId === null || slot.swap.toId === personId);
  if (slot.takerId !== null && !offered) return refused('already-matched');
  return kept({ ...slot, status: 'taken', takerId: personId, swap: null });
}

/** What only whoever holds the turn may do. */
function change(
  slot: SlotState,
  command: Extract<SlotCommand, { type: 'give-back' | 'ask-swap' | 'stop-swap' }>,
): SlotDecision {
  if (command.type === 'give-back') return kept({ ...slot, status: 'open', takerId: null, swap: null });
  if (command.type === 'stop-swap') return kept({ ...slot, swap: null });
  return command.toId === command.personId ? refused('not-found') : kept({ ...slot, swap: { toId: command.toId } });
}

function kept(slot: SlotState): SlotDecision {
  return { ok: true, slot };
}
