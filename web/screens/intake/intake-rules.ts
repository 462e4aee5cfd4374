import type { KnownAsker } from '@app/contracts/http/intake.js';
import type { OperationBody } from '@app/contracts/http/operation.js';
import type { Operations } from '@app/contracts/http/index.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import type { FormError } from '../../parts/error-summary.js';
import { looksLikePhone } from '../../session/contact-rules.js';
import { bodyOf, stepErrors } from '../ask/draft-rules.js';
import { emptyDraft, type Draft } from '../ask/draft.js';

/** A request as an organiser takes it down; the caller may be somebody who is known. */
export interface Intake {
  readonly draft: Draft;
  readonly known: KnownAsker | undefined;
}

export const emptyIntake: Intake = { draft: { ...emptyDraft, addressAtOnce: 'no' }, known: undefined };

const organiser = { signedIn: true };

/** Everything that is still to be filled in, in the order of the form. */
export function intakeErrors({ draft, known }: Intake, now: number): readonly FormError[] {
  const errors: FormError[] = [];
  if (known === undefined) {
    if (!looksLikePhone(draft.phone)) errors.push({ field: 'phone', message: nlOrganisers.intake.errors.phone });
    if (draft.givenName.trim() === '')
      errors.push({ field: 'givenName', message: nlOrganisers.intake.errors.givenName });
  }
  return [
    ...errors,
    ...stepErrors('waar', draft, now, organiser),
    ...stepErrors('wat', draft, now, organiser),
    ...stepErrors('wanneer', draft, now, organiser),
  ];
}

/** What is sent; nothing as long as there are errors. */
export function intakeBody(
  { draft, known }: Intake,
  now: number,
): OperationBody<Operations['postHelpRequest']> | undefined {
  const body = bodyOf(draft, now, organiser);
  if (body === undefined) return undefined;
  const familyName = draft.familyName.trim();
  const caller =
    known === undefined
      ? { givenName: draft.givenName.trim(), phone: draft.phone.trim(), ...(familyName === '' ? {} : { familyName }) }
      : { givenName: known.givenName, personId: known.personId };
  return { ...body, onBehalfOf: { ...caller, relation: 'phone-intake' } };
}

/** What to look for callers by; nothing as long as it would find half the town. */
export function searchOf({ phone, givenName, familyName }: Draft) {
  const number = phone.replace(/\D/g, '');
  const name = givenName.trim();
  if (number.length < 6 && name.length < 3) return undefined;
  return {
    ...(number.length < 6 ? {} : { phone: phone.trim().slice(0, 20) }),
    ...(name.length < 3 ? {} : { givenName: name.slice(0, 60) }),
    ...(familyName.trim() === '' ? {} : { familyName: familyName.trim().slice(0, 80) }),
  };
}

/** The request that runs already and looks like the one being taken down. */
export function sameRequest({ draft, known }: Intake): KnownAsker['openRequests'][number] | undefined {
  return known?.openRequests.find(({ category }) => category === draft.category);
}
