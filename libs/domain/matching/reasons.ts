import type { DayPart, Weekday } from '../kernel/vocabulary.js';
import type { EligiblePerson } from './candidate.js';

/** Why somebody is asked, the most personal first. */
export const reasonCodes = [
  'helped-before',
  'other-cannot',
  'same-neighbourhood',
  'same-district',
  'chose-category',
  'available-then',
  'never-asked',
  'first-this-week',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What the sentences speak of. */
export interface ReasonContext {
  /** First name of who is helped; empty when it is not known any more. */
  readonly askerName: string;
  /** Dutch name of the category. */
  readonly categoryName: string;
  /** Local day and part of the day of the help. */
  readonly weekday: Weekday;
  readonly dayPart: DayPart;
}

/** What makes this ask another than most: they helped this asker before, or were asked before and somebody else withdrew. */
export type Occasion = 'helped-before' | 'other-cannot';

/**
 * Every true reason for asking this person: nothing about distances, nothing about others. Whoever may be asked chose the
 * category and is free then.
 */
export function reasonsFor(person: EligiblePerson, occasion?: Occasion): readonly ReasonCode[] {
  const applies: Record<ReasonCode, boolean> = {
    'helped-before': occasion === 'helped-before',
    'other-cannot': occasion === 'other-cannot',
    'same-neighbourhood': person.distanceClass === 'own-neighbourhood',
    'same-district': person.distanceClass === 'district',
    'chose-category': true,
    'available-then': true,
    'never-asked': person.asksEver === 0,
    'first-this-week': person.asksEver > 0 && person.asksLast7Days === 0,
  };
  return reasonCodes.filter((code) => applies[code]);
}

/** One reason as a sentence in plain Dutch. */
export function reasonText(code: ReasonCode, context: ReasonContext): string {
  switch (code) {
    case 'helped-before':
      return `${context.askerName || 'Deze buur'} vraagt u opnieuw: u hielp al eerder.`;
    case 'other-cannot':
      return 'Een andere buur kan toch niet komen.';
    case 'same-neighbourhood':
      return 'U woont in de buurt.';
    case 'same-district':
      return 'U woont in dezelfde wijk.';
    case 'chose-category':
      return `U koos '${context.categoryName.charAt(0).toLowerCase()}${context.categoryName.slice(1)}'.`;
    case 'available-then':
      return `U kunt op ${dutchWeekdays[context.weekday]}${dutchDayParts[context.dayPart]}.`;
    case 'never-asked':
      return 'U bent nog niet eerder gevraagd.';
    case 'first-this-week':
      return 'Dit is uw eerste vraag van deze week.';
  }
}

const dutchWeekdays: Record<Weekday, string> = {
  monday: 'maandag',
  tuesday: 'dinsdag',
  wednesday: 'woensdag',
  thursday: 'donderdag',
  friday: 'vrijdag',
  saturday: 'zaterdag',
  sunday: 'zondag',
};

const dutchDayParts: Record<DayPart, string> = {
  morning: 'ochtend',
  afternoon: 'middag',
  evening: 'avond',
  night: 'nacht',
};
