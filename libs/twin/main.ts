import { join } from 'node:path';
import { measureCampaigns } from './campaign/measure.js';
import { goalsOf } from './figures/goals.js';
import { jsonOf, textOf } from './report/print.js';
import { writeReport } from './report/write-report.js';
import { optionsOf, type Options } from './run/options.js';
import { scenariosOfReport } from './run/scenarios.js';
import { seedsFor } from './run/seeds.js';
import { study } from './run/study.js';

try {
  await run(optionsOf(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function run(options: Options): Promise<void> {
  if (options.campaign) return measureCampaigns(options.seeds);
  const { policies, seeds, days, purpose, changes, report } = options;
  const scenarios = report
    ? scenariosOfReport(options)
    : [{ name: 'base', changes, policies, seeds: seedsFor(purpose, seeds), days }];
  const all = await study(scenarios, options.minutes, tell);
  process.stderr.write('\n');
  const results = new Map(all.map((each) => [each.scenario.name, each]));
  const [base] = all;
  if (base?.scenario.name !== 'base') throw new Error('There was no time to live through a single seed');
  if (report) {
    const command = `npm run twin -- --report --seeds ${seeds} --stress-seeds ${options.stressSeeds} --days ${days}`;
    await writeReport(join(process.cwd(), 'docs'), command, results);
  }
  process.stdout.write(`${textOf(base, options)}\n${jsonOf(base, goalsOf(results), options)}\n`);
}

/** Progress, on one line where somebody watches. */
function tell(line: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
}
