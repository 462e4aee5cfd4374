import type { CircleView, SlotView } from '@app/contracts/http/circle-shapes.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { Badge, type BadgeKind } from '../../parts/badge.js';
import { CategoryIcon } from '../../parts/category-icon.js';
import { Icon } from '../../parts/icon.js';
import { clock } from '../../parts/icons.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { clockTime, fullDayText } from '../../time/time-texts.js';
import type { TurnAct } from './use-turns.js';

interface TurnRowProps {
  readonly slot: SlotView;
  readonly circle: CircleView;
  readonly busy: boolean;
  readonly onPress: (act: TurnAct, slot: SlotView) => void;
}

/** Who comes, in a few words. */
function stateOf(slot: SlotView): { readonly kind: BadgeKind; readonly text: string } {
  const words = t.circles.agenda;
  switch (slot.status) {
    case 'open':
      return { kind: 'warning', text: words.open };
    case 'cancelled':
      return { kind: 'neutral', text: words.cancelled };
    case 'asked':
      return slot.neighbourFound ? { kind: 'safe', text: words.found } : { kind: 'active', text: words.asked };
    case 'taken':
      return { kind: 'safe', text: slot.mine ? words.mine : words.takenBy(slot.takerGivenName ?? '') };
  }
}

function swapText({ swap, swapWithMe, takerGivenName }: SlotView): string | undefined {
  if (swapWithMe) return t.circles.agenda.swapMe(takerGivenName ?? '');
  if (swap === 'none') return undefined;
  return swap === 'circle' ? t.circles.agenda.swapCircle : t.circles.agenda.swapMember;
}

const looks = {
  take: 'primary-action',
  'give-back': 'subtle',
  'ask-swap': 'secondary-action',
  'stop-swap': 'secondary-action',
  'leave-out': 'subtle',
} as const;

function textOf(act: TurnAct, slot: SlotView): string {
  const { actions } = t.circles.agenda;
  if (act === 'take') return slot.swapWithMe ? actions.takeOver : actions.take;
  const named = {
    'give-back': 'giveBack',
    'ask-swap': 'askSwap',
    'stop-swap': 'stopSwap',
    'leave-out': 'leaveOut',
  } as const;
  return actions[named[act]];
}

/** One turn: what, from when until when, who comes, and what this person may do about it. */
export function TurnRow({ slot, circle, busy, onPress }: TurnRowProps) {
  const { kind, text } = stateOf(slot);
  const [starts, ends] = [Date.parse(slot.startsAt), Date.parse(slot.endsAt)];
  const title = t.categories.names[slot.category].title;
  const summary = circle.series.find(({ id }) => id === slot.seriesId)?.summary;
  const swap = swapText(slot);
  // A screen reader hears the buttons of many days one after the other.
  const which = `: ${title}, ${fullDayText(wallTimeOf(starts).day)}`;
  const boardPath = circle.role === 'caregiver' ? '/vragen' : '/hulpvragen';
  return (
    <li class="zb-item">
      <span class="zb-item__icon">
        <CategoryIcon category={slot.category} />
      </span>
      <div class="zb-row zb-item__head">
        <h3 class="utrecht-heading-3">{title}</h3>
        <Badge kind={kind}>{text}</Badge>
      </div>
      <p class="zb-item__meta">
        <span>
          <Icon drawing={clock} />
          {t.circles.agenda.fromUntil(wallTimeOf(starts).time, clockTime(ends))}
        </span>
        {summary === undefined || summary === null ? null : <span>{summary}</span>}
        {swap === undefined ? null : <strong>{swap}</strong>}
        {slot.notAsked && circle.role === 'caregiver' ? <span>{t.circles.agenda.notAsked}</span> : null}
      </p>
      <div class="zb-item__act zb-row">
        {slot.actions.map((act) => (
          <ActionButton key={act} kind={looks[act]} sizes={['dense']} busy={busy} onPress={() => onPress(act, slot)}>
            {textOf(act, slot)}
            <span class="zb-hidden">{which}</span>
          </ActionButton>
        ))}
        {slot.helpRequestId === null || circle.role === 'casemanager' ? null : (
          <ActionLink kind="secondary-action" sizes={['dense']} href={`${boardPath}/${slot.helpRequestId}`}>
            {t.circles.agenda.onBoard}
            <span class="zb-hidden">{which}</span>
          </ActionLink>
        )}
      </div>
    </li>
  );
}
