import { chmod, mkdir } from 'node:fs/promises';

/**
 * Makes a folder that others may pass through but not look around in, whatever the umask: as root, the database server
 * runs as another user and must reach what lies inside. A folder that is there already keeps its rights.
 */
export async function makePassableFolder(path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true });
  if (made !== undefined) await chmod(path, 0o711);
}
