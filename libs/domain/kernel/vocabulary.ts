/** Kinds of help, light things first. */
export const categories = [
  'walk-dog',
  'groceries',
  'coffee',
  'walk-together',
  'meal',
  'ride',
  'odd-job',
  'garden',
  'computer',
  'keep-company',
  'other',
] as const;
export type Category = (typeof categories)[number];

export const urgencies = ['acute', 'planned'] as const;
export type Urgency = (typeof urgencies)[number];

export const requestStatuses = [
  'unconfirmed',
  'in-review',
  'open',
  'matched',
  'confirmed',
  'completed',
  'not-helped',
  'cancelled',
  'expired',
] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** From less to more trusted; the order is the rank. */
export const trustLevels = ['none', 'vouched', 'vog'] as const;
export type TrustLevel = (typeof trustLevels)[number];

/** From near to far; the order is the rank. */
export const maxDistances = ['own-neighbourhood', 'district', 'municipality'] as const;
export type MaxDistance = (typeof maxDistances)[number];

export const dayParts = ['morning', 'afternoon', 'evening', 'night'] as const;
export type DayPart = (typeof dayParts)[number];

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Whether a person's trust suffices for what is required. */
export function trustSuffices(actual: TrustLevel, required: TrustLevel): boolean {
  return trustLevels.indexOf(actual) >= trustLevels.indexOf(required);
}
