import { mkdirSync, mkdtempSync, rmSync, chmodSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@app/platform/database/migrate.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@app/platform/embedded/embedded-postgres.js';
import { say } from './bench-engine.js';
import { generateCountry } from './generated-country.js';
import { setClock, tuesdayAfternoon } from './generated-town.js';

/** Memory that the database server keeps pages in; an installation of this size would set as much. */
const sharedBuffers = '1GB';

/** Database servers with countries of different sizes, side by side. */
export class CountryEngine {
  private readonly folder: string;
  private readonly servers: EmbeddedPostgres[] = [];

  constructor() {
    this.folder = mkdtempSync(join(realpathSync(tmpdir()), 'zb-bench-'));
    // Passable: as root the database server runs as another user.
    chmodSync(this.folder, 0o711);
    say(`assumes: embedded PostgreSQL with shared_buffers ${sharedBuffers} and all else as in the product`);
  }

  /** Fills a new database. @returns its owner's address */
  async open(municipalities: number): Promise<string> {
    const dataDir = join(this.folder, `country-${municipalities}`);
    mkdirSync(dataDir);
    const server = await startEmbeddedPostgres({ dataDir, log: say, settings: { shared_buffers: sharedBuffers } });
    this.servers.push(server);
    await migrate(server.ownerUrl);
    await setClock(server.ownerUrl, tuesdayAfternoon);
    const start = performance.now();
    await generateCountry(superuserOn(server), municipalities);
    say(`${municipalities} municipalities generated in ${Math.round((performance.now() - start) / 1000)} s`);
    return server.ownerUrl;
  }

  async close(): Promise<void> {
    for (const server of this.servers) await server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The superuser's address of the maintenance database, pointed at the database that the owner uses. */
export function superuserOn({ superuserUrl, ownerUrl }: EmbeddedPostgres): string {
  const url = new URL(superuserUrl);
  url.pathname = new URL(ownerUrl).pathname;
  return url.href;
}
