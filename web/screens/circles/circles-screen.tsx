import { useLocation } from 'preact-iso';
import type { CircleSummary } from '@app/contracts/http/circle-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { ActionLink } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Icon } from '../../parts/icon.js';
import { clock, heartHandshake, user } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { useCommand } from '../../parts/use-command.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { useHints } from '../../realtime/use-hints.js';
import { shortMomentText } from '../../time/time-texts.js';
import { SettingsForm } from './settings-form.js';

function stateOf(circle: CircleSummary): string {
  if (circle.ended) return t.circles.ended;
  if (circle.waiting) return t.circles.waiting(circle.caregiverGivenName);
  return circle.openTurns === 0 ? t.circles.allSet : t.circles.open(circle.openTurns);
}

function CircleRow({ circle }: { circle: CircleSummary }) {
  const now = useNow();
  const name = circle.role === 'caregiver' ? t.circles.own : t.circles.of(circle.caregiverGivenName);
  return (
    <li class="zb-item">
      <span class="zb-item__icon">
        <Icon drawing={heartHandshake} />
      </span>
      <div class="zb-row zb-item__head">
        <h3 class="utrecht-heading-3">{name}</h3>
      </div>
      <p class="zb-item__meta">
        <span>{stateOf(circle)}</span>
        {circle.nextOfMine === null ? null : (
          <span>
            <Icon drawing={clock} />
            {t.circles.nextMine(shortMomentText(Date.parse(circle.nextOfMine), now))}
          </span>
        )}
        {circle.joining === 0 ? null : (
          <span>
            <Icon drawing={user} />
            {t.circles.joining(circle.joining)}
          </span>
        )}
      </p>
      {circle.waiting ? null : (
        <div class="zb-item__act">
          <ActionLink kind="secondary-action" sizes={['block']} href={`/kring/${circle.id}`}>
            {t.circles.show}
            <span class="zb-hidden">: {name}</span>
          </ActionLink>
        </div>
      )}
    </li>
  );
}

/** What a circle is, and the two things that must be known to begin one. */
function Start() {
  const { route } = useLocation();
  const { busy, failure, run } = useCommand();
  return (
    <section class="zb-card zb-flow zb-measure" aria-labelledby="start">
      <h2 class="utrecht-heading-2" id="start">
        {t.circles.start.title}
      </h2>
      <p>{t.circles.start.text}</p>
      <ul class="zb-flow zb-flow--xs">
        {t.circles.start.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <CommandFailure failure={failure} />
      <SettingsForm
        press={t.circles.start.button}
        busy={busy}
        onSave={async (settings) => {
          const made = await run(() => call('startCircle', { body: settings }));
          if (made) route(`/kring/${made.data.id}/plan`);
        }}
      />
    </section>
  );
}

function Content() {
  const { data, failure, reload } = useLoaded('circles', () => call('listCircles'));
  useHints('circle.changed', reload, reload);
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  const hasOwn = data.circles.some(({ role, ended }) => role === 'caregiver' && !ended);
  return (
    <>
      {data.circles.length === 0 ? null : (
        <section aria-labelledby="list" class="zb-flow">
          <h2 class="zb-hidden" id="list">
            {t.circles.listTitle}
          </h2>
          <ul class="zb-list">
            {data.circles.map((circle) => (
              <CircleRow key={circle.id} circle={circle} />
            ))}
          </ul>
        </section>
      )}
      {hasOwn ? null : <Start />}
    </>
  );
}

/** The circles somebody has or is in. */
export default function CirclesScreen() {
  usePage(t.circles.title);
  return (
    <SignedInOnly>
      <div class="zb-wrap zb-flow zb-flow--l">
        <div class="zb-flow zb-flow--xs zb-measure">
          <h1 class="utrecht-heading-1">{t.circles.title}</h1>
          <p>{t.circles.lead}</p>
        </div>
        <Content />
      </div>
    </SignedInOnly>
  );
}
