import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

/** Quiet, and readable on white and in print. */
const look = {
  background: 'white',
  font: 'sans-serif',
  view: { stroke: null },
  legend: { labelFontSize: 12, labelLimit: 300 },
  header: { labelFontSize: 12 },
  axis: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal', labelLimit: 300, gridColor: '#e4e7eb' },
} as const;

/** A chart as a stand-alone SVG. */
export async function drawn(spec: TopLevelSpec): Promise<string> {
  const { spec: program } = compile({ ...spec, config: look });
  const view = new View(parse(program), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg}\n`;
}
