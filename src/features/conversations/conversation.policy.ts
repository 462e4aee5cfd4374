import { activeAcceptances, type HelpRequestState } from '@app/domain/help-request/index.js';
import { DAY, type Instant } from '@app/domain/kernel/time.js';

const writableAfterwards = DAY;
const keptAfterwards = 30 * DAY;

/** What somebody is in a conversation, and until when. */
export interface Part {
  readonly side: 'asker' | 'helper';
  readonly askerId: string;
  readonly helperId: string;
  readonly otherId: string;
  readonly mayWrite: boolean;
  /** As long as the address may be seen, so that nothing needs another road meanwhile. */
  readonly writableUntil: Instant;
  /** Null while the request is not closed. */
  readonly removedAt: Instant | null;
}

/**
 * The part of a person in the conversation of one confirmed yes; undefined: for them it is not there. Somebody for whom
 * was asked by telephone reads nothing here, so there is nobody to write to.
 */
export function partOf(
  personId: string,
  acceptanceId: string,
  request: { readonly state: HelpRequestState; readonly contactId: string },
  now: Instant,
): Part | undefined {
  const { state, contactId } = request;
  const { askerId, closedAt, windowUntil } = state;
  const acceptance = activeAcceptances(state).find(({ id, status }) => id === acceptanceId && status === 'confirmed');
  if (!acceptance || contactId !== askerId) return undefined;
  const helperId = acceptance.personId;
  if (personId !== askerId && personId !== helperId) return undefined;
  const removedAt = closedAt === null ? null : closedAt + keptAfterwards;
  if (removedAt !== null && now >= removedAt) return undefined;
  const side = personId === askerId ? 'asker' : 'helper';
  const writableUntil = (closedAt ?? windowUntil) + writableAfterwards;
  return {
    side,
    askerId,
    helperId,
    otherId: side === 'asker' ? helperId : askerId,
    mayWrite: now < writableUntil,
    writableUntil,
    removedAt,
  };
}
