import { useEffect, useRef } from 'preact/hooks';
import type { LastAct } from '@app/contracts/http/last-acts.js';
import { call } from '../api/call.js';
import { nlOrganisers } from '../messages/nl-organisers.js';
import { t } from '../messages/texts.js';
import { shortMomentText } from '../time/time-texts.js';
import { ActionButton } from './action.js';
import { Alert } from './alert.js';
import { alertTriangle } from './icons.js';
import { useLoaded } from './use-loaded.js';
import { useNow } from './use-now.js';

const texts = nlOrganisers.tooLate;

/** What was decided, in words; nothing where there was nothing to decide. */
function outcomeOf({ act, outcome }: LastAct): string | undefined {
  if (act === 'appeal-decided') return outcome === 'grant' ? texts.appeal.grant : texts.appeal.uphold;
  const known = Object.entries(t.reports.outcomes).find(([code]) => code === outcome);
  return act === 'report-decided' ? known?.[1].toLocaleLowerCase('nl') : undefined;
}

function What({ last, now }: { last: LastAct; now: number }) {
  const what = texts.acts[last.act];
  const outcome = outcomeOf(last);
  const line = outcome === undefined ? what : texts.outcome(what, outcome);
  return <p>{texts.line(shortMomentText(Date.parse(last.at), now), line)}</p>;
}

function titleOf(last: LastAct | undefined): string {
  if (last?.isYou === true) return texts.you;
  return last?.by ? texts.title(last.by) : texts.somebody;
}

interface TooLateProps {
  /** The request, report or other thing that somebody else finished. */
  readonly id: string;
  /** What the reader had written about it. */
  readonly words: string;
  readonly onRead: () => void;
}

/** Somebody else was first: who, what they did, and what the reader had written, of which nothing is lost. */
export function TooLate({ id, words, onRead }: TooLateProps) {
  const now = useNow();
  const { data, failure } = useLoaded(`last-act ${id}`, () => call('getLastAct', { id }));
  const heading = useRef<HTMLHeadingElement>(null);
  const known = data !== undefined || failure !== undefined;
  useEffect(() => heading.current?.focus(), [known]);
  if (!known) return null;
  return (
    <section aria-labelledby="too-late">
      <Alert kind="warning" drawing={alertTriangle}>
        <div class="zb-flow zb-flow--s">
          <h2 class="utrecht-heading-3" id="too-late" tabIndex={-1} ref={heading}>
            {titleOf(data)}
          </h2>
          {data === undefined ? null : <What last={data} now={now} />}
          <p>
            {texts.nothing} {data?.isYou === false && data.by !== null ? texts.call(data.by) : null}
          </p>
          {words === '' ? null : (
            <>
              <p>{texts.words}</p>
              <blockquote class="zb-quote zb-prose">{words}</blockquote>
            </>
          )}
          <div>
            <ActionButton kind="secondary-action" sizes={['dense']} onPress={onRead}>
              {texts.read}
            </ActionButton>
          </div>
        </div>
      </Alert>
    </section>
  );
}
