/**
 * What one decision costs, the candidates query included, while the country grows: the same number of people in range in
 * ever more municipalities. The sizes take turns, so that whatever else the machine does hits all of them.
 */
import { loadavg } from 'node:os';
import { say } from './bench-engine.js';
import { CountryDecisions } from './country-decisions.js';
import { CountryEngine } from './country-engine.js';
import { figuresOf, rounded, type Figures } from './figures.js';
import { openRequestsAMunicipality, peopleAMunicipality } from './generated-country.js';

/** Municipalities by the number of people registered in all of them. */
const sizes = { '10^4': 4, '10^5': 40, '10^6': 400 } as const;
type Size = keyof typeof sizes;
const names = Object.keys(sizes) as Size[];
const turns = 30;
const perTurn = 50;
const goal = { p95AtMost: { '10^4': 5, '10^6': 15 }, ratioAtMost: 3 };

interface Measured {
  readonly times: number[];
  candidates: number;
  asks: number;
}

interface Decisions extends Figures {
  /** Mean numbers of a decision. */
  readonly candidates: number;
  readonly asks: number;
}

async function measure(countries: Readonly<Record<Size, CountryDecisions>>): Promise<Record<Size, Measured>> {
  const none = (): Measured => ({ times: [], candidates: 0, asks: 0 });
  const measured: Record<Size, Measured> = { '10^4': none(), '10^5': none(), '10^6': none() };
  // The first turns warm up, more of them where there is more to warm, and do not count.
  for (const name of names) {
    for (let made = 0; made < sizes[name] * 4; made += 1) await countries[name].decide();
  }
  for (let turn = 0; turn < turns; turn += 1) {
    for (const name of names) {
      for (let made = 0; made < perTurn; made += 1) {
        const { ms, candidates, asks } = await countries[name].decide();
        measured[name].times.push(ms);
        measured[name].candidates += candidates;
        measured[name].asks += asks;
      }
    }
  }
  return measured;
}

function report(measured: Readonly<Record<Size, Measured>>): void {
  const figureOf = ({ times, candidates, asks }: Measured): Decisions => ({
    ...figuresOf(times),
    candidates: rounded(candidates / times.length),
    asks: rounded(asks / times.length),
  });
  const figures: Record<Size, Decisions> = {
    '10^4': figureOf(measured['10^4']),
    '10^5': figureOf(measured['10^5']),
    '10^6': figureOf(measured['10^6']),
  };
  const [small, large] = [figures['10^4'], figures['10^6']];
  const ratio = { p50: rounded(large.p50 / small.p50), p95: rounded(large.p95 / small.p95) };
  const met =
    small.p95 <= goal.p95AtMost['10^4'] && large.p95 <= goal.p95AtMost['10^6'] && ratio.p95 <= goal.ratioAtMost;
  const load = rounded(loadavg()[0] ?? 0);
  say(
    JSON.stringify({
      bench: 'matching',
      unit: 'ms',
      decision: figures,
      ratio,
      machineLoad: load,
      goal: { ...goal, met },
    }),
  );
}

say(`assumes: municipalities of ${peopleAMunicipality} people who are willing to help, in 28 neighbourhoods each,`);
say(`assumes: of whom 60% help in their own neighbourhood, 30% in their district and 10% in all of the municipality;`);
say(`assumes: three of eleven kinds of help each; three of ten keep hours; two asks a week, used up by a tenth;`);
say(
  `assumes: ${openRequestsAMunicipality} open requests a municipality; it is a Tuesday, 14:00; three of ten requests acute`,
);
say('assumes: timed from the question to the plan, inside the transaction of the job; the map of places is in memory');
const engine = new CountryEngine();
const opened: CountryDecisions[] = [];
try {
  const countries = {} as Record<Size, CountryDecisions>;
  for (const name of names) {
    countries[name] = new CountryDecisions(await engine.open(sizes[name]));
    opened.push(countries[name]);
    await countries[name].open();
  }
  report(await measure(countries));
} finally {
  for (const country of opened) await country.close();
  await engine.close();
}
