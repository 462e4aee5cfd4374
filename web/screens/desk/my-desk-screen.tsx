import { useLocation } from 'preact-iso';
import type { DeskQuestion } from '@app/contracts/http/desk.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { AnswerTimes } from '../../parts/answer-times.js';
import { Alert } from '../../parts/alert.js';
import { Badge } from '../../parts/badge.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck, messageQuestion } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { telephoneLink } from '../../parts/telephone.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';
import { KeepInTouch } from './keep-in-touch.js';
import { useDeskQuestions } from './use-desk-questions.js';

const texts = t.desk.mine;
const dayOf = (instant: string): string => fullDayText(wallTimeOf(Date.parse(instant)).day);

function Waiting({ question, now }: { question: DeskQuestion; now: number }) {
  const { name, person, organisationId } = question.owner;
  return (
    <>
      <p>
        {texts.owner(name)} {Date.parse(question.dueAt) <= now ? texts.late : texts.before(dayOf(question.dueAt))}
      </p>
      {person === null ? null : (
        <p>
          <ActionLink kind="secondary-action" sizes={['dense']} href={telephoneLink(person.phone)}>
            {texts.call(person.givenName)}
          </ActionLink>
        </p>
      )}
      <AnswerTimes organisationId={organisationId} now={now} />
    </>
  );
}

function Question({ question, now, onDone }: { question: DeskQuestion; now: number; onDone: () => void }) {
  const open = question.status === 'open';
  return (
    <li class="zb-card zb-flow zb-flow--s">
      <p class="zb-row">
        <Badge kind={open ? 'active' : 'safe'}>{open ? texts.open : texts.answered}</Badge>
        <span class="zb-soft zb-small">{dayOf(question.askedAt)}</span>
      </p>
      <h2 class="utrecht-heading-3 zb-prose">{question.text === '' ? texts.gone : question.text}</h2>
      {open ? (
        <>
          <Waiting question={question} now={now} />
          <KeepInTouch question={question} onDone={onDone} />
        </>
      ) : null}
      {question.answer === null ? null : <blockquote class="zb-quote zb-prose">{question.answer}</blockquote>}
    </li>
  );
}

function Questions() {
  const now = useNow();
  const { data, failure, reload } = useDeskQuestions('mine');
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  if (data.questions.length === 0) {
    return (
      <StateCard drawing={messageQuestion} title={texts.empty} text={texts.emptyText}>
        <ActionLink href="/loket">{t.desk.link}</ActionLink>
      </StateCard>
    );
  }
  return (
    <>
      <ul class="zb-list" aria-label={texts.title}>
        {data.questions.map((question) => (
          <Question key={question.id} question={question} now={now} onDone={reload} />
        ))}
      </ul>
      <p>
        <ActionLink kind="secondary-action" href="/loket">
          {t.desk.link}
        </ActionLink>
      </p>
    </>
  );
}

/** What this person asked the desk: who has it, and the answer. */
export default function MyDeskScreen() {
  const { query } = useLocation();
  usePage(texts.title);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <div class="zb-measure zb-flow zb-flow--l">
          <div class="zb-flow zb-flow--xs">
            <h1 class="utrecht-heading-1">{texts.title}</h1>
            <p>{texts.lead}</p>
          </div>
          <div role="status">
            {query['verstuurd'] === '1' ? (
              <Alert kind="ok" drawing={circleCheck}>
                <p>{texts.sent}</p>
              </Alert>
            ) : null}
          </div>
          <Questions />
        </div>
      </div>
    </SignedInOnly>
  );
}
