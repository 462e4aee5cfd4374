import { useRoute } from 'preact-iso';
import { useCallback, useState } from 'preact/hooks';
import type { CircleView } from '@app/contracts/http/circle-shapes.js';
import { call } from '../../api/call.js';
import { t } from '../../messages/texts.js';
import { TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { FailureCard } from '../../parts/failure-card.js';
import { infoCircle } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { useHints } from '../../realtime/use-hints.js';
import { CircleAgenda } from './circle-agenda.js';
import { CirclePeople } from './circle-people.js';
import { CirclePlan } from './circle-plan.js';
import { CircleSettingsPart } from './circle-settings.js';

/** Weeks that are shown at first, and all there can be. */
const weeksAtFirst = 6;
const allWeeks = 53;

const pages = [
  { path: '', text: t.circles.nav.agenda, act: undefined },
  { path: '/plan', text: t.circles.nav.plan, act: 'plan' },
  { path: '/mensen', text: t.circles.nav.people, act: undefined },
  { path: '/instellen', text: t.circles.nav.settings, act: 'manage' },
] as const;

function Pages({ circle, path }: { circle: CircleView; path: string }) {
  const offered = pages.filter(({ act }) => act === undefined || circle.actions.includes(act));
  return (
    <nav aria-label={t.circles.navLabel}>
      <ul class="zb-tabs">
        {offered.map((page) => (
          <li key={page.path}>
            <a
              class="utrecht-link utrecht-link--html-a"
              href={`/kring/${circle.id}${page.path}`}
              aria-current={page.path === path ? 'page' : undefined}
            >
              {page.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PartProps {
  readonly circle: CircleView;
  readonly reload: () => void;
  readonly more: (() => void) | undefined;
}

function Part({ path, circle, reload, more }: PartProps & { path: string }) {
  if (path === '/plan' && circle.actions.includes('plan')) return <CirclePlan circle={circle} onChange={reload} />;
  if (path === '/mensen') return <CirclePeople circle={circle} onChange={reload} />;
  if (path === '/instellen' && circle.actions.includes('manage'))
    return <CircleSettingsPart circle={circle} onChange={reload} />;
  return <CircleAgenda circle={circle} onChange={reload} onMore={more} />;
}

function Content({ id, path }: { id: string; path: string }) {
  const [weeks, setWeeks] = useState(weeksAtFirst);
  const { data, failure, reload } = useLoaded(`${id}-${weeks}`, () => call('getCircle', { id, query: { weeks } }));
  const hear = useCallback((frame: { id: string }) => (frame.id === id ? reload() : undefined), [id, reload]);
  useHints('circle.changed', hear, reload);
  const name = data === undefined || data.role === 'caregiver' ? t.circles.own : t.circles.of(data.caregiverGivenName);
  usePage(name);
  if (failure !== undefined && data === undefined) return <FailureCard asPage failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  return (
    <div class="zb-flow zb-flow--l">
      <div class="zb-flow zb-flow--xs">
        <p>
          <TextLink href="/kring">{t.circles.back}</TextLink>
        </p>
        <h1 class="utrecht-heading-1">{name}</h1>
        <p>{t.circles.role[data.role]}</p>
      </div>
      {data.endedAt === null ? null : (
        <Alert kind="info" drawing={infoCircle}>
          <p>{t.circles.ended}</p>
        </Alert>
      )}
      <Pages circle={data} path={path} />
      <Part
        path={path}
        circle={data}
        reload={reload}
        more={weeks === weeksAtFirst ? () => setWeeks(allWeeks) : undefined}
      />
    </div>
  );
}

/** One circle: its agenda, what repeats, who is in it and how it works. */
export default function CircleScreen() {
  const { params } = useRoute();
  const path = params['part'] === undefined ? '' : `/${params['part']}`;
  return (
    <SignedInOnly>
      <div class="zb-wrap">
        <Content id={params['id'] ?? ''} path={path} />
      </div>
    </SignedInOnly>
  );
}
