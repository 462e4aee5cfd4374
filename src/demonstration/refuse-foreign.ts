import { ConfigurationError } from '@app/platform/config/config.js';

/** A municipality, as much of it as matters here. */
export interface PresentMunicipality {
  readonly name: string;
  readonly isDemonstration: boolean;
}

/**
 * The demonstration shows every mail to whoever is at the machine and moves the clock: never over real people.
 * @throws ConfigurationError when the database has a municipality that is not the demonstration's own
 */
export function refuseForeign(municipalities: readonly PresentMunicipality[]): void {
  const real = municipalities.filter(({ isDemonstration }) => !isDemonstration);
  if (real.length === 0) return;
  throw new ConfigurationError(
    'Cannot start the demonstration: DATABASE_URL holds a municipality that is not an example. ' +
      'Set DEMONSTRATION=off, or give the demonstration a database of its own.',
  );
}
