import type { Fallback } from '@app/contracts/http/answering.js';
import type { AssociationSettingsView, SettingsChoice } from '@app/contracts/http/association-settings.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { sorted } from '../../parts/sorted.js';
import { places } from '../../places/places.js';

const texts = nlOrganisers.association;
type Field = keyof SettingsChoice;
const fields = Object.keys(texts.fields) as Field[];

/** A part of the form: what is chosen, and how to choose. */
export interface SectionProps {
  readonly view: AssociationSettingsView;
  readonly draft: SettingsChoice;
  readonly change: (part: Partial<SettingsChoice>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** Fields in which two choices differ. */
export function differing(one: SettingsChoice, other: SettingsChoice): readonly Field[] {
  return fields.filter((field) => textOf(one[field]) !== textOf(other[field]));
}

/** What somebody changed, put over what somebody else made of it meanwhile. */
export function mergedOver(current: SettingsChoice, base: SettingsChoice, mine: SettingsChoice): SettingsChoice {
  const changed = differing(base, mine).map((field) => [field, mine[field]]);
  return { ...current, ...Object.fromEntries(changed) };
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(sorted(Object.entries(part), ([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A setting in words. */
export function valueText(
  field: string,
  value: unknown,
  { colleagues, fallbacks }: Pick<AssociationSettingsView, 'colleagues' | 'fallbacks'>,
): string {
  if (value === null || value === undefined || value === '')
    return field === 'openingHours' ? texts.hours.always : texts.empty;
  // Each field has the shape of the contract; an older one that is no longer known is shown as it is.
  switch (field as Field) {
    case 'neighbourhoodCodes':
      return (value as string[]).map(neighbourhoodName).join(', ') || texts.empty;
    case 'moderationMode':
      return texts.moderation.names[value as SettingsChoice['moderationMode']];
    case 'pace':
      return paceText(value as SettingsChoice['pace']);
    case 'openingHours':
      return hoursText(value as NonNullable<SettingsChoice['openingHours']>);
    case 'fallback':
      return fallbacks.find((one) => keyOf(one) === keyOf(value as Fallback))?.name ?? texts.empty;
    case 'contactPersonId':
    case 'deputyPersonId':
      return colleagues.find(({ personId }) => personId === value)?.givenName ?? texts.gonePerson;
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

/** A fallback as a value of a choice. */
export function keyOf({ kind, associationId }: Fallback): string {
  return associationId ?? kind;
}

function neighbourhoodName(code: string): string {
  return places.value?.neighbourhoods.find((place) => place.code === code)?.name ?? code;
}

function paceText(pace: SettingsChoice['pace']): string {
  const { minutes, percent } = texts.pace;
  return [
    `${texts.pace.acuteCoordinatorMinutes} ${minutes(pace.acuteCoordinatorMinutes)}`,
    `${texts.pace.acuteDeskMinutes} ${minutes(pace.acuteDeskMinutes)}`,
    `${texts.pace.plannedCoordinatorPercent} ${percent(pace.plannedCoordinatorPercent)}`,
    `${texts.pace.plannedDeskPercent} ${percent(pace.plannedDeskPercent)}`,
  ].join('; ');
}

function hoursText({ weekly, closedDays }: NonNullable<SettingsChoice['openingHours']>): string {
  const parts = weekly.map(({ day, from, until }) => texts.hours.part(texts.hours.days[day], from, until));
  return [...parts, ...(closedDays.length === 0 ? [] : [`${texts.hours.closed}: ${closedDays.join(', ')}`])].join('; ');
}
