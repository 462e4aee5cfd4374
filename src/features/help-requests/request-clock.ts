import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { HelpRequestCommand } from '@app/domain/help-request/index.js';
import { AnsweringHours } from '@app/features/associations/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { HelpRequestStore } from './help-request.store.js';
import { RequestDecider } from './request-decider.js';

@Injectable()
class SystemCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(HelpRequestStore) private readonly store: HelpRequestStore,
    @Inject(RequestDecider) private readonly decider: RequestDecider,
  ) {}

  async run(
    municipalityId: string,
    id: string,
    commandOf: (tx: Transaction, associationId: string) => Promise<HelpRequestCommand>,
  ): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const loaded = await this.store.lock(tx, id);
      // A request that was erased has no clock any more.
      if (loaded) await this.decider.apply(tx, loaded, await commandOf(tx, loaded.row.associationId));
    });
  }
}

/** Does what the clock of a request says is due: calling in a person, asking how it went, closing. */
@Injectable()
@HandlesJob('help-requests.keep-clock')
class KeepClock implements JobHandler<'help-requests.keep-clock'> {
  constructor(
    @Inject(SystemCommand) private readonly command: SystemCommand,
    @Inject(AnsweringHours) private readonly hours: AnsweringHours,
  ) {}

  handle({ municipalityId, helpRequestId }: JobMap['help-requests.keep-clock']): Promise<void> {
    return this.command.run(municipalityId, helpRequestId, async (tx, associationId) => ({
      type: 'tick',
      onlyDeskIsOpen: await this.hours.onlyDeskIsOpen(tx, associationId),
    }));
  }
}

/** Nobody can be asked now, so a person is called in at once. */
@Injectable()
@HandlesJob('help-requests.escalate-unreachable')
class EscalateUnreachable implements JobHandler<'help-requests.escalate-unreachable'> {
  constructor(@Inject(SystemCommand) private readonly command: SystemCommand) {}

  handle({ municipalityId, helpRequestId }: JobMap['help-requests.escalate-unreachable']): Promise<void> {
    return this.command.run(municipalityId, helpRequestId, () => Promise.resolve({ type: 'escalate-unreachable' }));
  }
}

/** Requests whose clock stands still although it is time. */
@Injectable()
@Sweeps('help-request-clock')
class OverdueClocks implements OverdueWork {
  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM help_request WHERE municipality_id = $1 AND next_due_at <= app_now() ORDER BY next_due_at LIMIT 1000`,
      [municipalityId],
    );
    return rows.map(({ id }) => ({
      name: 'help-requests.keep-clock',
      data: { municipalityId, helpRequestId: id },
      id: sweepId(['clock', id], tx.now),
    }));
  }
}

/** Everything that keeps the clocks of requests. */
export const requestClock = [SystemCommand, KeepClock, EscalateUnreachable, OverdueClocks];
