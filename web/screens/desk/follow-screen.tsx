import { useEffect, useRef, useState } from 'preact/hooks';
import type { Followed } from '@app/contracts/http/follow.js';
import { call, type Failure } from '../../api/call.js';
import { problemText } from '../../api/problem-text.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink, TextLink } from '../../parts/action.js';
import { AnswerTimes } from '../../parts/answer-times.js';
import { Badge } from '../../parts/badge.js';
import { GivenCodeForm } from '../../parts/given-code-form.js';
import type { FormError } from '../../parts/error-summary.js';
import { telephoneLink } from '../../parts/telephone.js';
import { useCommand } from '../../parts/use-command.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText, windowText } from '../../time/time-texts.js';

const texts = t.follow;
const dayOf = (instant: string): string => fullDayText(wallTimeOf(Date.parse(instant)).day);

function textOf(failure: Failure): string {
  if (failure.code === 'invalid-code' || failure.code === 'invalid-input') return texts.invalid;
  return failure.code === 'too-many-requests' ? texts.tries : problemText(failure);
}

/** The code as it is typed or scanned, and what it shows. It is not kept on the device. */
function useFollowing() {
  const { busy, run } = useCommand();
  // Behind the hash, so that the code reaches no log; taken out of the address at once.
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [followed, setFollowed] = useState<Followed>();
  const look = async (): Promise<void> => {
    if (code.trim() === '') return setErrors([{ field: 'code', message: texts.need }]);
    const done = await run(async () => {
      const answer = await call('follow', { body: { code } });
      setErrors(answer.ok ? [] : [{ field: 'code', message: textOf(answer) }]);
      return answer;
    });
    setFollowed(done?.data);
  };
  const again = (): void => {
    setCode('');
    setFollowed(undefined);
  };
  useEffect(() => {
    if (location.hash === '') return;
    history.replaceState(history.state, '', location.pathname);
    void look();
  }, []);
  return { busy, code, setCode, errors, followed, look, again };
}

function CodeField({ busy, code, setCode, errors, look }: ReturnType<typeof useFollowing>) {
  usePage(texts.title, errors.length > 0);
  return (
    <GivenCodeForm
      texts={texts}
      code={code}
      onCode={setCode}
      errors={errors}
      busy={busy}
      maxLength={20}
      onSend={() => void look()}
    />
  );
}

function About({ about, now }: { about: Followed['about']; now: number }) {
  const { mine } = t.desk;
  if (about.kind === 'request') {
    const { category, window } = about;
    return (
      <p>
        {t.categories.names[category].title}, {windowText(window, 'planned', now)}
      </p>
    );
  }
  if (about.status === 'answered') {
    return about.answer === null ? (
      <p>{mine.gone}</p>
    ) : (
      <blockquote class="zb-quote zb-prose">{about.answer}</blockquote>
    );
  }
  return <p>{Date.parse(about.dueAt) <= now ? mine.late : mine.before(dayOf(about.dueAt))}</p>;
}

function headOf(about: Followed['about']): string {
  if (about.kind === 'request') return texts.status[about.status];
  return about.status === 'open' ? t.desk.mine.open : t.desk.mine.answered;
}

function Standing({ followed, busy, look, again }: ReturnType<typeof useFollowing> & { followed: Followed }) {
  const now = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [followed]);
  const { about, askedAt, owner } = followed;
  const over = about.kind === 'question' && about.status === 'answered';
  return (
    <div class="zb-flow">
      <section class="zb-card zb-flow zb-flow--s" aria-labelledby="standing">
        <h2 class="utrecht-heading-2" id="standing" tabIndex={-1} ref={heading}>
          {headOf(about)}
        </h2>
        <p class="zb-row">
          <Badge kind={over ? 'safe' : 'active'}>{owner.name}</Badge>
          <span class="zb-soft zb-small">{texts.asked(dayOf(askedAt))}</span>
        </p>
        <About about={about} now={now} />
        {owner.person === null || owner.person.phone === '' ? null : (
          <>
            <p>{texts.caller(owner.person.givenName)}</p>
            <p>
              <ActionLink kind="secondary-action" href={telephoneLink(owner.person.phone)}>
                {t.desk.mine.call(owner.person.givenName)}
              </ActionLink>
            </p>
          </>
        )}
        <AnswerTimes organisationId={owner.organisationId} now={now} />
      </section>
      <div class="zb-row">
        <ActionButton busy={busy} onPress={() => void look()}>
          {texts.refresh}
        </ActionButton>
        <ActionButton kind="subtle" onPress={again}>
          {texts.again}
        </ActionButton>
      </div>
    </div>
  );
}

/** How it stands with what somebody asked by telephone: with a code, without an account. */
export default function FollowScreen() {
  const following = useFollowing();
  const { followed } = following;
  usePage(texts.title);
  return (
    <div class="zb-wrap">
      <div class="zb-measure zb-flow zb-flow--l">
        <div class="zb-flow zb-flow--xs">
          <h1 class="utrecht-heading-1">{texts.title}</h1>
          {followed === undefined ? <p>{texts.lead}</p> : null}
        </div>
        {followed === undefined ? <CodeField {...following} /> : <Standing {...following} followed={followed} />}
        <p>
          <TextLink href="/hulp-per-telefoon">{t.frame.footer.phone}</TextLink>
        </p>
      </div>
    </div>
  );
}
