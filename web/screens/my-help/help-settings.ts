import type { HelperProfileBody } from '@app/contracts/http/asks.js';
import type { Channel } from '@app/contracts/http/vocabulary.js';
import { t } from '../../messages/texts.js';
import type { FormError } from '../../parts/error-summary.js';
import { formOf, profileOf, type WillingForm } from '../willing/willing-form.js';

/** Everything a neighbour can set about being asked, as the questions show it. */
export interface HelpSettings extends WillingForm {
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly channels: readonly Channel[];
  readonly helpsWhileAsking: boolean;
  readonly againAtOnce: boolean;
}

export const parts = ['waar', 'wat', 'wanneer', 'hoe-vaak', 'bereiken'] as const;
export type Part = (typeof parts)[number];

export function settingsOf(profile: HelperProfileBody): HelpSettings {
  return {
    ...formOf(profile),
    quietFrom: profile.quietHours?.from ?? '21:00',
    quietUntil: profile.quietHours?.until ?? '08:00',
    channels: profile.channels ?? [],
    helpsWhileAsking: profile.helpsWhileAsking ?? false,
    againAtOnce: profile.againAtOnce ?? false,
  };
}

/** What is sent: the answers of this part, all else as it was. */
export function changedProfile(settings: HelpSettings, before: HelperProfileBody): HelperProfileBody {
  const { quietFrom, quietUntil, channels, helpsWhileAsking, againAtOnce, ...answers } = settings;
  return {
    ...profileOf(answers, before),
    quietHours: { from: quietFrom, until: quietUntil },
    channels: [...channels],
    helpsWhileAsking,
    againAtOnce,
  };
}

const isTime = (text: string): boolean => /^\d\d:\d\d$/.test(text);

/** What has to be corrected on one part. */
export function errorsOf(part: Part, settings: HelpSettings): readonly FormError[] {
  if (part === 'waar' && settings.neighbourhoodCode === '') {
    return [{ field: 'neighbourhoodCode', message: t.willing.errors.neighbourhood }];
  }
  if (part === 'wat' && settings.categories.length === 0) {
    return [{ field: 'categories', message: t.willing.errors.categories }];
  }
  const { quietFrom, quietUntil } = settings;
  if (part === 'hoe-vaak' && (!isTime(quietFrom) || !isTime(quietUntil) || quietFrom === quietUntil)) {
    return [{ field: 'quietFrom', message: t.myHelp.errors.quiet }];
  }
  if (part === 'bereiken' && settings.channels.length === 0) {
    return [{ field: 'channels', message: t.myHelp.errors.channels }];
  }
  return [];
}
