import type { Failure } from '../../api/call.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { Alert } from '../../parts/alert.js';
import { CommandFailure } from '../../parts/command-failure.js';
import { alertCircle } from '../../parts/icons.js';

const { refusals } = nlOrganisers.fileImports;

/** Why something with a file did not happen; reasons that only files have are told here. */
export function ImportFailure({ failure }: { failure: Failure | undefined }) {
  if (failure?.code !== 'import-unfinished' && failure?.code !== 'import-moved-on') {
    return <CommandFailure failure={failure} />;
  }
  return (
    <div role="alert">
      <Alert kind="error" drawing={alertCircle}>
        <p>{refusals[failure.code]}</p>
      </Alert>
    </div>
  );
}
