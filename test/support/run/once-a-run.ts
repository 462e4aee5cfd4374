import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runFolder } from './test-run.js';

const patience = 120_000;

/**
 * What one suite of this run makes and all share, whichever worker they run in: the first that asks makes it, the others
 * wait for it. It is told to them as `<name>.json` in the folder of the run.
 * @throws for all of them alike when it could not be made
 */
export async function onceARun<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
  const [told, fault] = [join(runFolder(), `${name}.json`), join(runFolder(), `${name}-fault`)];
  if (isFirst(join(runFolder(), `${name}-lock`))) {
    try {
      writeFileSync(`${told}.new`, JSON.stringify(await make()), { mode: 0o600 });
      renameSync(`${told}.new`, told);
    } catch (error) {
      writeFileSync(fault, error instanceof Error ? String(error.stack) : String(error));
    }
  }
  for (let waited = 0; waited < patience; waited += 25) {
    const made = read(told);
    if (made !== null) return JSON.parse(made) as Made;
    const why = read(fault);
    if (why !== null) throw new Error(`The ${name} of this run could not be made ready:\n${why}`);
    await sleep(25);
  }
  throw new Error(`The ${name} of this run was not ready in time.`);
}

function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
