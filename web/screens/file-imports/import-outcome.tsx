import type { FileImportView, ImportOutcome } from '@app/contracts/http/file-imports.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';

const texts = nlOrganisers.fileImports;
type Places = Extract<ImportOutcome, { kind: 'neighbourhoods' }>;

function Facts({ facts }: { facts: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl class="zb-kv">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function PlacesOutcome({ added, changed, unchanged, replaced, notes }: Places) {
  const { neighbourhoods: words } = texts;
  const named = [...added, ...changed].map(({ code, name }) => words.named(name, code));
  const moved = replaced.map(({ from, to }) => words.becomes(from, words.named(to.name, to.code)));
  return (
    <>
      <Facts
        facts={[
          [words.added, words.count(added.length)],
          [words.changed, words.count(changed.length)],
          [words.replaced, words.count(replaced.length)],
          [words.unchanged, words.count(unchanged)],
        ]}
      />
      {named.length + moved.length === 0 ? null : (
        <details>
          <summary>{words.which}</summary>
          <ul>
            {[...moved, ...named].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {notes.length === 0 ? null : (
        <>
          <h3 class="utrecht-heading-3">{words.notes}</h3>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What would change, or did. */
export function ImportOutcomePart({ outcome }: Pick<FileImportView, 'outcome'>) {
  if (outcome === null) return null;
  if (outcome.kind === 'neighbourhoods') return <PlacesOutcome {...outcome} />;
  const { members: words } = texts;
  return (
    <Facts
      facts={[
        [words.rows, words.rowsOf(outcome.rows)],
        [words.invited, words.people(outcome.invited)],
        [words.known, words.people(outcome.known)],
        [words.wrong, words.rowsOf(outcome.wrong)],
      ]}
    />
  );
}
