import type { CircleView, MemberView, SeriesView, SlotView } from '@app/contracts/http/circle-shapes.js';
import { decideSlot, mayInCircle, type SlotCommand } from '@app/domain/circle/index.js';
import type { PersonCard } from '@app/features/people/index.js';
import type { PersonCipher } from '@app/platform/crypto/person-vault.js';
import type { Admitted } from './circle-access.js';
import { openAddress, openNote } from './circle-words.js';
import { slotState, type MemberRow, type SeriesRow, type SlotRow } from './circle.rows.js';
import { rhythmOf } from './repeat.js';

/** All that a view of a circle is made of. */
export interface CircleParts extends Admitted {
  readonly personId: string;
  readonly now: number;
  readonly until: Date;
  readonly members: readonly MemberRow[];
  readonly series: readonly SeriesRow[];
  readonly slots: readonly SlotRow[];
  readonly cards: ReadonlyMap<string, PersonCard>;
  readonly cipher: PersonCipher | undefined;
  readonly neighbourhoodName: string;
  /** Turns on the board to which somebody said yes. */
  readonly found: ReadonlySet<string>;
  readonly holdsTurn: boolean;
}

/** What this person may see of a circle, field by field. */
export function presentCircle(parts: CircleParts): CircleView {
  const { circle, role, cards, cipher, until } = parts;
  const caregiver = cards.get(circle.caregiverId);
  const address = openAddress(cipher, circle.id, circle.address);
  const running = circle.endedAt === null;
  return {
    id: circle.id,
    role,
    caregiverGivenName: caregiver?.givenName ?? '',
    neighbourhoodCode: circle.neighbourhoodCode,
    neighbourhoodName: parts.neighbourhoodName,
    leadHours: circle.leadHours,
    endedAt: circle.endedAt?.toISOString() ?? null,
    ...(role === 'caregiver' ? { address } : {}),
    ...(parts.holdsTurn && mayInCircle(role, 'help') ? { contact: { phone: caregiver?.phone ?? null, address } } : {}),
    members: membersOf(parts),
    series: parts.series.map((series) => seriesView(series, cipher)),
    slots: parts.slots.map((slot) => slotView(slot, parts)),
    until: until.toISOString(),
    actions: [
      ...(['plan', 'invite', 'manage'] as const).filter((act) => running && mayInCircle(role, act)),
      ...(role === 'caregiver' ? [] : (['leave'] as const)),
    ],
  };
}

function membersOf({ members, role, cards, personId }: CircleParts): MemberView[] {
  return members
    .filter(({ status }) => status === 'active' || role === 'caregiver')
    .map((member) => ({
      id: member.id,
      givenName: cards.get(member.personId)?.givenName ?? '',
      role: member.role,
      status: member.status,
      mine: member.personId === personId,
    }));
}

function seriesView(series: SeriesRow, cipher: PersonCipher | undefined): SeriesView {
  const { id, category, rule, startDay, untilDay, minutes, minuteOfDay } = series;
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    id,
    category,
    summary: openNote(cipher, id, series.note),
    rule,
    ...rhythmOf(rule),
    time: `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`,
    minutes,
    startDay,
    untilDay,
  };
}

function slotView(slot: SlotRow, parts: CircleParts): SlotView {
  const { personId, cards, role } = parts;
  const { takerId, swapAsked, swapToId } = slot;
  const mine = takerId === personId;
  const asked = swapAsked && !mine && mayInCircle(role, 'help') && (swapToId === null || swapToId === personId);
  return {
    id: slot.id,
    seriesId: slot.seriesId,
    category: slot.category,
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    status: slot.status,
    takerGivenName: takerId === null ? null : (cards.get(takerId)?.givenName ?? ''),
    mine,
    swap: swapAsked ? (swapToId === null ? 'circle' : 'member') : 'none',
    swapWithMe: asked,
    helpRequestId: slot.helpRequestId,
    neighbourFound: parts.found.has(slot.id),
    notAsked: slot.askRefusal !== null,
    actions: actionsOf(slot, parts),
  };
}

/** What the rules would allow this person now. */
function actionsOf(slot: SlotRow, { personId, role, circle, now }: CircleParts): SlotView['actions'] {
  if (circle.endedAt) return [];
  const state = slotState(slot);
  const allows = (command: SlotCommand): boolean => decideSlot(command, state, now).ok;
  const mine = slot.takerId === personId;
  const actions: SlotView['actions'] = [];
  if (mayInCircle(role, 'help')) {
    if (!mine && allows({ type: 'take', personId })) actions.push('take');
    if (allows({ type: 'give-back', personId })) actions.push('give-back');
    if (mine && allows({ type: 'stop-swap', personId })) actions.push(slot.swapAsked ? 'stop-swap' : 'ask-swap');
  }
  if (mayInCircle(role, 'plan') && allows({ type: 'cancel' })) actions.push('leave-out');
  return actions;
}
