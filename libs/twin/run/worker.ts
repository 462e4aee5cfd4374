import { parentPort } from 'node:worker_threads';
import { YearRunner, type YearTask } from './one-year.js';

const runner = new YearRunner();

parentPort?.on('message', (task: YearTask) => {
  parentPort?.postMessage(runner.run(task), []);
});
