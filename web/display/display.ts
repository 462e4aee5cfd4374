import { keep, kept } from '../session/kept.js';

export const textSizes = ['normal', 'large', 'largest'] as const;
type TextSize = (typeof textSizes)[number];

export const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Everything is measured in rem, so that one size moves all of it. */
const times: Record<TextSize, number> = { normal: 1, large: 1.5, largest: 2 };

const oneOf = <T extends string>(known: readonly T[], value: unknown, otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

/** The size of letters that was chosen on this device. */
export function textSize(): TextSize {
  return oneOf(textSizes, kept<unknown>('letters', 'normal'), 'normal');
}

/** The colours that were chosen on this device; those of the device when none were. */
export function theme(): Theme {
  return oneOf(themes, kept<unknown>('theme', 'system'), 'system');
}

export function chooseTextSize(value: string): void {
  keep('letters', oneOf(textSizes, value, 'normal'));
  showAsChosen();
}

export function chooseTheme(value: string): void {
  keep('theme', oneOf(themes, value, 'system'));
  showAsChosen();
}

// On paper nothing is dark: what is printed has no background.
const DARK = 'screen and (prefers-color-scheme: dark)';

/** A rule of the style sheet that counts under a condition, and that condition as it was written. */
interface Conditional {
  readonly rule: CSSMediaRule;
  readonly written: string;
}

let conditional: readonly Conditional[] | undefined;

function conditionalRules(): readonly Conditional[] {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule)
    .map((rule) => ({ rule, written: rule.media.mediaText }));
}

/**
 * Shows the page in the letters and colours that were chosen here. Both by the conditions of the style sheet, so that colours
 * stand in one place, and a page of larger letters is laid out as for a screen that holds as few of them: as the browser does
 * when somebody sets its letters.
 */
export function showAsChosen(): void {
  const size = times[textSize()];
  const media = { system: DARK, light: 'not all', dark: 'screen' }[theme()];
  // As written: nothing has to be looked at, which is so for most.
  if (conditional === undefined && size === 1 && media === DARK) return;
  conditional ??= conditionalRules();
  document.documentElement.style.fontSize = size === 1 ? '' : `${size * 100}%`;
  for (const { rule, written } of conditional) {
    const condition =
      written === DARK ? media : written.replaceAll(/([\d.]+)rem/g, (_, rem: string) => `${Number(rem) * size}rem`);
    if (rule.media.mediaText !== condition) rule.media.mediaText = condition;
  }
}
