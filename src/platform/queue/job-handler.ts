import { SetMetadata } from '@nestjs/common';
import type { JobMap, JobName } from '@app/contracts/jobs/job-map.js';

/** Metadata key under which a handler names its job. */
export const HANDLES_JOB = 'zb:handles-job';

/** The one run of a job that a handler is in. */
export interface RunningJob {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** Does one kind of job. Handling the same job twice must be harmless. */
export interface JobHandler<N extends JobName> {
  handle(data: JobMap[N], job: RunningJob): Promise<void>;
  /** Does jobs that travelled as one in fewer journeys to the database. When it fails, each is handled by itself. */
  handleTogether?(data: readonly JobMap[N][]): Promise<void>;
}

/** Declares which job a class handles; the boot refuses a job without, or with two, handlers. */
export function HandlesJob(name: JobName): ClassDecorator {
  return SetMetadata(HANDLES_JOB, name);
}
