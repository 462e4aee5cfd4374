import { useState } from 'preact/hooks';
import type { DeskQuestion } from '@app/contracts/http/desk.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { BesideWorkList } from '../../parts/beside-work-list.js';
import { Badge } from '../../parts/badge.js';
import { FailureCard } from '../../parts/failure-card.js';
import { moodSmile } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { StateCard } from '../../parts/state-card.js';
import { useNow } from '../../parts/use-now.js';
import { me } from '../../session/session.js';
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
  readonly onDone: () => void;
}

function Facts({ question, now }: Pick<CardProps, 'question' | 'now'>) {
  const open = question.status === 'open';
  const late = open && Date.parse(question.dueAt) <= now;
  return (
    <>
      <p class="zb-row">
        <Badge kind={late ? 'danger' : open ? 'active' : 'safe'}>{open ? texts.open : texts.answered}</Badge>
        <span class="zb-soft zb-small">{texts.from(question.desk?.givenName ?? '', dayOf(question.askedAt))}</span>
      </p>
      <h2 class="utrecht-heading-3 zb-prose">{question.text === '' ? t.desk.mine.gone : question.text}</h2>
      <p class="zb-soft zb-small">
        {texts.owner(question.owner.name)}.{' '}
        {open ? (late ? texts.late : `${texts.before(dayOf(question.dueAt))}.`) : null}{' '}
        {question.theme === null ? null : texts.themes[question.theme]}
      </p>
    </>
  );
}

function QuestionCard({ question, parties, now, onDone }: CardProps) {
  const may = question.desk?.may ?? [];
  return (
    <li class="zb-card zb-flow zb-flow--s">
      <Facts question={question} now={now} />
      {question.answer === null ? null : <blockquote class="zb-quote zb-prose">{question.answer}</blockquote>}
      {may.includes('take') ? <TakeQuestion question={question} onDone={onDone} /> : null}
      {may.includes('answer') ? (
        <>
          {question.desk?.byPhone === true ? <AskerNumber id={question.id} /> : null}
          <AnswerQuestion question={question} onDone={onDone} />
        </>
      ) : null}
      {may.includes('offer') ? <OfferQuestion question={question} parties={parties} onDone={onDone} /> : null}
    </li>
  );
}

function Questions() {
  const now = useNow();
  const [saved, setSaved] = useState(false);
  const { data, failure, reload } = useDeskQuestions('owner');
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const done = (): void => {
    setSaved(true);
    reload();
  };
  return (
    <>
      <p role="status">{saved ? texts.done : null}</p>
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
              onDone={done}
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
