import type { AnyPlannedJob, JobName } from '@app/contracts/jobs/job-map.js';

/**
 * What is taken up first when more waits than can be done at once: nothing named before 1, 1 before 2. Every request has
 * its first neighbours asked before it is planned whom to ask about the next request, and that before anybody's last
 * neighbours are asked. Planning first would have everybody wait until everything was planned.
 */
const turns: Partial<Record<JobName, number>> = {
  'notifications.send': 1,
  'matching.plan-wave': 3,
  'board.project': 4,
  'realtime.hint': 4,
  'circles.hint': 4,
  'coordination.hint-list': 4,
};

/** @param isFirst whether it carries the first asks of its request, or no asks at all */
export function priorityOf({ name, wave }: AnyPlannedJob, isFirst: boolean): number | undefined {
  if (wave === undefined) return turns[name];
  if (isFirst) return wave.acute ? 1 : 2;
  return wave.acute ? 5 : 6;
}
