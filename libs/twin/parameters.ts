import type { Category, TrustLevel } from '../domain/kernel/vocabulary.js';

/**
 * Every assumption of the twin, in one place: each number with its unit and where it comes from, and below them the
 * shapes that are not one number. Nothing about the world is assumed anywhere else. "Chosen" means that no source was
 * found; such numbers are the first to replace by what real neighbourhoods show.
 */
export const assumptions = {
  registered: {
    value: 2400,
    unit: 'people',
    why: 'neighbours registered on the first day; nobody joins later (chosen)',
  },
  helpingShare: { value: 0.34, unit: 'share', why: 'already helping, 21 of 21 + 41 (GGD 2024); the others never did' },
  requestsPerDay: { value: 12, unit: 'requests', why: 'Poisson; today it is 1 to 3, this is a product that works' },
  acuteShare: { value: 0.3, unit: 'share', why: 'of requests wanted within hours (chosen)' },
  acuteWindowMinutes: { value: 120, unit: 'minutes', why: 'median time until a yes is too late, acute' },
  acuteWindowLogSd: { value: 0.5, unit: 'log', why: 'spread of it, lognormal (chosen)' },
  plannedWindowHours: { value: 48, unit: 'hours', why: 'median time until a yes is too late, planned' },
  plannedWindowLogSd: { value: 0.35, unit: 'log', why: 'spread of it, lognormal (chosen)' },
  expectedMinutes: {
    value: 30,
    unit: 'minutes',
    why: 'length of a help (chosen: the product asks small things first)',
  },
  vouchedShare: { value: 0.08, unit: 'share', why: 'of requests that want a vouched neighbour (chosen)' },
  never: { value: 0.11, unit: 'chance', why: 'of a yes near home by somebody who never helped, average in all else' },
  first: { value: 0.2, unit: 'chance', why: 'the same after one help' },
  regular: { value: 0.29, unit: 'chance', why: 'the same after two helps or more' },
  willingness: { value: 0, unit: 'logit', why: 'shift of everybody at once, for sensitivity' },
  effectSd: { value: 0.8, unit: 'logit', why: 'how much people differ in willingness' },
  perKm: { value: -0.6, unit: 'logit per km', why: 'between the centres of two cells of 250 m' },
  acuteEffect: { value: 0.2, unit: 'logit', why: 'acute requests are answered a little more' },
  kappa: { value: 0.25, unit: 'logit', why: 'lost per unit of fatigue: 1 per ask, half-life 7 days, halved by a help' },
  boost: { value: 0.3, unit: 'logit', why: 'won by each thanked help' },
  boostHalfLifeDays: { value: 30, unit: 'days', why: 'half of what was won is gone' },
  boostCap: { value: 0.6, unit: 'logit', why: 'most that thanks can add, two recent helps (chosen)' },
  muteHazard: {
    value: 0.002,
    unit: 'per ask',
    why: 'chance to switch asks off for good, times (asks this week) ^ mutePower',
  },
  mutePower: { value: 0.3, unit: 'power', why: 'how it grows with the asks of the last seven days, this one included' },
  attritionIdle: { value: 0.3, unit: 'share a year', why: 'leaves' },
  attritionHelped: { value: 0.12, unit: 'share a year', why: 'leaves, having helped in the last 90 days' },
  silentLeavers: {
    value: 0,
    unit: 'share',
    why: 'of those who mute or leave that do so unseen: asked on, never answering',
  },
  acuteDelayMinutes: { value: 7, unit: 'minutes', why: 'median until somebody answers, acute' },
  acuteDelayLogSd: { value: 1.2, unit: 'log', why: 'spread of it, lognormal' },
  plannedDelayMinutes: { value: 45, unit: 'minutes', why: 'median until somebody answers, planned' },
  plannedDelayLogSd: { value: 1.5, unit: 'log', why: 'spread of it, lognormal' },
  declineShare: { value: 0.35, unit: 'share', why: 'of those who do not say yes that say no; the others stay silent' },
  acceptsAcute: { value: 0.75, unit: 'share', why: 'of neighbours that accept acute asks (chosen)' },
  boardVisitsHelping: {
    value: 0.1,
    unit: 'visits a day',
    why: 'to the open board, by people who helped before (chosen)',
  },
  boardVisitsNever: { value: 0.015, unit: 'visits a day', why: 'the same by people who never helped (chosen)' },
  boardBesideAsks: { value: 0, unit: '0 or 1', why: 'whether people also look at the board while asks are sent' },
} as const satisfies Record<string, { readonly value: number; readonly unit: string; readonly why: string }>;

