import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { NeighbourTrust } from '@app/contracts/http/trust.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { TextLink } from '../../parts/action.js';
import { FailureCard } from '../../parts/failure-card.js';
import { TextField } from '../../parts/field.js';
import { Loading } from '../../parts/loading.js';
import { OrganisersOnly } from '../../parts/organisers-only.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { useNow } from '../../parts/use-now.js';
import { usePage } from '../../parts/use-page.js';
import { useHints } from '../../realtime/use-hints.js';
import { toldNews } from '../../session/told-news.js';
import { MakeSheet } from './make-sheet.js';
import { NeighbourRow } from './neighbour-row.js';
import { SheetList } from './sheet-list.js';

const texts = t.trust.organiser;

function Cards() {
  const now = useNow();
  const { data, failure, reload } = useLoaded('sheets', () => call('listVouchSheets'));
  useHints('work.changed', reload, reload);
  return (
    <section class="zb-flow" aria-labelledby="cards">
      <h2 class="utrecht-heading-2" id="cards">
        {texts.cards}
      </h2>
      <MakeSheet onMade={reload} />
      {data === undefined ? (
        failure ? (
          <FailureCard failure={failure} onRetry={reload} />
        ) : (
          <Loading />
        )
      ) : (
        <SheetList sheets={data.sheets} now={now} onChanged={reload} />
      )}
    </section>
  );
}

function Neighbours() {
  const now = useNow();
  const { query, route } = useLocation();
  const linked = query['vog'];
  const [wanted, setWanted] = useState('');
  const [saved, setSaved] = useState('');
  const { data, failure, reload, put } = useLoaded('neighbour-trust', () => call('listNeighbourTrust'));
  useHints('work.changed', reload, reload);
  if (data === undefined) return failure ? <FailureCard failure={failure} onRetry={reload} /> : <Loading />;
  const shown = data.neighbours.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  const changed = (after: NeighbourTrust): void => {
    put({ neighbours: data.neighbours.map((one) => (one.personId === after.personId ? after : one)) });
    setSaved(texts.saved(after.name));
    const before = data.neighbours.find(({ personId }) => personId === after.personId);
    if (linked === undefined || before?.vog?.id !== linked) return;
    toldNews.value = texts.saved(after.name);
    route('/werklijst');
  };
  if (data.neighbours.length === 0) return <p>{texts.neighboursEmpty}</p>;
  return (
    <>
      <TextField id="find" label={texts.find} value={wanted} onValue={setWanted} width="half" />
      <p role="status">
        {texts.found(shown.length)}. {saved}
      </p>
      <ul class="zb-list">
        {shown.map((neighbour) => (
          <NeighbourRow
            key={neighbour.personId}
            neighbour={neighbour}
            now={now}
            opened={linked !== undefined && neighbour.vog?.id === linked}
            onChanged={changed}
          />
        ))}
      </ul>
    </>
  );
}

/** Cards for people met in person, and certificates of conduct that were seen. */
export default function TrustScreen() {
  usePage(texts.title);
  return (
    <OrganisersOnly title={texts.title}>
      <div class="zb-measure zb-flow zb-flow--l">
        <div class="zb-flow zb-flow--xs">
          <p>
            <TextLink href="/werklijst">{nlOrganisers.workList.title}</TextLink>
          </p>
          <h1 class="utrecht-heading-1">{texts.title}</h1>
          <p>{texts.lead}</p>
        </div>
        <Cards />
        <section class="zb-flow" aria-labelledby="neighbours">
          <h2 class="utrecht-heading-2" id="neighbours">
            {texts.neighbours}
          </h2>
          <Neighbours />
        </section>
      </div>
    </OrganisersOnly>
  );
}
