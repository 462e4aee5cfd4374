import { ParticipationAdministration } from '@app/features/participation/index.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { AppConfig } from '@app/platform/config/app-config.js';
import { DemonstrationClock } from '../demonstration-clock.js';
import { closedQuarters } from './closed-quarters.js';
import { fillYear, type FilledYear } from './fill-year.js';
import type { YearSource } from './lived-year.js';
import type { YearOptions } from './options.js';
import { Placing } from './placing.js';
import { campaignsOf } from './plan-campaigns.js';
import { spellsOf } from './plan-spells.js';
import { YearCalendar } from './year-calendar.js';

type Needed = Pick<AppConfig, 'databaseUrl' | 'ownerUrl' | 'encryptionKey'>;

/** What was made, and which quarters were published. */
export interface MadeYear extends FilledYear {
  readonly quarters: readonly string[];
}

/**
 * Lives a year that ends at `now`, writes it into an empty database as the product would have left it, has the product
 * count what happened, and publishes the quarters that are over.
 */
export async function makeYear(
  config: Needed,
  source: YearSource,
  { seed, days, people, requestsPerDay }: Omit<YearOptions, 'folder'>,
  now: number,
  say: (line: string) => void,
): Promise<MadeYear> {
  const calendar = new YearCalendar(now, days);
  const placing = new Placing(source.areas);
  const campaigns = campaignsOf(placing, calendar.lastDay);
  say(`living ${calendar.lastDay} days with ${people} neighbours (made up, seed ${seed})`);
  const spells = spellsOf(source.areas, calendar.lastDay);
  const year = source.live({ seed, days: calendar.lastDay + 1, people, requestsPerDay, campaigns, spells });
  const clock = new DemonstrationClock(config.ownerUrl ?? config.databaseUrl);
  await clock.set(now);
  const dataSource = await applicationDataSource({ url: config.databaseUrl, poolSize: 2 }).initialize();
  try {
    const unitOfWork = new UnitOfWork(dataSource);
    const filled = await fillYear(unitOfWork, new KeyRing(config.encryptionKey), { year, calendar, placing, seed });
    say(`wrote ${filled.people} people, ${filled.requests} requests, ${filled.asks} asks; counting what happened`);
    const administration = new ParticipationAdministration(unitOfWork);
    await administration.count(filled.municipalityId);
    const closed = closedQuarters(calendar.at(0), now);
    for (const { quarter, publishedAt } of closed) {
      say(`publishing ${quarter}`);
      await clock.set(publishedAt);
      await administration.publish(filled.municipalityId, { quarter });
    }
    return { ...filled, quarters: closed.map(({ quarter }) => quarter) };
  } finally {
    await clock.set(now);
    await dataSource.destroy();
  }
}
