import { ourVersions } from '../policies/registry.js';
import { type Goal } from '../figures/goals.js';
import { plannedHelpEnds, quietHours, reaches, weeklyBudgets } from '../parameters.js';
import { pairsOf, sensitivities, stressedTwice } from '../run/scenarios.js';
import type { ScenarioResults } from '../run/study.js';
import type { LeastAsks } from './least-asks-table.js';
import { limitsOf } from './limits.js';
import {
  areaTable,
  assumptionTable,
  goalTable,
  kindTable,
  pairTable,
  policyTable,
  sensitivityTable,
  table,
} from './tables.js';

/** What a report is made of. */
export interface ReportParts {
  readonly command: string;
  readonly results: ReadonlyMap<string, ScenarioResults>;
  readonly base: ScenarioResults;
  readonly goals: readonly Goal[];
  readonly leastAsks: readonly LeastAsks[];
  readonly pictures: readonly { readonly file: string; readonly alt: string }[];
}

/** The whole report in Markdown. */
export function documentOf(parts: ReportParts): string {
  const { base, results, goals, pictures } = parts;
  const picture = (file: string): string => {
    const found = pictures.find((each) => each.file === file);
    return found === undefined ? '' : `![${found.alt}](twin/${file})`;
  };
  const sections = [
    introduction(parts),
    `## Goals\n\n${met(goals)}\n\n${goalTable(goals)}\n\nGoal 8, the cost of one decision, is measured by \`npm run bench -- matching\`.`,
    `## What limits what is not met\n\n${limitsOf(goals, base, results).join('\n') || 'Every goal measured here is met.'}`,
    `## Policies side by side\n\n${policyNotes}\n\n${policyTable(base)}\n\n${picture('asks-and-activation.svg')}`,
    `## Fewest asks that could do the same\n\n${leastAsksText(parts)}`,
    `## Areas\n\nFill as percentage of what could be filled in each area.\n\n${areaTable(base, ['ours-balanced', 'ours-active', 'nearest-10', 'nearest-10-within-budgets'])}\n\n${picture('areas.svg')}`,
    `## One assumption otherwise\n\n${sensitivityTable(results)}\n\n${picture('fill-under-stress.svg')}`,
    `## Two assumptions otherwise\n\n${pairText(results)}`,
    `## Every assumption\n\n${assumptionText}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function introduction({ command, base }: ReportParts): string {
  const { seeds, days } = base.scenario;
  const mean = base.interval(base.scenario.policies[0] ?? '', 'bound').mean * 100;
  return `# The twin of Leusden

This page is written by \`${command}\`; change nothing by hand. The twin lives years of a made-up municipality the size of
Leusden, minute by minute, under one policy after another. What it shows is how policies compare under the assumptions
below, not what will happen in Leusden: nobody has yet measured how willing people are.

The product's own rules run in it: requests change by \`decide\` and \`evolve\`, waves come from \`planWave\`, answers are
learned from by \`learn\`, and every ask passes \`sendRefusal\` again before it is sent. A test fails if the twin gets a planner
of its own. Only the world and the policies compared with are the twin's.

Every policy meets the same people, requests, intentions and delays: chance is a function of seed, person and request, not
of what was drawn before. Figures are means over ${seeds.length} seeds of ${days} days (fewer where said), our versions ${ourVersions.join(', ')}, with 95% t-intervals; comparisons are paired by seed. Seeds
for choosing parameters are odd, seeds for this report are even.

**The bound** is what could be filled at all (${mean.toFixed(1)}% of requests): everybody whom a request suits is asked as soon as they may
be, is rested, thanked as much as can be, a regular helper, and never leaves. No policy that only asks can fill a request that
the bound does not fill; this is checked request by request in the tests. Because the bound takes even those who never helped for
regular helpers, it lies high where people are few.`;
}

function met(goals: readonly Goal[]): string {
  const count = goals.filter((goal) => goal.met).length;
  return `${count} of ${goals.length} measures meet their goal. A goal is met by its mean; whether the interval agrees is said too.`;
}

const policyNotes = `Board only: nobody is asked, people come and look. Broadcast: everybody at once. Nearest-10 and round robin: ten at a time, the
nearest or those asked least. Quantile: as many of the nearest as give nine chances in ten of a yes, if everybody were average. Best
first: the one believed most willing, then the next. Scaled programme: at random, as often as a linear programme for a whole year
says (after Manshadi and Rodilitz, 2022), knowing how often is asked from another year. Ours: the product's presets, calm being the
slower tempo. The oracles are our planner with the truth in the place of what it learns, the number being what a newcomer's yes
counts for. Best first and ours learn by the product's rules; only the oracles see the truth. Asks stop at the deadline; the coordinator and the
desk, who are called in when asks bring nobody, are not part of the twin.`;

function leastAsksText({ leastAsks, base }: ReportParts): string {
  const rows = leastAsks.map(({ policy, asks, least }) => [policy, asks.toFixed(2), least.toFixed(2)]);
  return `A linear programme (HiGHS) over the whole year: fewest asks with which anybody could fill as many requests and bring as many
first-timers, knowing how willing people are, if nobody tired and every answer came in time. No policy can ask less; the distance to it
is the price of answers that take time, of fatigue, and of not knowing. One world alone, of seed ${base.scenario.seeds[0]}: these asks per
fill are of that seed too, so they differ a little from the means above, and have no interval.

${table(['policy', 'asks per fill', 'fewest possible'], rows)}`;
}

function pairText(results: ReadonlyMap<string, ScenarioResults>): string {
  const [first] = pairsOf(sensitivities);
  const name = first === undefined ? '' : `${first[0].name}+${first[1].name}`;
  const seeds = results.get(name)?.scenario.seeds.length ?? 0;
  if (seeds === 0) return 'Not lived in this run: pairs need `--stress-seeds 4` or more.';
  return `Pairs that can be true together, for ${stressedTwice.join(', ')}, over ${seeds} seeds.\n\n${pairTable(results)}`;
}

const shares = (list: readonly { readonly share: number; readonly value: unknown }[]): string =>
  list.map(({ share, value }) => `${Math.round(share * 100)}% ${JSON.stringify(value)}`).join(', ');

const assumptionText = `All of them are in \`libs/twin/parameters.ts\`. "Chosen" means that no source was found; what was chosen was fitted so that the policies
compared with (nearest-10, board) behave as in a first simulation, never so that ours does well.

${assumptionTable()}

${kindTable()}

How far people want to go: ${shares(reaches)}. Asks a week they allow: ${shares(weeklyBudgets)}. Quiet hours, minutes of the
day: ${shares(quietHours)}. Planned help ends between ${plannedHelpEnds.from} and ${plannedHelpEnds.until} hours. Areas, with inhabitants and supply, are in the table above; inhabitants are
CBS 2024 per wijk, divided over buurten by built-up area. Requests end by help, thanks and a boost, or unhelped; nobody withdraws, and
nobody registers during the year. The year has no holidays and no summer time.`;
