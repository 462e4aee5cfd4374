import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { PeopleDirectory, PeopleModule, RegisterMany, entities } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { readEnvironment } from '@app/platform/config/config.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { migrate } from '@app/platform/database/migrate.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { PersonalDataHolders } from '@app/platform/personal-data/personal-data.js';
import { RealtimeHub } from '@app/platform/realtime/realtime-hub.js';
import { startEngines } from '../boot/engines.js';

/** What administration needs of an installation. */
export interface Installation {
  readonly unitOfWork: UnitOfWork;
  readonly people: PeopleDirectory;
  readonly registerMany: RegisterMany;
}

@Module({})
class AdministrationModule {}

/**
 * Opens the installation the environment points to, brings its database up to date, and closes it after the work.
 * An embedded database is claimed, so that it is never opened beside a running application.
 * @throws ConfigurationError, DataFolderHeldError
 */
export async function withInstallation<T>(
  variables: Readonly<Record<string, string | undefined>>,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const engines = await startEngines(readEnvironment(administrationOf(variables)), () => undefined);
  try {
    if (engines.config.ownerUrl !== undefined) await migrate(engines.config.ownerUrl);
    return await withPeople(engines.config, work);
  } finally {
    await engines.stop();
  }
}

/** The settings of the application, without what only a serving process needs. */
function administrationOf(variables: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const { DATABASE_URL, DATABASE_APP_URL, ENCRYPTION_KEY, DATA_DIR } = variables;
  // No mail leaves here; the address only says that this is no demonstration.
  return {
    DATABASE_URL,
    DATABASE_APP_URL,
    ENCRYPTION_KEY,
    DATA_DIR,
    DEMONSTRATION: 'off',
    SMTP_URL: 'smtp://127.0.0.1',
  };
}

async function withPeople<T>(config: AppConfig, work: (installation: Installation) => Promise<T>): Promise<T> {
  const dataSource = await applicationDataSource({ url: config.databaseUrl, poolSize: 1, entities }).initialize();
  try {
    const tools = [
      { provide: AppConfig, useValue: config },
      { provide: UnitOfWork, useValue: new UnitOfWork(dataSource) },
      { provide: KeyRing, useValue: new KeyRing(config.encryptionKey) },
      PersonVault,
      PersonalDataHolders,
      // Nobody is connected to this process.
      { provide: RealtimeHub, useValue: { endSession: () => undefined } satisfies Partial<RealtimeHub> },
    ];
    const platform: DynamicModule = {
      module: AdministrationModule,
      global: true,
      providers: tools,
      exports: tools.map((tool) => (typeof tool === 'function' ? tool : tool.provide)),
      imports: [DiscoveryModule, PeopleModule],
    };
    const context = await NestFactory.createApplicationContext(platform, { logger: ['error'], abortOnError: false });
    try {
      return await work({
        unitOfWork: context.get(UnitOfWork),
        people: context.get(PeopleDirectory, { strict: false }),
        registerMany: context.get(RegisterMany, { strict: false }),
      });
    } finally {
      await context.close();
    }
  } finally {
    await dataSource.destroy();
  }
}
