import { signal } from '@preact/signals';
import { keep, kept } from '../../session/kept.js';
import { emptyForm, type WillingForm } from './willing-form.js';

const NAME = 'willing';
const SAID_YES = 'willing-yes';

/** The answers so far; kept on this device while someone signs in on the way. */
export const form = signal<WillingForm>({ ...emptyForm, ...kept<Partial<WillingForm>>(NAME, {}) });

export function change(part: Partial<WillingForm>): void {
  form.value = { ...form.value, ...part };
  keep(NAME, form.value);
  keep(SAID_YES, undefined);
}

/** Notes that somebody said yes to these answers, and has to sign in first. */
export function noteYes(): void {
  keep(SAID_YES, true);
}

/** Whether yes was said before signing in; it counts once. */
export function takeYes(): boolean {
  const said = kept(SAID_YES, false);
  keep(SAID_YES, undefined);
  return said;
}

/** True when the person already gave answers that are not saved yet. */
export function hasAnswers(): boolean {
  return kept<WillingForm | undefined>(NAME, undefined) !== undefined;
}

export function forgetAnswers(): void {
  keep(NAME, undefined);
  keep(SAID_YES, undefined);
}
