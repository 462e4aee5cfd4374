export type Light = 'on' | 'will' | 'off';
export type Roof = 'hip' | 'gable' | 'stepped';

export interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly light: Light;
}

export interface House {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly roof: Roof;
  /** One of three wall colours. */
  readonly wall: 'a' | 'b' | 'c';
  readonly windows: readonly Window[];
}

/** Height of the ground line in a row of houses. */
export const GROUND = 158;
export const HOUSE_WIDTH = 72;

const HOUSES_A_ROW = 10;
const heights = [84, 92, 84, 78, 96, 84, 88, 80, 94, 84];
const roofs: readonly Roof[] = ['hip', 'gable', 'stepped'];
const walls = ['a', 'b', 'c'] as const;

/**
 * The figure as lights: of 100 people 21 help already and 41 are willing. Mixed by a fixed row of
 * numbers, so that the street is the same for everyone.
 */
function lights(): Light[] {
  let seed = 11;
  const next = (): number => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
  const all: Light[] = [
    ...Array<Light>(21).fill('on'),
    ...Array<Light>(41).fill('will'),
    ...Array<Light>(38).fill('off'),
  ];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    const kept = all[i] as Light;
    all[i] = all[j] as Light;
    all[j] = kept;
  }
  return all;
}

/** Places of the five windows of a house, from the attic down. */
function windowPlaces(x: number, y: number, roof: Roof): Omit<Window, 'light'>[] {
  const attic = roof === 'hip' ? y - 20 : roof === 'gable' ? y - 17 : y - 15;
  return [
    { x: x + 29, y: attic, width: 14, height: 14 },
    { x: x + 11, y: y + 12, width: 16, height: 19 },
    { x: x + 45, y: y + 12, width: 16, height: 19 },
    { x: x + 11, y: y + 44, width: 16, height: 20 },
    { x: x + 30, y: y + 44, width: 11, height: 20 },
  ];
}

/** The street: two rows of ten houses with five windows each, 100 windows together. */
export function houseRows(): readonly (readonly House[])[] {
  const lit = lights();
  return [0, 1].map((row) =>
    Array.from({ length: HOUSES_A_ROW }, (_, index): House => {
      const number = row * HOUSES_A_ROW + index;
      const x = index * HOUSE_WIDTH;
      const height = heights[(index + row * 3) % HOUSES_A_ROW] ?? 84;
      const y = GROUND - height;
      const roof = roofs[(number * 7 + row) % 3] ?? 'hip';
      const windows = windowPlaces(x, y, roof).map((place, floor) => ({
        ...place,
        light: lit[number * 5 + floor] ?? 'off',
      }));
      return { x, y, height, roof, wall: walls[number % 3] ?? 'a', windows };
    }),
  );
}
