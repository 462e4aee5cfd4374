import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderHeldError, claimDataFolder } from '@app/platform/embedded/data-folder.js';
import { processStart } from '@app/platform/embedded/process-identity.js';
import { loadOrMakeSecrets } from '@app/platform/embedded/secrets.js';
import { temporaryFolder } from '../support/temp-folder.js';

const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 60000)'], { stdio: 'ignore' });
afterAll(() => void other.kill('SIGKILL'));

function writeHolder(folder: string, holder: { pid: number; start: string | null }): string {
  const path = join(folder, 'holder.json');
  writeFileSync(path, JSON.stringify({ ...holder, port: 3456, since: '2026-11-24T13:00:00.000Z' }));
  return path;
}

describe('claiming a data folder', () => {
  it('makes the folder, and frees it again', async () => {
    const path = join(temporaryFolder(), 'nieuw', 'één');
    const claimed = await claimDataFolder(path, 3000);
    expect(JSON.parse(readFileSync(join(path, 'holder.json'), 'utf8'))).toMatchObject({ pid: process.pid, port: 3000 });
    await claimed.release();
    expect(readdirSync(path)).toEqual([]);
    await (await claimDataFolder(path, 3000)).release();
  });

  it('names the process that holds it, since when, at which address, and the way out', async () => {
    const folder = temporaryFolder();
    writeHolder(folder, { pid: other.pid!, start: await processStart(other.pid!) });
    const refused = claimDataFolder(folder, 3000);
    await expect(refused).rejects.toThrow(DataFolderHeldError);
    for (const part of [folder, `process ${other.pid}`, '2026-11-24T13:00', 'http://localhost:3456', 'DATA_DIR='])
      await expect(refused).rejects.toThrow(part);
  });

  it('takes over from a process that is gone', async () => {
    const folder = temporaryFolder();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeHolder(folder, { pid, start: null });
    await (await claimDataFolder(folder, 3000)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes over when another process got the number of the holder', async () => {
    const folder = temporaryFolder();
    writeHolder(folder, { pid: other.pid!, start: 'an-earlier-boot:1' });
    await expect(claimDataFolder(folder, 3000)).resolves.toHaveProperty('path', folder);
  });

  it('takes over from a lock file that a full disk left empty', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'holder.json'), '');
    await expect(claimDataFolder(folder, 3000)).resolves.toHaveProperty('path', folder);
  });

  it('has one winner when many find a dead holder at once', async () => {
    const folder = temporaryFolder();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeHolder(folder, { pid, start: null });
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => claimDataFolder(folder, index)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['holder.json']);
  });

  it('leaves the claim of another alone when it is released late', async () => {
    const folder = temporaryFolder();
    const claimed = await claimDataFolder(folder, 3000);
    const lockFile = writeHolder(folder, { pid: other.pid!, start: await processStart(other.pid!) });
    await claimed.release();
    expect(existsSync(lockFile)).toBe(true);
  });
});

describe('the secrets of an installation', () => {
  it('are made once, are 32 bytes, and are readable by their owner only', async () => {
    const folder = join(temporaryFolder(), 'nieuw');
    const made = await loadOrMakeSecrets(folder);
    expect(Buffer.from(made.encryptionKey, 'base64')).toHaveLength(32);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(await loadOrMakeSecrets(folder)).toEqual(made);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  it('differ between installations', async () => {
    const [one, two] = await Promise.all([loadOrMakeSecrets(temporaryFolder()), loadOrMakeSecrets(temporaryFolder())]);
    expect(one.encryptionKey).not.toBe(two.encryptionKey);
  });

  it.each(['', '{', '{}', 'null', '{"encryptionKey":"c2hvcnQ="}'])(
    'are never replaced when the file holds %p',
    async (text) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'secrets.json'), text);
      await expect(loadOrMakeSecrets(folder)).rejects.toThrow(/damaged.*backup/);
      expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe(text);
    },
  );
});
