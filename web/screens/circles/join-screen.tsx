import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionButton, ActionLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck, plugOff } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { keep, kept } from '../../session/kept.js';

const KEPT = 'circle-invitation';

/** The secret behind the #, kept while somebody signs in on the way and taken out of the address. */
function takeToken(): string {
  const given = location.hash.slice(1);
  if (given !== '') {
    keep(KEPT, given);
    history.replaceState(history.state, '', location.pathname);
  }
  return kept(KEPT, '');
}

function Content({ token }: { token: string }) {
  const { route } = useLocation();
  const { data, failure, reload } = useLoaded(token, () => call('lookAtCircleInvitation', { body: { token } }));
  const { busy, failure: refused, run } = useCommand();
  const [waits, setWaits] = useState(false);
  if (failure?.code === 'gone' || failure?.code === 'invalid-input')
    return (
      <StateCard asPage drawing={plugOff} title={t.circles.join.gone} text={t.circles.join.goneText}>
        <ActionLink kind="secondary-action" href="/kring">
          {t.circles.link}
        </ActionLink>
      </StateCard>
    );
  if (failure !== undefined && data === undefined) return <FailureCard asPage failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  const { caregiverGivenName: name, role } = data;
  const join = async (): Promise<void> => {
    const joined = await run(() => call('joinCircle', { body: { token } }));
    if (!joined) return;
    keep(KEPT, undefined);
    if (joined.data.status === 'active') route(`/kring/${joined.data.circleId}`);
    else setWaits(true);
  };
  if (waits) {
    return (
      <StateCard asPage drawing={circleCheck} title={t.circles.join.waitingTitle} text={t.circles.join.waiting(name)}>
        <ActionLink kind="secondary-action" href="/kring">
          {t.circles.link}
        </ActionLink>
      </StateCard>
    );
  }
  return (
    <div class="zb-flow zb-flow--l zb-measure">
      <h1 class="utrecht-heading-1">{t.circles.join.of(name)}</h1>
      <p>
        <strong>{t.circles.join.role(t.circles.people.roles[role].name)}.</strong> {t.circles.people.roles[role].text}
      </p>
      <p>{t.circles.join.text(name)}</p>
      <CommandFailure failure={refused} />
      <div class="zb-row">
        <ActionButton busy={busy} sizes={['big']} onPress={() => void join()}>
          {t.circles.join.button}
        </ActionButton>
      </div>
    </div>
  );
}

/** Where a link into a circle leads: whose it is, and asking to come in. */
export default function JoinScreen() {
  usePage(t.circles.join.title);
  const [token] = useState(takeToken);
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <Content token={token} />
      </div>
    </SignedInOnly>
  );
}
