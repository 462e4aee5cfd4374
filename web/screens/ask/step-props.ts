import type { FormError } from '../../parts/error-summary.js';

/** What the screen of each question is given. */
export interface StepProps {
  readonly errors: readonly FormError[];
  readonly signedIn: boolean;
}
