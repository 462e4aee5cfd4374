import type { TopLevelSpec } from 'vega-lite';
import { areas } from '../parameters.js';
import { stressed, sensitivities } from '../run/scenarios.js';
import type { ScenarioResults } from '../run/study.js';

type Report = ReadonlyMap<string, ScenarioResults>;

const colours = { ours: '#00543c', others: '#b36b00', oracle: '#6b7280' } as const;

/** Every picture of the report by file name, with what it shows in words. */
export function picturesOf(
  report: Report,
): readonly { readonly file: string; readonly alt: string; readonly spec: TopLevelSpec }[] {
  const base = report.get('base');
  if (base === undefined) return [];
  return [
    {
      file: 'asks-and-activation.svg',
      alt: 'Asks per fill against the share of never-helped people activated, one point a policy',
      spec: asksAndActivation(base),
    },
    {
      file: 'fill-under-stress.svg',
      alt: 'Fill as percentage of the bound under each sensitivity, with 95% intervals',
      spec: fillUnderStress(report),
    },
    {
      file: 'areas.svg',
      alt: 'Fill of each area as percentage of its own bound',
      spec: byArea(base),
    },
  ];
}

function kindOf(policy: string): keyof typeof colours {
  if (policy.startsWith('ours')) return 'ours';
  return policy.startsWith('oracle') ? 'oracle' : 'others';
}

const colour = {
  field: 'kind',
  type: 'nominal',
  title: null,
  scale: { domain: Object.keys(colours), range: Object.values(colours) },
} as const;

/** Asks on a logarithmic scale: a broadcast asks ten times as many people as anybody else. */
function asksAndActivation(base: ScenarioResults): TopLevelSpec {
  const values = base.scenario.policies
    .filter((policy) => policy !== 'board-only')
    .map((policy) => ({
      policy,
      kind: kindOf(policy),
      asks: base.interval(policy, 'asksPerFill').mean,
      activated: 100 * base.interval(policy, 'activated').mean,
    }));
  const x = {
    field: 'asks',
    type: 'quantitative',
    scale: { type: 'log', nice: true },
    title: 'asks per fill',
  } as const;
  const y = { field: 'activated', type: 'quantitative', title: 'never-helped people activated, %' } as const;
  // Oracles and calm tempos lie beside our presets: their names go to the other side.
  const toTheLeft = 'test(/calm$|^oracle/, datum.policy)';
  const label = (align: 'left' | 'right', dx: number, filter: string) => ({
    transform: [{ filter }],
    mark: { type: 'text' as const, align, dx, fontSize: 11 },
    encoding: { x, y, text: { field: 'policy' }, color: colour },
  });
  return {
    width: 640,
    height: 420,
    data: { values },
    layer: [
      { mark: { type: 'point', filled: true, size: 80 }, encoding: { x, y, color: colour } },
      label('left', 8, `!${toTheLeft}`),
      label('right', -8, toTheLeft),
    ],
  };
}

function fillUnderStress(report: Report): TopLevelSpec {
  const names = ['base', ...sensitivities.map(({ name }) => name)];
  const values = names.flatMap((name) => {
    const results = report.get(name);
    if (results === undefined) return [];
    return stressed.map((policy) => {
      const { mean, half } = results.interval(policy, 'fillOfBound');
      return { name, policy, fill: 100 * mean, low: 100 * (mean - half), high: 100 * (mean + half) };
    });
  });
  const y = { field: 'policy', type: 'nominal', title: null, sort: [...stressed] } as const;
  const scale = { zero: false } as const;
  const color = { field: 'policy', type: 'nominal', legend: null } as const;
  return {
    data: { values },
    facet: { row: { field: 'name', sort: names, title: null, header: { labelAngle: 0, labelAlign: 'left' } } },
    spec: {
      width: 480,
      height: 80,
      layer: [
        {
          mark: 'rule',
          encoding: {
            y,
            x: { field: 'low', type: 'quantitative', title: 'fill, % of bound', scale },
            x2: { field: 'high' },
            color,
          },
        },
        {
          mark: { type: 'point', filled: true, size: 60 },
          encoding: { y, x: { field: 'fill', type: 'quantitative', scale }, color },
        },
      ],
    },
  };
}

function byArea(base: ScenarioResults): TopLevelSpec {
  const policies = ['ours-active', 'nearest-10-within-budgets'].filter((policy) => base.has(policy));
  const values = policies.flatMap((policy) =>
    base.areas(policy).map(({ mean }, area) => ({ policy, area: areas[area]?.name ?? '', fill: 100 * mean })),
  );
  return {
    width: 480,
    height: { step: 22 },
    data: { values },
    mark: { type: 'point', filled: true, size: 70 },
    encoding: {
      y: { field: 'area', type: 'nominal', title: null, sort: areas.map(({ name }) => name) },
      x: { field: 'fill', type: 'quantitative', title: 'fill, % of the own bound', scale: { zero: false } },
      color: {
        field: 'policy',
        type: 'nominal',
        title: null,
        scale: { domain: policies, range: [colours.ours, colours.others] },
      },
    },
  };
}
