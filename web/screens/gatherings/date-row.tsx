import { useState } from 'preact/hooks';
import type { GatheringDateView, GatheringView } from '@app/contracts/http/gathering-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { Badge } from '../../parts/badge.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { SelectField } from '../../parts/field.js';
import { useCommand } from '../../parts/use-command.js';
import { useNow } from '../../parts/use-now.js';
import { signInPath } from '../../session/return-to.js';
import { me } from '../../session/session.js';
import { CalendarFile } from './calendar-file-link.js';
import { mineText, whenText } from './gathering-words.js';

const texts = t.gatherings;

interface DateProps {
  readonly gathering: GatheringView;
  readonly date: GatheringDateView;
  readonly onChange: () => void;
}

function State({ date: { status, full, mine } }: Pick<DateProps, 'date'>) {
  if (status === 'cancelled') return <Badge kind="danger">{texts.off}</Badge>;
  if (mine !== null) return <Badge kind="safe">{mineText(mine)}</Badge>;
  return full ? <Badge kind="neutral">{texts.full}</Badge> : null;
}

function Others({ id, extra, onExtra }: { id: string; extra: number; onExtra: (extra: number) => void }) {
  return (
    <SelectField
      small
      id={`with-${id}`}
      label={texts.howMany}
      value={String(extra)}
      onValue={(value) => onExtra(Number(value))}
      options={texts.withOthers.map((text, others) => ({ value: String(others), text }))}
    />
  );
}

/** Saying that one comes with how many, and taking it back; taking back can be undone. */
function Answer({ gathering, date, onChange }: DateProps) {
  const { id, mine, full } = date;
  const [extra, setExtra] = useState(mine?.extra ?? 0);
  const [told, setTold] = useState<'said' | 'taken'>();
  const { busy, failure, run } = useCommand();
  const when = <span class="zb-hidden">: {whenText(date, Date.parse(date.startsAt) + 1)}</span>;
  const come = async (others: number): Promise<void> => {
    setExtra(others);
    const done = await run(() => call('visitGathering', { id, body: { extra: others } }));
    if (done !== undefined) setTold('said');
    onChange();
  };
  const stayAway = async (): Promise<void> => {
    const done = await run(() => call('leaveGathering', { id }));
    if (done !== undefined) setTold('taken');
    onChange();
  };
  const mayCome = mine !== null || !full;
  return (
    <>
      <CommandFailure failure={failure} />
      <p role="status">{told === undefined ? null : texts[told]}</p>
      {mayCome ? (
        <Others id={id} extra={extra} onExtra={(others) => (mine === null ? setExtra(others) : void come(others))} />
      ) : (
        <p>{texts.fullText}</p>
      )}
      <div class="zb-row">
        {mine === null && mayCome ? (
          <ActionButton busy={busy} onPress={() => void come(extra)}>
            {told === 'taken' ? texts.undo : texts.come}
            {when}
          </ActionButton>
        ) : null}
        {mine === null ? null : (
          <ActionButton kind="subtle" busy={busy} onPress={() => void stayAway()}>
            {texts.away}
            {when}
          </ActionButton>
        )}
        {mine === null ? null : <CalendarFile gathering={gathering} date={date} />}
      </div>
    </>
  );
}

/** One date: when it is, how it stands, and what somebody can say about it. */
export function DateRow({ gathering, date, onChange }: DateProps) {
  const now = useNow();
  const isOn = date.status === 'planned' && Date.parse(date.startsAt) > now;
  const when = whenText(date, now);
  return (
    <li class="zb-card zb-card--tight zb-flow zb-flow--s">
      <div class="zb-row">
        <h3 class="utrecht-heading-3">{when}</h3>
        <State date={date} />
      </div>
      {isOn && me.value ? <Answer gathering={gathering} date={date} onChange={onChange} /> : null}
      {isOn && !me.value ? (
        <div class="zb-row">
          {date.full ? (
            <p>{texts.fullText}</p>
          ) : (
            <ActionLink href={signInPath(`/ontmoetingen/${gathering.id}`)}>
              {texts.come}
              <span class="zb-hidden">: {when}</span>
            </ActionLink>
          )}
          <CalendarFile gathering={gathering} date={date} />
        </div>
      ) : null}
    </li>
  );
}
