import { useCallback } from 'preact/hooks';
import type { FileImportView } from '@app/contracts/http/file-imports.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { TextLink } from '../../parts/action.js';
import { FailureCard } from '../../parts/failure-card.js';
import { Loading } from '../../parts/loading.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { usePage } from '../../parts/use-page.js';
import { AdministratorsOnly } from '../association/administrators-only.js';
import { ImportCard } from './import-card.js';
import { momentOf } from './moment-of.js';
import { NewImport } from './new-import.js';

const texts = nlOrganisers.fileImports;
const unfinished = new Set<FileImportView['status']>(['receiving', 'checking', 'waiting', 'taking']);

/** What is under way, and else the last one: whoever comes back sees what became of it. */
function shownOf(imports: readonly FileImportView[]): readonly FileImportView[] {
  const busy = imports.filter(({ status }) => unfinished.has(status));
  return busy.length > 0 ? busy : imports.slice(0, 1);
}

function Earlier({ imports }: { imports: readonly FileImportView[] }) {
  return (
    <section class="zb-flow zb-flow--s" aria-labelledby="earlier">
      <h2 class="utrecht-heading-2" id="earlier">
        {texts.earlier}
      </h2>
      {imports.length === 0 ? <p>{texts.noneYet}</p> : null}
      <ul class="zb-list-plain zb-flow zb-flow--s">
        {imports.map(({ id, kind, status, createdAt }) => (
          <li key={id} class="zb-card">
            <p>{texts.on(texts.of[kind], momentOf(createdAt))}</p>
            <p class="zb-soft">{texts.heads[status]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Content() {
  const { data, failure, reload } = useLoaded('imports', () => call('listImports'));
  const refresh = useCallback(() => reload(), [reload]);
  usePage(texts.title);
  const imports = data?.imports ?? [];
  const shown = shownOf(imports);
  return (
    <>
      <div class="zb-flow zb-flow--xs">
        <h1 class="utrecht-heading-1">{texts.title}</h1>
        <p>{texts.lead}</p>
        <p>
          <TextLink href="/gemeente">{texts.back}</TextLink>
        </p>
      </div>
      {data === undefined ? (
        failure ? (
          <FailureCard failure={failure} onRetry={reload} />
        ) : (
          <Loading />
        )
      ) : (
        <>
          {shown.map(({ id }) => (
            <ImportCard key={id} id={id} onOver={refresh} />
          ))}
          <NewImport imports={imports} onStarted={refresh} />
          <Earlier imports={imports.filter((one) => !shown.includes(one))} />
        </>
      )}
    </>
  );
}

/** Files of neighbourhoods and members: sending, looking, deciding. */
export default function FileImportsScreen() {
  return (
    <AdministratorsOnly>
      <Content />
    </AdministratorsOnly>
  );
}
