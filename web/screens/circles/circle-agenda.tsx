import { useState } from 'preact/hooks';
import type { CircleView, SlotView } from '@app/contracts/http/circle-shapes.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { circleCheck, infoCircle, moodSmile } from '../../parts/icons.js';
import { StateCard } from '../../parts/state-card.js';
import { useNow } from '../../parts/use-now.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { capital, dayText } from '../../time/time-texts.js';
import { TurnQuestion } from './turn-question.js';
import { TurnRow } from './turn-row.js';
import { useTurns, type TurnAct, type Turns } from './use-turns.js';

interface CircleAgendaProps {
  readonly circle: CircleView;
  readonly onChange: () => void;
  readonly onMore: (() => void) | undefined;
}

/** Turns by the day on the wall, in the order they came. */
function byDay(slots: readonly SlotView[]): [string, SlotView[]][] {
  const days = new Map<string, SlotView[]>();
  for (const slot of slots) {
    const { day } = wallTimeOf(Date.parse(slot.startsAt));
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days];
}

/** Where to go, for whoever has a turn. */
function Contact({ contact }: Pick<CircleView, 'contact'>) {
  if (contact === undefined) return null;
  return (
    <section class="zb-card zb-card--tight zb-flow zb-flow--xs" aria-labelledby="where">
      <h2 class="utrecht-heading-3" id="where">
        {t.circles.agenda.where}
      </h2>
      <p>{contact.address ?? t.circles.agenda.noAddress}</p>
      {contact.phone === null ? null : (
        <p>
          <TextLink href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</TextLink>
        </p>
      )}
      <p class="zb-small zb-soft">{t.agreements.gone}</p>
    </section>
  );
}

function Empty({ circle }: { circle: CircleView }) {
  return (
    <StateCard drawing={moodSmile} title={t.circles.agenda.empty} text={t.circles.agenda.emptyText}>
      {circle.actions.includes('plan') ? (
        <ActionLink href={`/kring/${circle.id}/plan`}>{t.circles.agenda.emptyPlan}</ActionLink>
      ) : null}
    </StateCard>
  );
}

/** What was just done, or why it was not. */
function Outcome({ turns: { late, done, failure } }: { turns: Turns }) {
  return (
    <>
      <div role="status">
        {done === undefined ? null : (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{t.circles.agenda.done[done]}</p>
          </Alert>
        )}
        {late ? (
          <Alert kind="info" drawing={infoCircle}>
            <p>{t.circles.agenda.late}</p>
          </Alert>
        ) : null}
      </div>
      <CommandFailure failure={late ? undefined : failure} />
    </>
  );
}

interface DaysProps {
  readonly circle: CircleView;
  readonly busy: boolean;
  readonly onPress: (act: TurnAct, slot: SlotView) => void;
}

function Days({ circle, busy, onPress }: DaysProps) {
  const now = useNow();
  return (
    <>
      {byDay(circle.slots).map(([day, slots]) => (
        <section key={day} aria-labelledby={`day-${day}`} class="zb-flow zb-flow--xs">
          <h2 class="utrecht-heading-3" id={`day-${day}`}>
            {capital(dayText(day, now))}
          </h2>
          <ul class="zb-list">
            {slots.map((slot) => (
              <TurnRow key={slot.id} slot={slot} circle={circle} busy={busy} onPress={onPress} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What is needed, day by day, and who comes. */
export function CircleAgenda({ circle, onChange, onMore }: CircleAgendaProps) {
  const turns = useTurns(onChange);
  const [asking, setAsking] = useState<{ act: TurnAct; slot: SlotView }>();
  const press = (act: TurnAct, slot: SlotView): void => {
    if (act === 'take' || act === 'stop-swap') void turns.run(act, slot.id);
    else setAsking({ act, slot });
  };
  const open = circle.slots.filter(({ status }) => status === 'open').length;
  return (
    <div class="zb-flow zb-flow--l">
      <Outcome turns={turns} />
      <Contact contact={circle.contact} />
      {circle.slots.length === 0 ? <Empty circle={circle} /> : null}
      {open === 0 ? null : <p>{t.circles.agenda.openFirst(open)}</p>}
      <Days circle={circle} busy={turns.busy} onPress={press} />
      {onMore === undefined || circle.series.length === 0 ? null : (
        <div class="zb-row">
          <ActionButton kind="secondary-action" onPress={onMore}>
            {t.circles.agenda.more}
          </ActionButton>
        </div>
      )}
      <TurnQuestion
        asking={asking}
        members={circle.members}
        busy={turns.busy}
        onYes={(memberId) => {
          if (asking) void turns.run(asking.act, asking.slot.id, memberId).then(() => setAsking(undefined));
        }}
        onClose={() => setAsking(undefined)}
      />
    </div>
  );
}
