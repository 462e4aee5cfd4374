import type { ComponentChildren } from 'preact';
import type { WorkItem } from '@app/contracts/http/work-items.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { Alert } from '../../parts/alert.js';
import { FailureCard } from '../../parts/failure-card.js';
import { infoCircle } from '../../parts/icons.js';
import { Loading } from '../../parts/loading.js';
import { useLiveRequest } from '../../parts/use-live-request.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { AccompanyCard } from '../trust/accompany-card.js';
import { AskedPeople } from '../asking/asked-people.js';
import { WorkDetail } from './work-detail.js';

interface RequestDetailProps {
  readonly helpRequestId: string;
  /** The item on the list; nothing when the request has left it. */
  readonly item: WorkItem | undefined;
  readonly now: number;
  readonly onChanged: () => void;
  readonly onDone: () => void;
  readonly children: ComponentChildren;
}

/** A coordinator comes along the first time: with whom, and the way to say that it is done. */
function GoAlong({ item, onDone }: { item: WorkItem; onDone: () => void }) {
  return (
    <Alert kind="info" drawing={infoCircle}>
      <p>{nlOrganisers.workList.accompany.text(item.request?.helperNames.join(', ') ?? '')}</p>
      <ActionButton sizes={['dense']} onPress={onDone}>
        {nlOrganisers.workList.accompany.done}
      </ActionButton>
    </Alert>
  );
}

function Glance({ item, onDone }: { item: WorkItem; onDone: () => void }) {
  return (
    <Alert kind="info" drawing={infoCircle}>
      <p>{nlOrganisers.workList.glance.text(item.request?.helperNames.join(', ') ?? '')}</p>
      <ActionButton sizes={['dense']} onPress={onDone}>
        {nlOrganisers.workList.glance.done}
      </ActionButton>
    </Alert>
  );
}

/** A request, read whole when somebody opens it. */
export function RequestDetail({ helpRequestId, item, now, onChanged, onDone, children }: RequestDetailProps) {
  const { data, failure, reload } = useLoaded(helpRequestId, () => call('getHelpRequest', { id: helpRequestId }));
  useLiveRequest(helpRequestId, reload);
  if (failure !== undefined && data === undefined) return <FailureCard failure={failure} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  const changed = (): void => {
    reload();
    onChanged();
  };
  return (
    <WorkDetail request={data} now={now} onChanged={changed}>
      {item?.kind === 'first-match' ? <Glance item={item} onDone={onDone} /> : null}
      {item?.kind === 'accompany' ? <GoAlong item={item} onDone={onDone} /> : null}
      <AccompanyCard helpRequestId={helpRequestId} version={data.version} words={nlOrganisers.workList.comeAlong} />
      {children}
      {/* Who only took the request at the telephone does not look into another association's neighbours. */}
      {data.viewer === 'coordinator' ? (
        <AskedPeople helpRequestId={helpRequestId} version={data.version} now={now} />
      ) : null}
    </WorkDetail>
  );
}
