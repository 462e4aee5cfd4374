import type { DataSource } from 'typeorm';
import type { AppConfig } from '@app/platform/config/app-config.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { DemonstrationClock } from './demonstration-clock.js';
import { firstMoment, nextMoment } from './opening-moment.js';
import { refuseForeign, type PresentMunicipality } from './refuse-foreign.js';
import { seed } from './seed.js';

type Needed = Pick<AppConfig, 'databaseUrl' | 'ownerUrl' | 'encryptionKey'>;

/**
 * Makes sure that the demonstration of Leusden is there and that it is day in it. Runs after the migrations
 * and before the application.
 * @throws ConfigurationError when the database holds anything but the demonstration
 */
export async function prepareDemonstration(config: Needed, say: (line: string) => void): Promise<void> {
  const dataSource = await applicationDataSource({ url: config.databaseUrl, poolSize: 1 }).initialize();
  try {
    const present = await municipalitiesIn(dataSource);
    refuseForeign(present);
    // The day begins before there is anything in it: what is seeded is past by the clock that people see.
    await openDay(new DemonstrationClock(config.ownerUrl ?? config.databaseUrl), present.length === 0, say);
    const isNew = await seed(new UnitOfWork(dataSource), new KeyRing(config.encryptionKey));
    if (isNew) say('seeded the demonstration of Leusden');
  } finally {
    await dataSource.destroy();
  }
}

function municipalitiesIn(dataSource: DataSource): Promise<PresentMunicipality[]> {
  return dataSource.query<PresentMunicipality[]>(
    'SELECT name, is_demonstration AS "isDemonstration" FROM municipality',
  );
}

async function openDay(clock: DemonstrationClock, isNew: boolean, say: (line: string) => void): Promise<void> {
  const now = isNew ? Date.now() : await clock.now();
  const moment = isNew ? firstMoment(now) : nextMoment(now);
  if (moment === now) {
    if (isNew) await clock.followWall();
    return;
  }
  await clock.set(moment);
  const text = new Date(moment).toLocaleString('nl-NL', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'full',
    timeStyle: 'short',
  });
  say(`it is night, so in the demonstration it is ${text}`);
}
