import type { FileImportView } from '@app/contracts/http/file-imports.js';
import { call } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { ActionButton } from '../../parts/action.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { useCommand } from '../../parts/use-command.js';

const texts = nlOrganisers.fileImports.faults;

function save(csv: string): void {
  const href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = texts.file;
  link.click();
  URL.revokeObjectURL(href);
}

/** What is wrong with a file: the first of it here, all of it to save. */
export function ImportFaults({ id, faults, faultCount }: FileImportView) {
  const { busy, failure, run } = useCommand();
  const report = async (): Promise<void> => {
    const made = await run(() => call('getImportReport', { id }));
    if (made !== undefined) save(made.data.csv);
  };
  if (faultCount === 0) return null;
  return (
    <>
      <h3 class="utrecht-heading-3">{texts.title}</h3>
      <ul>
        {faults.map(({ line, place, problem }, index) => (
          <li key={index} class="zb-break">
            {line === null ? '' : texts.line(line, place ?? '')}
            {problem}
          </li>
        ))}
      </ul>
      {faultCount > faults.length ? <p>{texts.more(faultCount - faults.length)}</p> : null}
      <CommandFailure failure={failure} />
      <div>
        <ActionButton kind="secondary-action" sizes={['dense']} busy={busy} onPress={() => void report()}>
          {texts.report}
        </ActionButton>
      </div>
    </>
  );
}
