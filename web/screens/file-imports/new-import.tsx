import type { FileImportView } from '@app/contracts/http/file-imports.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { SelectField } from '../../parts/field.js';
import { InlineRadios } from '../../parts/inline-radios.js';
import { useLoaded } from '../../parts/use-loaded.js';
import { ImportFailure } from './import-failure.js';
import { FileField } from './file-field.js';
import { useNewImport } from './use-new-import.js';

const texts = nlOrganisers.fileImports.add;
const kinds = ['members', 'neighbourhoods'] as const;
const accepted = {
  members: '.csv,text/csv,text/plain',
  neighbourhoods: '.geojson,.json,application/geo+json,application/json',
} as const;

interface NewImportProps {
  readonly imports: readonly FileImportView[];
  readonly onStarted: () => void;
}

/** Chooses a file and sends it. */
export function NewImport({ imports, onStarted }: NewImportProps) {
  const chosen = useNewImport(imports, onStarted);
  const { data } = useLoaded('managed', () => call('listManagedAssociations'));
  const open = (data?.associations ?? []).filter(({ status }) => status === 'open');
  const must = chosen.kind === 'members' ? [chosen.associationId === '' ? texts.must.byPlace : texts.must.byOne] : [];
  return (
    <form
      class="zb-card zb-flow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void chosen.submit();
      }}
    >
      <h2 class="utrecht-heading-2">{texts.title}</h2>
      <InlineRadios
        id="importKind"
        title={texts.kind}
        value={chosen.kind}
        onValue={(value) => chosen.setKind(value === 'members' ? 'members' : 'neighbourhoods')}
        options={kinds.map((value) => ({ value, text: texts.kinds[value] }))}
      />
      {chosen.kind === 'members' ? (
        <SelectField
          id="importFor"
          label={texts.who}
          hint={texts.letters}
          value={chosen.associationId}
          onValue={chosen.setAssociationId}
          options={[{ value: '', text: texts.byPlace }, ...open.map(({ id, name }) => ({ value: id, text: name }))]}
        />
      ) : null}
      <FileField
        id="importFile"
        label={texts.file}
        hint={[texts.hints[chosen.kind], ...must, texts.largest].join(' ')}
        error={chosen.fault}
        accept={accepted[chosen.kind]}
        onFile={chosen.setFile}
      />
      <ImportFailure failure={chosen.failure} />
      <div>
        <ActionButton submit busy={chosen.busy}>
          {texts.send}
        </ActionButton>
      </div>
    </form>
  );
}
