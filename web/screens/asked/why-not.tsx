import { useState } from 'preact/hooks';
import type { AnswerResult, AskView, declineReasons } from '@app/contracts/http/asks.js';
import { call } from '../../api/call.js';
import { locale } from '../../messages/language.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { TextField } from '../../parts/field.js';
import { circleCheck } from '../../parts/icons.js';
import { useCommand } from '../../parts/use-command.js';
import { useNow } from '../../parts/use-now.js';
import { dayAfter, instantOf, wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

type AfterNo = NonNullable<AnswerResult['afterNo']>;
interface Told {
  readonly reason: (typeof declineReasons)[number];
  readonly stopCategory?: boolean;
  readonly askAgainFrom?: string | null;
}
interface PartProps {
  readonly busy: boolean;
  readonly tell: (told: Told) => void;
}

/** Words for what somebody was asked, as in a sentence. */
function whatOf({ request }: AskView): string {
  return t.categories.names[request.category].title.toLocaleLowerCase(locale);
}

function Stop({ ask, after, busy, tell }: PartProps & { ask: AskView; after: AfterNo }) {
  const texts = t.asked.whyNot;
  if (!after.offersCategory) {
    return (
      <ActionButton
        kind="secondary-action"
        busy={busy}
        onPress={() => tell({ reason: 'not-my-thing', stopCategory: false })}
      >
        {texts.offerAgain}
      </ActionButton>
    );
  }
  if (after.onlyCategory) {
    return (
      <>
        <p>{texts.onlyKind}</p>
        <ActionLink kind="secondary-action" href="/mijn-hulp/wat">
          {texts.change}
        </ActionLink>
      </>
    );
  }
  return (
    <>
      <p>{texts.stopQuestion(whatOf(ask))}</p>
      <ActionButton
        kind="secondary-action"
        busy={busy}
        onPress={() => tell({ reason: 'not-my-thing', stopCategory: true })}
      >
        {texts.stop}
      </ActionButton>
      <ActionButton kind="secondary-action" busy={busy} onPress={() => tell({ reason: 'not-now' })}>
        {texts.onlyNow}
      </ActionButton>
    </>
  );
}

function Later({ after, busy, tell }: PartProps & { after: AfterNo | undefined }) {
  const now = useNow();
  const [day, setDay] = useState('');
  const [wrong, setWrong] = useState(false);
  const texts = t.asked.whyNot;
  if (after?.reason === 'later' && after.pausedUntil !== null) {
    return (
      <ActionButton kind="secondary-action" busy={busy} onPress={() => tell({ reason: 'later', askAgainFrom: null })}>
        {texts.laterUndo}
      </ActionButton>
    );
  }
  const today = wallTimeOf(now).day;
  const choose = (): void => {
    const fits = /^\d{4}-\d\d-\d\d$/.test(day) && day > today && day <= dayAfter(today, 364);
    setWrong(!fits);
    if (fits) {
      tell({ reason: 'later', askAgainFrom: new Date(instantOf({ day, time: '00:00' })).toISOString() });
    }
  };
  return (
    <>
      <TextField
        id="laterDay"
        label={texts.later}
        type="date"
        width="half"
        value={day}
        onValue={setDay}
        error={wrong ? texts.wrongDay : undefined}
      />
      <ActionButton kind="secondary-action" busy={busy} onPress={choose}>
        {texts.laterButton}
      </ActionButton>
    </>
  );
}

/** What was done with the reason; what there still is to choose stands below it. */
function doneText(ask: AskView, { reason, offersCategory, pausedUntil }: AfterNo): string | undefined {
  const texts = t.asked.whyNot;
  if (reason === 'not-now') return texts.notNowDone;
  if (reason === 'not-my-thing' && !offersCategory) return texts.stopped(whatOf(ask));
  if (reason === 'later' && pausedUntil !== null) {
    return texts.laterDone(fullDayText(wallTimeOf(Date.parse(pausedUntil)).day));
  }
  return undefined;
}

/** Why not, after the no: never needed, and what follows from it can be taken back here. */
export function WhyNot({ ask }: { ask: AskView }) {
  const { busy, failure, run } = useCommand();
  const [after, setAfter] = useState<AfterNo | undefined>(undefined);
  const texts = t.asked.whyNot;
  const tell = (told: Told): void => {
    void run(() => call('answerAsk', { id: ask.id, body: { answer: 'no', ...told } })).then((answered) => {
      if (answered !== undefined) setAfter(answered.data.afterNo);
    });
  };
  const done = after && doneText(ask, after);
  return (
    <section class="zb-card zb-flow zb-flow--s" aria-labelledby="why-not">
      <h2 class="utrecht-heading-3" id="why-not">
        {texts.title}
      </h2>
      <p>{texts.text}</p>
      <CommandFailure failure={failure} />
      <div role="status">
        {done === undefined ? null : (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{done}</p>
          </Alert>
        )}
      </div>
      {after === undefined ? (
        <ActionButton kind="secondary-action" busy={busy} onPress={() => tell({ reason: 'not-now' })}>
          {texts.notNow}
        </ActionButton>
      ) : null}
      {after?.reason === 'not-my-thing' ? (
        <Stop ask={ask} after={after} busy={busy} tell={tell} />
      ) : (
        <ActionButton kind="secondary-action" busy={busy} onPress={() => tell({ reason: 'not-my-thing' })}>
          {texts.notMyThing}
        </ActionButton>
      )}
      <Later after={after} busy={busy} tell={tell} />
    </section>
  );
}
