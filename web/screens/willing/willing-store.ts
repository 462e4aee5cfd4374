import { signal } from '@preact/signals';
import { keep, kept } from '../../session/kept.js';
import { emptyForm, type WillingForm } from './willing-form.js';

const NAME = 'willing';

/** The answers so far; kept on this device while someone signs in on the way. */
export const form = signal<WillingForm>({ ...emptyForm, ...kept<Partial<WillingForm>>(NAME, {}) });

export function change(part: Partial<WillingForm>): void {
  form.value = { ...form.value, ...part };
  keep(NAME, form.value);
}

/** True when the person already gave answers that are not saved yet. */
export function hasAnswers(): boolean {
  return kept<WillingForm | undefined>(NAME, undefined) !== undefined;
}

export function forgetAnswers(): void {
  keep(NAME, undefined);
}
