import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { ManagedGathering } from '@app/contracts/http/gathering-shapes.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionLink, TextLink } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { FailureCard } from '../../parts/failure-card.js';
import { circleCheck, coffee } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { OrganisersOnly } from '../../parts/organisers-only.js';
import { StateCard } from '../../parts/state-card.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { useHints } from '../../realtime/use-hints.js';
import { GatheringForm } from './gathering-form.js';
import { ManagedCard } from './managed-card.js';
import { ToNote } from './to-note.js';

const texts = nlOrganisers.organiseGatherings;
const newPart = 'nieuw';
const home = '/werklijst/ontmoetingen';

interface ListProps {
  readonly gatherings: readonly ManagedGathering[];
  readonly onDone: (told: string) => void;
}

function Lists({ gatherings, onDone }: ListProps) {
  if (gatherings.length === 0) return <StateCard drawing={coffee} title={texts.empty} text={texts.emptyText} />;
  return (
    <>
      <ToNote gatherings={gatherings} onDone={onDone} />
      <ul class="zb-list">
        {gatherings.map((gathering) => (
          <ManagedCard key={gathering.id} gathering={gathering} onDone={onDone} />
        ))}
      </ul>
    </>
  );
}

function Content({ part }: { part: string }) {
  const { route } = useLocation();
  const [told, setTold] = useState('');
  const { data, failure, reload } = useLoaded('managed-gatherings', () => call('listManagedGatherings'));
  useHints('work.changed', reload, reload);
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  const done = (text: string): void => {
    setTold(text);
    reload();
    if (part !== '') route(home);
  };
  const edited = data.gatherings.find(({ id }) => id === part);
  return (
    <>
      <div role="status">
        {told === '' ? null : (
          <Alert kind="ok" drawing={circleCheck}>
            <p>{told}</p>
          </Alert>
        )}
      </div>
      {part === newPart || edited !== undefined ? (
        <GatheringForm key={part} edited={edited} onDone={done} />
      ) : (
        <>
          <div class="zb-row">
            <ActionLink href={`${home}/${newPart}`}>{texts.announce}</ActionLink>
            <ActionLink kind="secondary-action" href="/ontmoetingen">
              {texts.toPublic}
            </ActionLink>
          </div>
          <Lists gatherings={data.gatherings} onDone={done} />
        </>
      )}
    </>
  );
}

/** Gatherings of the organisations somebody works at: announcing, cancelling, and noting how many came. */
export default function OrganiseScreen() {
  usePage(texts.title);
  const part = useRoute().params['part'] ?? '';
  return (
    <OrganisersOnly title={texts.title}>
      <div class="zb-measure zb-flow zb-flow--l">
        <div class="zb-flow zb-flow--xs">
          <p>
            <TextLink href="/werklijst">{texts.toList}</TextLink>
          </p>
          <h1 class="utrecht-heading-1">{texts.title}</h1>
          <p>{texts.lead}</p>
        </div>
        <Content part={part} />
      </div>
    </OrganisersOnly>
  );
}
