import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskQuestion } from '@app/contracts/http/desk.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { BesideWorkList } from '../../parts/beside-work-list.js';
import { Badge } from '../../parts/badge.js';
import { FailureCard } from '../../parts/failure-card.js';
import { FollowCode } from '../../parts/follow-code.js';
import { moodSmile } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { StateCard } from '../../parts/state-card.js';
import { TooLate } from '../../parts/too-late.js';
import { useNow } from '../../parts/use-now.js';
import { me } from '../../session/session.js';
import { toldNews } from '../../session/told-news.js';
import { forgetWritten, writtenUnder } from '../../session/written-words.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';
import { AnswerQuestion } from './answer-question.js';
import { NoteQuestion } from './note-question.js';
import { AskerNumber, OfferQuestion, TakeQuestion, type NamedParty } from './route-question.js';
import { useDeskQuestions } from './use-desk-questions.js';

const texts = nlOrganisers.deskWork;
const dayOf = (instant: string): string => fullDayText(wallTimeOf(Date.parse(instant)).day);

interface CardProps {
  readonly question: DeskQuestion;
  readonly parties: readonly NamedParty[];
  readonly now: number;
  /** Opened from the work list. */
  readonly opened: boolean;
  readonly onWriting: () => void;
  readonly onDone: () => void;
  readonly onAnswered: (how: 'answered' | 'refused') => void;
}

function Facts({ question, now, opened }: Pick<CardProps, 'question' | 'now' | 'opened'>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened) heading.current?.focus();
  }, []);
  const open = question.status === 'open';
  const late = open && Date.parse(question.dueAt) <= now;
  return (
    <>
      <p class="zb-row">
        <Badge kind={late ? 'danger' : open ? 'active' : 'safe'}>{open ? texts.open : texts.answered}</Badge>
        {question.keepInTouch ? <Badge kind="active">{texts.keepInTouch}</Badge> : null}
        <span class="zb-soft zb-small">{texts.from(question.desk?.givenName ?? '', dayOf(question.askedAt))}</span>
      </p>
      <h2 class="utrecht-heading-3 zb-prose" tabIndex={-1} ref={heading}>
        {question.text === '' ? t.desk.mine.gone : question.text}
      </h2>
      <p class="zb-soft zb-small">
        {texts.owner(question.owner.name)}.{' '}
        {open ? (late ? texts.late : `${texts.before(dayOf(question.dueAt))}.`) : null}{' '}
        {question.theme === null ? null : texts.themes[question.theme]}
      </p>
    </>
  );
}

function QuestionCard(props: CardProps) {
  const { question, parties, onDone, onWriting, onAnswered } = props;
  const may = question.desk?.may ?? [];
  return (
    <li class="zb-card zb-flow zb-flow--s">
      <Facts {...props} />
      {question.answer === null ? null : <blockquote class="zb-quote zb-prose">{question.answer}</blockquote>}
      {may.includes('take') ? <TakeQuestion question={question} onDone={onDone} /> : null}
      {may.includes('answer') ? (
        <>
          {question.keepInTouch ? <p>{texts.keepInTouchText}</p> : null}
          {question.desk?.byPhone === true || question.keepInTouch ? <AskerNumber id={question.id} /> : null}
          <AnswerQuestion question={question} onWriting={onWriting} onDone={onAnswered} />
          {question.desk?.byPhone === true ? (
            <details>
              <summary>{nlOrganisers.followCode.title}</summary>
              <FollowCode about="question" id={question.id} />
            </details>
          ) : null}
        </>
      ) : null}
      {may.includes('offer') ? <OfferQuestion question={question} parties={parties} onDone={onDone} /> : null}
    </li>
  );
}

/** Whose answer is being written, and what comes after it. */
function useAnswering(reload: () => void) {
  const { query, route } = useLocation();
  const linked = query['vraag'];
  const [saved, setSaved] = useState(false);
  const [busyWith, setBusyWith] = useState(linked);
  const done = (): void => {
    setSaved(true);
    reload();
  };
  const answered = (how: 'answered' | 'refused'): void => {
    if (how === 'refused') return reload();
    setBusyWith(undefined);
    done();
    if (linked === undefined) return;
    toldNews.value = texts.sent;
    route('/werklijst');
  };
  const close = (): void => {
    if (busyWith !== undefined) forgetWritten(busyWith);
    setBusyWith(undefined);
  };
  return { linked, saved, busyWith, setBusyWith, done, answered, close };
}

function Questions() {
  const now = useNow();
  const { data, failure, reload } = useDeskQuestions('owner');
  const { linked, saved, busyWith, setBusyWith, done, answered, close } = useAnswering(reload);
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const isGone =
    busyWith !== undefined && !data.questions.some(({ id, status }) => id === busyWith && status === 'open');
  return (
    <>
      <p role="status">{saved ? texts.done : null}</p>
      {isGone ? <TooLate id={busyWith} words={writtenUnder(busyWith)} onRead={close} /> : null}
      {me.value?.capabilities.includes('coordinate') === true ? <NoteQuestion onDone={done} /> : null}
      {data.questions.length === 0 ? (
        <StateCard drawing={moodSmile} title={texts.empty} text={texts.emptyText} />
      ) : (
        <ul class="zb-list" aria-label={texts.title}>
          {data.questions.map((question) => (
            <QuestionCard
              key={`${question.id}-${question.version}`}
              question={question}
              parties={data.parties}
              now={now}
              opened={question.id === linked}
              onWriting={() => setBusyWith(question.id)}
              onDone={done}
              onAnswered={answered}
            />
          ))}
        </ul>
      )}
    </>
  );
}

/** Questions to the desk, for who answers them: coordinators, the desk and welfare. */
export default function DeskWorkScreen() {
  return (
    <BesideWorkList texts={texts} may={['coordinate', 'monitor']}>
      <Questions />
    </BesideWorkList>
  );
}
