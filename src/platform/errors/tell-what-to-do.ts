import { ProblemError } from './problem-error.js';

interface Call {
  readonly method: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

const safe = new Set(['GET', 'HEAD']);
/** What these ask for is the same once it is so, however often they come. */
const idempotent = new Set(['PUT', 'DELETE']);

/**
 * Says of data that could not be reached what is wise for this call. When the line broke while something was being stored,
 * nobody knows whether it is: so a call that may come twice is best made again, and any other is looked after first.
 */
export function tellWhatToDo(problem: ProblemError, { method, headers }: Call): ProblemError {
  if (problem.code !== 'store-unavailable') return problem;
  const again = 'Probeer het over een halve minuut opnieuw.';
  if (safe.has(method)) return new ProblemError(problem.code, { ...problem.details, detail: again });
  if (!idempotent.has(method) && headers['idempotency-key'] === undefined) return problem;
  const detail = `${again} Dat kan geen kwaad, ook als het toch al was opgeslagen.`;
  return new ProblemError(problem.code, { ...problem.details, detail });
}