export type ParameterName = keyof typeof assumptions;
/** One value for every assumption that is a number; units as in `assumptions`. */
export type TwinParameters = Readonly<Record<ParameterName, number>>;

/** All assumptions as they stand, with some set otherwise. */
export function parametersWith(changes: Partial<TwinParameters> = {}): TwinParameters {
  const names = Object.keys(assumptions) as ParameterName[];
  const base = Object.fromEntries(names.map((name) => [name, assumptions[name].value])) as Record<
    ParameterName,
    number
  >;
  return { ...base, ...changes };
}

/** A part of the municipality with supply and demand of its own. */
export interface Area {
  readonly name: string;
  readonly village: boolean;
  readonly district: string;
  readonly lon: number;
  readonly lat: number;
  /** CBS 2024 per wijk, divided over buurten by built-up area. Requests come in this proportion. */
  readonly inhabitants: number;
  /** Registered neighbours per inhabitant, against the average (chosen: uneven, as associations are). */
  readonly supply: number;
  /** Standard deviation of where people live around the centre, in km (chosen). */
  readonly spreadKm: number;
}

const town = { village: false, spreadKm: 0.25 };
const village = { village: true, spreadKm: 0.35 };

/** Nine areas of the town and three villages; label points of the buurten (CBS 2025). */
export const areas: readonly Area[] = [
  {
    ...town,
    name: 'Hamershof en Akkerhoeve',
    district: 'WK032700',
    lon: 5.43,
    lat: 52.1299,
    inhabitants: 1777,
    supply: 1.7,
  },
  {
    ...town,
    name: 'Noordwijck en Langenbeek',
    district: 'WK032700',
    lon: 5.44,
    lat: 52.13,
    inhabitants: 2392,
    supply: 0.6,
  },
  {
    ...town,
    name: 'Zwanenburg, Munnikhove en Bosveld',
    district: 'WK032700',
    lon: 5.4363,
    lat: 52.1273,
    inhabitants: 2311,
    supply: 1.3,
  },
  {
    ...town,
    name: 'Claverenblad en Wildenburg',
    district: 'WK032700',
    lon: 5.4199,
    lat: 52.1256,
    inhabitants: 2165,
    supply: 0.25,
  },
  { ...town, name: 'Hamersveld', district: 'WK032701', lon: 5.4304, lat: 52.1378, inhabitants: 2017, supply: 1.8 },
  {
    ...town,
    name: 'Rozenboom en Rozendaal',
    district: 'WK032701',
    lon: 5.4328,
    lat: 52.1337,
    inhabitants: 2352,
    supply: 1,
  },
  {
    ...town,
    name: 'Rossenberg en Groenhouten',
    district: 'WK032701',
    lon: 5.4227,
    lat: 52.1304,
    inhabitants: 3003,
    supply: 0.35,
  },
  {
    ...town,
    name: 'Alandsbeek en De Wetering',
    district: 'WK032701',
    lon: 5.4416,
    lat: 52.1361,
    inhabitants: 3508,
    supply: 0.9,
  },
  {
    ...town,
    name: "'t Ruige Veld en 't Vliet",
    district: 'WK032705',
    lon: 5.4297,
    lat: 52.142,
    inhabitants: 3540,
    supply: 1.4,
  },
  {
    ...village,
    name: 'Leusden-Zuid en Tabaksteeg',
    district: 'WK032702',
    lon: 5.4081,
    lat: 52.1187,
    inhabitants: 5430,
    supply: 1.2,
  },
  { ...village, name: 'Achterveld', district: 'WK032703', lon: 5.5012, lat: 52.1359, inhabitants: 2805, supply: 0.5 },
  {
    ...village,
    name: 'Stoutenburg',
    district: 'WK032704',
    lon: 5.4364,
    lat: 52.1515,
    inhabitants: 380,
    supply: 1.6,
    spreadKm: 0.8,
  },
];

/** Side of the square cells in which people and requests are known to the policy, in km. */
export const CELL_KM = 0.25;

