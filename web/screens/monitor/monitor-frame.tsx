import '../../styles/monitor.css';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { ActionLink, TextLink } from '../../parts/action.js';
import { FailureCard } from '../../parts/failure-card.js';
import { lock } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { StateCard } from '../../parts/state-card.js';
import { usePage } from '../../parts/use-page.js';
import { loadPlaces, places, placesFailure } from '../../places/places.js';
import { me } from '../../session/session.js';

const texts = nlOrganisers.monitor;

function Content({ children }: { children: (municipality: string) => ComponentChildren }) {
  useEffect(() => void loadPlaces(), []);
  if (!(me.value?.capabilities ?? []).some((can) => can === 'monitor' || can === 'administer')) {
    return (
      <StateCard drawing={lock} title={texts.forbidden} text={texts.forbiddenText}>
        <ActionLink kind="secondary-action" href="/">
          {t.frame.toStart}
        </ActionLink>
      </StateCard>
    );
  }
  if (placesFailure.value !== undefined) {
    return <FailureCard failure={placesFailure.value} onRetry={() => void loadPlaces()} />;
  }
  // A neighbourhood of Statistics Netherlands carries the number of its municipality.
  const code = places.value?.neighbourhoods[0]?.code.slice(2, 6);
  return code === undefined ? <Loading /> : <>{children(`GM${code}`)}</>;
}

interface MonitorPageProps {
  readonly title: string;
  readonly lead?: string;
  /** A page beside the figures has a way back to them. */
  readonly back?: boolean;
  readonly children: (municipality: string) => ComponentChildren;
}

/** A page for who follows participation, with the code of their municipality for what stands in it. */
export function MonitorPage({ title, lead, back = false, children }: MonitorPageProps) {
  usePage(title);
  return (
    <SignedInOnly>
      <div class="zb-wrap zb-flow zb-flow--l zb-monitor">
        <div class="zb-flow zb-flow--xs">
          {back ? (
            <p class="no-print">
              <TextLink href="/monitor">{texts.title}</TextLink>
            </p>
          ) : null}
          <h1 class="utrecht-heading-1">{title}</h1>
          {lead === undefined ? null : <p>{lead}</p>}
        </div>
        <Content>{children}</Content>
      </div>
    </SignedInOnly>
  );
}
