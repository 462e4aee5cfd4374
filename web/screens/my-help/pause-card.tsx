import { useState } from 'preact/hooks';
import type { HelperProfileBody } from '@app/contracts/http/asks.js';
import { t } from '../../messages/texts.js';
import { ActionButton } from '../../parts/action.js';
import { InlineRadios } from '../../parts/inline-radios.js';
import { dayAfter, instantOf, wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

interface PauseCardProps {
  readonly profile: HelperProfileBody;
  readonly now: number;
  readonly busy: boolean;
  readonly onPause: (pausedUntil: string | null) => void;
}

const lengths = [
  { value: '7', text: t.myHelp.pause.week },
  { value: '14', text: t.myHelp.pause.fortnight },
  { value: '30', text: t.myHelp.pause.month },
  { value: '90', text: t.myHelp.pause.quarter },
];

/** The morning on which a pause of so many days is over. */
function endOfPause(now: number, days: number): string {
  return new Date(instantOf({ day: dayAfter(wallTimeOf(now).day, days), time: '08:00' })).toISOString();
}

/** No questions for a while: one press on, one press off. */
export function PauseCard({ profile, now, busy, onPause }: PauseCardProps) {
  const [days, setDays] = useState('7');
  const until = profile.pausedUntil ?? null;
  return (
    <section class="zb-card zb-flow zb-flow--s" aria-labelledby="pause">
      <h2 class="utrecht-heading-2" id="pause">
        {until === null ? t.myHelp.pause.title : t.myHelp.pause.onTitle}
      </h2>
      <p>
        {until === null ? t.myHelp.pause.text : t.myHelp.pause.until(fullDayText(wallTimeOf(Date.parse(until)).day))}
      </p>
      {until === null ? (
        <InlineRadios id="pauseDays" title={t.myHelp.pause.choose} value={days} onValue={setDays} options={lengths} />
      ) : null}
      <div>
        <ActionButton
          kind="secondary-action"
          busy={busy}
          onPress={() => onPause(until === null ? endOfPause(now, Number(days)) : null)}
        >
          {until === null ? t.myHelp.pause.start : t.myHelp.pause.stop}
        </ActionButton>
      </div>
    </section>
  );
}