/** How often a kind of help is asked, how many offer it, and how it shifts a yes, in logits (chosen). */
export interface KindOfHelp {
  readonly asked: number;
  readonly offered: number;
  readonly effect: number;
}

export const kindsOfHelp: Readonly<Record<Category, KindOfHelp>> = {
  'walk-dog': { asked: 0.1, offered: 0.4, effect: 0.2 },
  groceries: { asked: 0.18, offered: 0.5, effect: 0.1 },
  coffee: { asked: 0.12, offered: 0.45, effect: 0.1 },
  'walk-together': { asked: 0.08, offered: 0.35, effect: 0 },
  meal: { asked: 0.1, offered: 0.3, effect: 0 },
  ride: { asked: 0.15, offered: 0.35, effect: -0.1 },
  'odd-job': { asked: 0.1, offered: 0.25, effect: -0.1 },
  garden: { asked: 0.06, offered: 0.2, effect: -0.2 },
  computer: { asked: 0.05, offered: 0.2, effect: 0 },
  'keep-company': { asked: 0.05, offered: 0.3, effect: -0.1 },
  other: { asked: 0.01, offered: 0.3, effect: 0 },
};

/** Something that a share of people have. */
export interface Share<Value> {
  readonly share: number;
  readonly value: Value;
}

/** How far people want to go (chosen: the app offers the own buurt first). */
export const reaches: readonly Share<'own-neighbourhood' | 'district' | 'municipality'>[] = [
  { share: 0.62, value: 'own-neighbourhood' },
  { share: 0.34, value: 'district' },
  { share: 0.04, value: 'municipality' },
];

/** Asks a week that people allow; two is what the app proposes (chosen). */
export const weeklyBudgets: readonly Share<number>[] = [
  { share: 0.2, value: 1 },
  { share: 0.6, value: 2 },
  { share: 0.13, value: 3 },
  { share: 0.07, value: 5 },
];

/** Local minutes of the day between which people are left alone; the first is what the app proposes (chosen). */
export const quietHours: readonly Share<{ readonly fromMinute: number; readonly untilMinute: number }>[] = [
  { share: 0.7, value: { fromMinute: 21 * 60, untilMinute: 8 * 60 } },
  { share: 0.15, value: { fromMinute: 22 * 60, untilMinute: 7 * 60 } },
  { share: 0.1, value: { fromMinute: 20 * 60, untilMinute: 9 * 60 } },
  { share: 0.05, value: { fromMinute: 23 * 60, untilMinute: 7 * 60 } },
];

/** Hours of the week in which people can help, as ranges a day; an empty list is any time (chosen). */
export const weeks: readonly Share<{
  readonly workdays: readonly (readonly [number, number])[];
  readonly weekend: readonly (readonly [number, number])[];
}>[] = [
  { share: 0.3, value: { workdays: [[0, 24]], weekend: [[0, 24]] } },
  { share: 0.3, value: { workdays: [[17, 23]], weekend: [[9, 23]] } },
  { share: 0.2, value: { workdays: [[8, 18]], weekend: [] } },
  { share: 0.1, value: { workdays: [[12, 18]], weekend: [[12, 18]] } },
  { share: 0.1, value: { workdays: [], weekend: [[8, 23]] } },
];

/** Who is trusted how much, of those who help already and of the others (chosen). */
export const trust: { readonly helping: readonly Share<TrustLevel>[]; readonly never: readonly Share<TrustLevel>[] } = {
  helping: [
    { share: 0.4, value: 'none' },
    { share: 0.55, value: 'vouched' },
    { share: 0.05, value: 'vog' },
  ],
  never: [
    { share: 0.85, value: 'none' },
    { share: 0.15, value: 'vouched' },
  ],
};

/** Requests by the hour in which they are made, from midnight on, as weights (chosen: by day, few at night). */
export const requestsByHour: readonly number[] = [
  0.3, 0.2, 0.2, 0.2, 0.2, 0.3, 0.8, 2, 5, 7, 8, 7, 6, 6, 7, 7, 7, 6, 5, 4, 3, 1.5, 0.8, 0.5,
];

/** Local hours between which planned help ends, whole hours, all as likely (chosen). */
export const plannedHelpEnds = { from: 10, until: 21 } as const;
