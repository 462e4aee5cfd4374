import { t } from '../messages/texts.js';
import type { FormError } from '../parts/error-summary.js';
import { looksLikePhone } from './contact-rules.js';

/** The most letters that the contract takes. */
const mostLetters = { givenName: 60, familyName: 80 };

/** What somebody says of themselves, as it is typed. */
export interface TypedNames {
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string;
}

/** What has to be mended, each at its own field. */
export function nameFaults({ givenName, familyName, phone }: TypedNames): FormError[] {
  const faults: FormError[] = [];
  if (givenName.trim() === '') faults.push({ field: 'givenName', message: t.signIn.errors.givenName });
  if (givenName.trim().length > mostLetters.givenName) {
    faults.push({ field: 'givenName', message: t.myData.givenNameLong });
  }
  if (familyName.trim().length > mostLetters.familyName) {
    faults.push({ field: 'familyName', message: t.myData.familyNameLong });
  }
  if (phone.trim() !== '' && !looksLikePhone(phone)) faults.push({ field: 'phone', message: t.signIn.errors.phone });
  return faults;
}
