import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rounded } from './figures.js';

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const owners = ['ours', 'queue', 'database', 'mail', 'framework', 'node'] as const;
type Owner = (typeof owners)[number];

/** Whose code a function is, by where it was loaded from. */
function ownerOf(url: string): Owner {
  if (!url.includes('/node_modules/')) return url.startsWith('file:') ? 'ours' : 'node';
  if (/\/node_modules\/(bullmq|ioredis|msgpackr)/.test(url)) return 'queue';
  if (/\/node_modules\/(pg|typeorm|postgres)/.test(url)) return 'database';
  if (/\/node_modules\/nodemailer/.test(url)) return 'mail';
  return 'framework';
}

/** Share of a process's busy time spent in whose code, from the profile it left in a folder at its end. */
export function cpuShares(folder: string): Record<Owner, number> {
  const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
  if (file === undefined) throw new Error('The profiled process left no profile');
  const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = Object.fromEntries(owners.map((owner) => [owner, 0])) as Record<Owner, number>;
  profile.samples.forEach((id, index) => {
    const frame = frames.get(id);
    if (!frame || frame.functionName === '(idle)' || frame.functionName === '(program)') return;
    spent[ownerOf(frame.url)] += profile.timeDeltas[index] ?? 0;
  });
  const total = Object.values(spent).reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(owners.map((owner) => [owner, rounded(spent[owner] / total)])) as Record<Owner, number>;
}

/** Ticks of the Linux clock a second; the kernel has reported times in these since ever. */
const ticksPerSecond = 100;

/** Seconds of processor time that a process and the children it has now have used; undefined where /proc is not. */
export function cpuSeconds(pid: number): number | undefined {
  try {
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => statOf(Number(name)))
      .filter((stat) => stat?.parent === pid);
    const own = statOf(pid);
    if (!own) return undefined;
    return rounded([own, ...children].reduce((sum, stat) => sum + (stat?.ticks ?? 0), 0) / ticksPerSecond);
  } catch {
    return undefined;
  }
}

function statOf(pid: number): { readonly parent: number; readonly ticks: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; fields count from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent, ...ticks] = [1, 11, 12, 13, 14].map((index) => Number(fields[index]));
    return { parent: parent ?? 0, ticks: ticks.reduce((sum, one) => sum + one, 0) };
  } catch {
    return undefined;
  }
}
