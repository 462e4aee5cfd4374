import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const run = promisify(execFile);

/** Writes what a Brotli file holds to a program file. Rejects when the file is damaged. */
export async function unpackProgram(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}

/**
 * Unpacks a tar file packed with Brotli into an existing folder. Rejects when it is damaged.
 * By way of a file: `tar` that reads from a pipe stops at the mark of the end, and who still writes the filling behind it
 * is told that the pipe closed too early, now and then.
 */
export async function unpackArchive(archive: string, folder: string): Promise<void> {
  const plain = `${folder}.tar`;
  try {
    await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(plain));
    await run('tar', ['-x', '-f', plain, '-C', folder]);
  } finally {
    await rm(plain, { force: true });
  }
}
