/** What was typed while somebody is on the telephone. */
export interface Caller {
  readonly phone?: string | undefined;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
}

interface Known {
  readonly givenName: string;
  readonly familyName: string | null;
  readonly phone: string | null;
}

/** Fewer digits or letters than this fit half the town. */
const fewestDigits = 6;
const fewestLetters = 3;

/** What of this person is the same as what was typed; null when nothing is. A number says more than a name. */
export function matchCaller(known: Known, caller: Caller): 'phone' | 'name' | null {
  const typed = nationalDigits(caller.phone ?? '');
  if (typed.length >= fewestDigits && nationalDigits(known.phone ?? '').startsWith(typed)) return 'phone';
  const givenName = plainLetters(caller.givenName ?? '');
  if (givenName.length < fewestLetters || !plainLetters(known.givenName).startsWith(givenName)) return null;
  const familyName = plainLetters(caller.familyName ?? '');
  return plainLetters(known.familyName ?? '').startsWith(familyName) ? 'name' : null;
}

/** The digits of a number as it is dialled within the country: +31 and 0031 become 0. */
export function nationalDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (phone.trim().startsWith('+31') || digits.startsWith('0031')) return `0${digits.replace(/^(00)?310?/, '')}`;
  return digits;
}

/** Letters without accents, capitals, spaces and dashes: people spell their names to us over the telephone. */
function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}
