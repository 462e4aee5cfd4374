import type { browsers, platforms } from '@app/contracts/http/my-rights.js';

/** What kind of device a session is on: enough to recognise one's own, too little to follow anybody. */
export interface Device {
  readonly browser: (typeof browsers)[number];
  readonly platform: (typeof platforms)[number];
}

/** First match counts: many browsers also name the one they descend from. */
const browserMarks: readonly (readonly [RegExp, Device['browser']])[] = [
  [/Edg(e|A|iOS)?\//, 'edge'],
  [/Firefox\/|FxiOS\//, 'firefox'],
  [/Chrome\/|Chromium\/|CriOS\//, 'chrome'],
  [/Safari\//, 'safari'],
];
const platformMarks: readonly (readonly [RegExp, Device['platform']])[] = [
  [/Android/, 'android'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Windows/, 'windows'],
  [/Macintosh|Mac OS X/, 'macos'],
  [/Linux|CrOS/, 'linux'],
];

/** Reads the User-Agent header; the header itself is not kept. */
export function deviceOf(userAgent: string | undefined): Device {
  const of = <T>(marks: readonly (readonly [RegExp, T])[]): T | undefined =>
    marks.find(([mark]) => mark.test(userAgent ?? ''))?.[1];
  return { browser: of(browserMarks) ?? 'other', platform: of(platformMarks) ?? 'other' };
}
