import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';

/** The year may not go where somebody wants it. */
export class YearFolderError extends Error {
  override readonly name = 'YearFolderError';
}

/**
 * A year goes into a folder of its own, into which nothing was written before.
 * @returns its whole path
 * @throws YearFolderError when something is there, or a database is pointed to
 */
export async function newYearFolder(
  folder: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  if (variables['DATABASE_URL'] || variables['DATABASE_APP_URL'])
    throw new YearFolderError(
      'Er is een database aangewezen (DATABASE_URL). Een jaar komt alleen in een eigen map, nooit in een andere database.',
    );
  const path = resolve(folder);
  const found = await readdir(path).catch(() => []);
  if (found.length > 0)
    throw new YearFolderError(`In ${path} staat al iets. Kies een andere map met --folder, of haal deze eerst weg.`);
  return path;
}
