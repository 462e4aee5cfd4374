import type { HelperProfileBody } from '@app/contracts/http/asks.js';
import type { Category, DayPart, MaxDistance, Weekday } from '@app/contracts/http/vocabulary.js';

export type OfferedPart = Exclude<DayPart, 'night'>;
export type HalfOfWeek = 'week' | 'weekend';
export type Slot = `${HalfOfWeek}-${OfferedPart}`;

/** The three answers of someone who is willing. */
export interface WillingForm {
  readonly neighbourhoodCode: string;
  readonly maxDistance: MaxDistance;
  readonly categories: readonly Category[];
  readonly slots: readonly Slot[];
  readonly acute: boolean;
  readonly weeklyAskBudget: number;
}

export const emptyForm: WillingForm = {
  neighbourhoodCode: '',
  maxDistance: 'district',
  categories: [],
  slots: [],
  acute: false,
  weeklyAskBudget: 2,
};

const days: Record<HalfOfWeek, readonly Weekday[]> = {
  week: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  weekend: ['saturday', 'sunday'],
};
const hours: Record<OfferedPart, { from: string; until: string }> = {
  morning: { from: '08:00', until: '12:00' },
  afternoon: { from: '12:00', until: '18:00' },
  evening: { from: '18:00', until: '21:00' },
};
export const halves: readonly HalfOfWeek[] = ['week', 'weekend'];
export const offeredParts: readonly OfferedPart[] = ['morning', 'afternoon', 'evening'];
const allSlots = halves.flatMap((half) => offeredParts.map((part): Slot => `${half}-${part}`));

type Availability = HelperProfileBody['availability'];

/** Turns the chosen slots into hours per weekday. */
export function availabilityOf(slots: readonly Slot[]): Availability {
  return halves.flatMap((half) =>
    days[half].flatMap((day) =>
      offeredParts.filter((part) => slots.includes(`${half}-${part}`)).map((part) => ({ day, ...hours[part] })),
    ),
  );
}

/** The slots that fully lie within hours given before. */
export function slotsOf(availability: Availability): readonly Slot[] {
  return allSlots.filter((slot) => {
    const [half, part] = slot.split('-') as [HalfOfWeek, OfferedPart];
    const wanted = hours[part];
    return days[half].every((day) =>
      availability.some((free) => free.day === day && free.from <= wanted.from && free.until >= wanted.until),
    );
  });
}

/** The answers of a profile that exists already. */
export function formOf(profile: HelperProfileBody): WillingForm {
  const { neighbourhoodCode, maxDistance, categories, acute, weeklyAskBudget } = profile;
  return { neighbourhoodCode, maxDistance, categories, acute, weeklyAskBudget, slots: slotsOf(profile.availability) };
}

/** What is sent. Everything the three questions do not ask stays as it was. */
export function profileOf(form: WillingForm, before: HelperProfileBody | undefined): HelperProfileBody {
  const { slots, ...answers } = form;
  const unchanged = before !== undefined && slots.join() === slotsOf(before.availability).join();
  return {
    quietHours: before?.quietHours ?? { from: '21:00', until: '08:00' },
    channels: before?.channels ?? ['email'],
    pausedUntil: before?.pausedUntil ?? null,
    alreadyHelping: before?.alreadyHelping ?? false,
    ...(before?.helpsWhileAsking === undefined ? {} : { helpsWhileAsking: before.helpsWhileAsking }),
    ...answers,
    categories: [...form.categories],
    availability: unchanged ? before.availability : availabilityOf(slots),
  };
}
