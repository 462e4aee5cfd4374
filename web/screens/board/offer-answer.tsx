import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { call, type Failure } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { Icon } from '../../parts/icon.js';
import { check, heartHandshake, user } from '../../parts/icons.js';
import { StateCard } from '../../parts/state-card.js';
import { TakenCard } from '../../parts/taken-card.js';
import { signInPath, willingPath } from '../../session/return-to.js';
import { me, needsName } from '../../session/session.js';

type Stage = 'question' | 'sign-in' | 'profile' | 'taken' | 'waitlisted';

function stageAfter(failure: Failure): Stage {
  if (failure.code === 'already-matched' && failure.waitlist) return 'taken';
  if (failure.code === 'not-signed-in') return 'sign-in';
  if (failure.code === 'profile-required') return 'profile';
  return 'question';
}

/** Says yes and keeps what came of it. */
function useYes(id: string) {
  const { route } = useLocation();
  const [stage, setStage] = useState<Stage>('question');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const yes = async (waitlist: boolean): Promise<void> => {
    if (busy) return;
    const person = me.value;
    if (person === null || (person !== undefined && needsName(person))) return setStage('sign-in');
    setBusy(true);
    const answer = await call('acceptHelpRequest', { id, body: waitlist ? { waitlist } : {} });
    setBusy(false);
    if (answer.ok) {
      if (answer.data.status === 'waitlisted') return setStage('waitlisted');
      return route(`/afspraken/${id}`);
    }
    const next = stageAfter(answer);
    setStage(next);
    setFailure(next === 'question' ? answer : undefined);
  };
  return { stage, failure, busy, yes };
}

function Question({ busy, onYes }: { busy: boolean; onYes: () => void }) {
  return (
    <>
      <div class="zb-flow zb-flow--s">
        <ActionButton sizes={['big', 'block']} busy={busy} onPress={onYes}>
          <Icon drawing={check} />
          {t.board.offer.yes}
        </ActionButton>
        <ActionLink kind="plain" sizes={['big', 'block']} href="/hulpvragen">
          {t.board.offer.no}
        </ActionLink>
        <p class="zb-soft">{t.board.offer.free}</p>
      </div>
      <section class="zb-why zb-flow zb-flow--xs" aria-labelledby="after">
        <h2 class="utrecht-heading-3" id="after">
          {t.board.offer.after}
        </h2>
        <p>{t.board.offer.afterText}</p>
      </section>
    </>
  );
}

/** Yes or no to a request of the board; leads past sign-in and profile when they are missing. */
export function OfferAnswer({ id, backTo }: { id: string; backTo: string }) {
  const { stage, failure, busy, yes } = useYes(id);
  switch (stage) {
    case 'sign-in':
      return (
        <StateCard drawing={user} title={t.board.offer.signIn} text={t.board.offer.signInText}>
          <ActionLink href={signInPath(backTo)}>{t.frame.nav.signIn}</ActionLink>
        </StateCard>
      );
    case 'profile':
      return (
        <StateCard drawing={heartHandshake} title={t.board.offer.profile} text={t.board.offer.profileText}>
          <ActionLink href={willingPath(backTo)}>{t.board.offer.profileButton}</ActionLink>
        </StateCard>
      );
    case 'taken':
      return <TakenCard busy={busy} onReserve={() => void yes(true)} />;
    case 'waitlisted':
      return (
        <StateCard drawing={heartHandshake} title={t.board.offer.waitlisted} text={t.board.offer.waitlistedText}>
          <ActionLink kind="secondary-action" href="/hulpvragen">
            {t.board.offer.others}
          </ActionLink>
        </StateCard>
      );
    case 'question':
      return (
        <>
          <CommandFailure failure={failure} />
          <Question busy={busy} onYes={() => void yes(false)} />
        </>
      );
  }
}
