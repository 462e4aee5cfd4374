import type { Failure } from '../api/call.js';
import { problemText } from '../api/problem-text.js';
import { Alert } from './alert.js';
import { alertCircle } from './icons.js';

/** Why something a person pressed did not happen. */
export function CommandFailure({ failure }: { failure: Failure | undefined }) {
  return (
    <div role="alert">
      {failure === undefined ? null : (
        <Alert kind="error" drawing={alertCircle}>
          <p>{problemText(failure)}</p>
        </Alert>
      )}
    </div>
  );
}
