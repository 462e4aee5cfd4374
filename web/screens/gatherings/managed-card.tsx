import { useState } from 'preact/hooks';
import type { ManagedGathering, ManagedGatheringDate } from '@app/contracts/http/gathering-shapes.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { ConfirmDialog } from '../../parts/confirm-dialog.js';
import { useCommand } from '../../parts/use-command.js';
import { useNow } from '../../parts/use-now.js';
import { whenText } from './gathering-words.js';
import { managedDates } from './managed-dates.js';
import { NoteForm } from './note-form.js';

const texts = nlOrganisers.organiseGatherings;

/** What became of a date, or how many are expected. */
function stateText({ status, outcome, came, expected }: ManagedGatheringDate): string {
  if (status === 'cancelled') return texts.wasCancelled;
  if (outcome === 'not-held') return texts.notHeld;
  return came === null ? texts.expected(expected) : texts.came(came);
}

interface RowProps {
  readonly title: string;
  readonly date: ManagedGatheringDate;
  readonly onCancel: () => void;
  readonly onDone: (told: string) => void;
}

function DateRow({ title, date, onCancel, onDone }: RowProps) {
  const [correcting, setCorrecting] = useState(false);
  const now = useNow();
  const when = whenText(date, now);
  const which = <span class="zb-hidden">: {when}</span>;
  if (correcting)
    return (
      <li>
        <NoteForm
          title={title}
          date={date}
          onDone={(told) => {
            setCorrecting(false);
            onDone(told);
          }}
          onBack={() => setCorrecting(false)}
        />
      </li>
    );
  return (
    <li class="zb-row zb-row--apart">
      <div>
        <p>{when}</p>
        <p>
          <strong>{stateText(date)}</strong>
        </p>
      </div>
      {date.actions.includes('cancel') ? (
        <ActionButton kind="subtle" sizes={['dense']} onPress={onCancel}>
          {texts.cancel}
          {which}
        </ActionButton>
      ) : null}
      {date.actions.includes('note') && date.outcome !== null ? (
        <ActionButton kind="subtle" sizes={['dense']} onPress={() => setCorrecting(true)}>
          {texts.correct}
          {which}
        </ActionButton>
      ) : null}
    </li>
  );
}

interface DatesProps {
  readonly gathering: ManagedGathering;
  readonly onCancel: (dateId: string) => void;
  readonly onDone: (told: string) => void;
}

function Dates({ gathering: { title, dates }, onCancel, onDone }: DatesProps) {
  const { coming, before } = managedDates(dates, useNow());
  const lists = [
    { name: texts.coming, dates: coming },
    { name: texts.before, dates: before },
  ];
  return (
    <>
      {lists
        .filter((list) => list.dates.length > 0)
        .map((list) => (
          <div key={list.name} class="zb-flow zb-flow--xs">
            <h3 class="utrecht-heading-3">{list.name}</h3>
            <ul class="zb-flow zb-flow--xs">
              {list.dates.map((date) => (
                <DateRow key={date.id} title={title} date={date} onCancel={() => onCancel(date.id)} onDone={onDone} />
              ))}
            </ul>
          </div>
        ))}
    </>
  );
}

/** Cancelling one date, or all. */
type Asked = { readonly date: string } | 'all' | undefined;

/** One gathering with its dates: those to come first, then what was. */
export function ManagedCard({ gathering, onDone }: { gathering: ManagedGathering; onDone: (told: string) => void }) {
  const [asked, setAsked] = useState<Asked>();
  const { busy, failure, run } = useCommand();
  const now = useNow();
  const { id, title, kind, ended, organisationName } = gathering;
  const chosen = gathering.dates.find((date) => asked !== 'all' && date.id === asked?.date);
  const cancel = async (): Promise<void> => {
    const done = await run(() =>
      asked === 'all'
        ? call('endGathering', { id })
        : call('cancelGatheringDate', { id: asked === undefined ? '' : asked.date }),
    );
    setAsked(undefined);
    if (done !== undefined) onDone(texts.cancelled);
  };
  return (
    <li class="zb-card zb-flow zb-flow--s">
      <div class="zb-row">
        <h2 class="utrecht-heading-2">{title}</h2>
        <Badge kind="neutral">{t.gatherings.kinds[kind]}</Badge>
      </div>
      <p class="zb-soft">{organisationName}</p>
      <CommandFailure failure={failure} />
      <Dates gathering={gathering} onCancel={(date) => setAsked({ date })} onDone={onDone} />
      {ended ? null : (
        <div class="zb-row">
          <ActionLink kind="secondary-action" sizes={['dense']} href={`/werklijst/ontmoetingen/${id}`}>
            {texts.change}
            <span class="zb-hidden">: {title}</span>
          </ActionLink>
          <ActionButton kind="subtle" sizes={['dense']} onPress={() => setAsked('all')}>
            {texts.endAll}
            <span class="zb-hidden">: {title}</span>
          </ActionButton>
        </div>
      )}
      <ConfirmDialog
        open={asked !== undefined}
        title={asked === 'all' ? texts.endTitle : texts.cancelTitle}
        text={asked === 'all' ? texts.endText(title) : texts.cancelText(title, chosen ? whenText(chosen, now) : '')}
        yes={asked === 'all' ? texts.endYes : texts.cancelYes}
        busy={busy}
        onYes={() => void cancel()}
        onClose={() => setAsked(undefined)}
      />
    </li>
  );
}
