import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { YearResult, YearTask } from './one-year.js';

/** How many years are lived at the same time: one a core, or as `TWIN_WORKERS` says. */
export function crewSize(environment: Readonly<Record<string, string | undefined>>): number {
  const asked = Number(environment['TWIN_WORKERS'] ?? availableParallelism());
  if (!Number.isInteger(asked) || asked < 1) throw new RangeError('TWIN_WORKERS is a whole number from 1 on');
  return asked;
}

/** A year makes much that is soon forgotten; room for it spares a fifth of the time. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };

/**
 * Does tasks with several workers and gives the results in the order of the tasks. None is begun after `until`, in
 * milliseconds of `performance.now()`; those have no result.
 */
export async function doAll(
  tasks: readonly YearTask[],
  size: number,
  until: number,
  progress: (done: number) => void,
): Promise<readonly (YearResult | undefined)[]> {
  const results: (YearResult | undefined)[] = tasks.map(() => undefined);
  let next = 0;
  let done = 0;
  const member = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { resourceLimits });
    try {
      while (next < tasks.length && performance.now() < until) {
        const index = next;
        next += 1;
        results[index] = await answerOf(worker, tasks[index]);
        done += 1;
        progress(done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(size, tasks.length) }, member));
  return results;
}

function answerOf(worker: Worker, task: YearTask | undefined): Promise<YearResult> {
  return new Promise((resolve, reject) => {
    const forget = (): void => {
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
    };
    worker.once('message', (result: YearResult) => {
      forget();
      resolve(result);
    });
    worker.once('error', (error) => {
      forget();
      reject(error);
    });
    worker.postMessage(task, []);
  });
}
