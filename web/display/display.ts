import { keep, kept } from '../session/kept.js';

export const textSizes = ['normal', 'large', 'largest'] as const;
type TextSize = (typeof textSizes)[number];

export const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Everything is measured in rem, so that one size moves all of it. */
const percent: Record<TextSize, string> = { normal: '', large: '150%', largest: '200%' };

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

const DARK = '(prefers-color-scheme: dark)';
let darkRules: readonly CSSMediaRule[] | undefined;

/** The rules of the style sheet for the dark: switched by their condition, so that the colours stand in one place. */
function rulesForDark(): readonly CSSMediaRule[] {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.media.mediaText === DARK);
}

/** Shows the page in the letters and colours that were chosen here. */
export function showAsChosen(): void {
  const size = textSize();
  document.documentElement.style.fontSize = percent[size];
  document.documentElement.classList.toggle('zb-large', size !== 'normal');
  darkRules ??= rulesForDark();
  const media = { system: DARK, light: 'not all', dark: 'all' }[theme()];
  for (const rule of darkRules) rule.media.mediaText = media;
}
