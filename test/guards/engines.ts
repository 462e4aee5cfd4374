import { afterAll, beforeAll, jest } from '@jest/globals';

/** Plain JavaScript, because Jest loads these before it maps aliases. */
interface RunStep {
  readonly default: () => void | Promise<void>;
}

const runStep = async (name: string): Promise<void> => {
  const step = (await import(new URL(`../support/run/${name}.mjs`, import.meta.url).href)) as RunStep;
  await step.default();
};

/**
 * Opens something on a database server before the tests of a guard, and closes it after them. The server is that of
 * the whole run, or one of its own when guards run by themselves.
 */
export function opened<Scene>(open: () => Promise<Scene>, close: (scene: Scene) => Promise<void>): () => Scene {
  jest.setTimeout(60_000);
  const isOwnRun = process.env['ZB_TEST_RUN'] === undefined;
  let scene: Scene | undefined;
  beforeAll(async () => {
    if (isOwnRun) await runStep('start-run');
    scene = await open();
  });
  afterAll(async () => {
    if (scene !== undefined) await close(scene);
    if (isOwnRun) await runStep('end-run');
  });
  return () => {
    if (scene === undefined) throw new Error('Nothing was opened yet');
    return scene;
  };
}
