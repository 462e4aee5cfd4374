import type { AnyPlannedJob, JobName } from '@app/contracts/jobs/job-map.js';
import { priorityOf } from './job-priority.js';

/** One job among those the queue carries as one. */
interface Traveller {
  readonly id: string;
  readonly data: unknown;
}

/** What the queue carries for one or several jobs of a kind. */
interface Carried {
  readonly name: JobName;
  readonly id: string;
  readonly data: unknown;
  readonly delayMs?: number | undefined;
  readonly priority: number | undefined;
}

/**
 * Jobs that come by the dozen, and how many travel as one. A wave asks some fourteen neighbours; on PostgreSQL the queue
 * spends more on carrying one message than sending it takes, and preparing two takes hardly longer than one. The first
 * few do not wait until all are ready. Each still counts, fails and is tried again by itself.
 */
const together: Partial<Record<JobName, { readonly first: number; readonly next: number }>> = {
  'notifications.send': { first: 3, next: 14 },
};

/** The same jobs in the same order, with those of a kind that may travel together put together. */
export function travellingTogether(jobs: readonly AnyPlannedJob[]): Carried[] {
  const carried: Carried[] = [];
  const groups = new Map<string, { readonly most: number; readonly travellers: Traveller[] }>();
  for (const job of jobs) {
    const { name, id, data, delayMs } = job;
    const sizes = together[name];
    if (sizes === undefined || delayMs !== undefined) {
      carried.push({ name, id, data, delayMs, priority: priorityOf(job, true) });
      continue;
    }
    const key = `${name} ${job.wave?.helpRequestId ?? ''}`;
    const group = groups.get(key);
    if (group && group.travellers.length < group.most) group.travellers.push({ id, data });
    else {
      const travellers = [{ id, data }];
      groups.set(key, { most: group ? sizes.next : sizes.first, travellers });
      carried.push({ name, id, data: { travellers }, priority: priorityOf(job, group === undefined) });
    }
  }
  return carried;
}

/** The jobs in what the queue carried. */
export function travellersIn(data: unknown, id: string): readonly Traveller[] {
  const { travellers } = data as { readonly travellers?: readonly Traveller[] };
  return travellers ?? [{ id, data }];
}
