/**
 * Stryker's test runner for the rules. Starting Jest anew costs one or two seconds a mutant; the rules are pure and import
 * nothing, so their tests can be run again and again in one process: what is left of a mutant are the tests that meet it.
 */
import { Script } from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import loadHighs from 'highs';
import { collector } from './collect-tests.mjs';
import { loadRoom } from './load-room.mjs';

// A score that is the same each time, and no search for the smallest example of what only has to fail.
fc.configureGlobal({ seed: 20_270_101, endOnFailure: true });

/** Nothing here can wait, so the solver of what may be published is there before anybody asks for it. */
const highs = await loadHighs();
const packages = {
  'fast-check': { default: fc, __esModule: true },
  // oxlint-disable-next-line unicorn/no-thenable -- tests call it themselves; nobody awaits it
  highs: { default: () => ({ then: (use) => use(highs) }), __esModule: true },
};

const tooLong = 'ERR_SCRIPT_EXECUTION_TIMEOUT';
/** Called in a script, because only of a script it can be said how long it may take. */
const called = new Script('globalThis.runMutant()');

class RoomRunner {
  #room = loadRoom(process.env['MUTATION_ROOM']);
  /** What a test took the last time: the quick ones go first, because the first that fails ends it. */
  #took = new Map();
  #world = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ timeout }) {
    const result = this.#run({ timeout, whileLoading: undefined, whileRunning: undefined, bail: false });
    return { ...result, mutantCoverage: this.#world.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, timeout, hitLimit, disableBail }) {
    this.#world.hitLimit = hitLimit;
    this.#world.hitCount = hitLimit === undefined ? undefined : 0;
    const result = this.#run({
      timeout,
      only: testFilter && new Set(testFilter),
      whileLoading: mutantActivation === 'static' ? activeMutant.id : undefined,
      whileRunning: activeMutant.id,
      bail: !disableBail,
    });
    return toMutantRunResult(determineHitLimitReached(this.#world.hitCount, hitLimit) ?? result);
  }

  #run({ timeout, only, whileLoading, whileRunning, bail }) {
    let result;
    globalThis.runMutant = () => {
      result = this.#runTests({ only, whileLoading, whileRunning, bail });
    };
    try {
      // A little sooner than Stryker, who would end the whole process.
      called.runInThisContext({ timeout: Math.ceil(0.8 * timeout) });
      return result;
    } catch (error) {
      if (error.code === tooLong) return { status: DryRunStatus.Timeout };
      // Without a mutant the tests are at fault; with one they noticed it before the first of them began.
      if (whileRunning === undefined) return { status: DryRunStatus.Error, errorMessage: `${error.stack ?? error}` };
      const told = { id: 'loading', name: 'loading', timeSpentMs: 0, failureMessage: `${error.message ?? error}` };
      return { status: DryRunStatus.Complete, tests: [{ ...told, status: TestStatus.Failed }] };
    } finally {
      this.#world.activeMutant = undefined;
      this.#world.currentTestId = undefined;
    }
  }

  #runTests({ only, whileLoading, whileRunning, bail }) {
    const { tests, packages: jest, entering } = collector();
    this.#world.activeMutant = whileLoading;
    this.#room({ ...jest, ...packages }, entering);
    this.#world.activeMutant = whileRunning;
    // What a test prepares is not in its own time.
    const took = ({ id, before }) => (this.#took.get(id) ?? 0) + 10_000 * before.length;
    const wanted = tests.filter(({ id }) => only?.has(id) ?? true).toSorted((a, b) => took(a) - took(b));
    const results = [];
    for (const test of wanted) {
      const one = this.#runTest(test);
      results.push(one);
      if (bail && one.status === TestStatus.Failed) break;
    }
    return { status: DryRunStatus.Complete, tests: results };
  }

  #runTest({ id, file, before, body }) {
    const began = performance.now();
    const told = { id, name: id, fileName: file };
    try {
      for (const prepare of before) prepare();
      this.#world.currentTestId = id;
      body();
      const timeSpentMs = performance.now() - began;
      this.#took.set(id, timeSpentMs);
      return { ...told, timeSpentMs, status: TestStatus.Success };
    } catch (error) {
      if (error.code === tooLong) throw error;
      const timeSpentMs = performance.now() - began;
      return { ...told, timeSpentMs, status: TestStatus.Failed, failureMessage: `${error.message ?? error}` };
    } finally {
      this.#world.currentTestId = undefined;
    }
  }
}

const factory = () => new RoomRunner();
factory.inject = [];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'room', factory)];
