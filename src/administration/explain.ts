import { ConfigurationError } from '../platform/config/config.js';
import { DataFolderHeldError } from '../platform/embedded/data-folder.js';
import { AdministrationError } from './administration-error.js';

const explained = [AdministrationError, ConfigurationError, DataFolderHeldError];

/** Codes of PostgreSQL and of the network for a database that does not let us in. */
const noWayIn = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|28|3D000|57P03)/;

/** What to tell about a fault; addresses hold passwords, so they are never repeated. */
export function explain(error: Error & { readonly code?: string }): string {
  if (explained.some((kind) => error instanceof kind)) return error.message;
  const { code = '' } = error;
  if (!noWayIn.test(code)) return error.stack ?? error.message;
  return `DATABASE_URL: the database does not let us in (${code}). Start it, or correct address, name and password.`;
}
