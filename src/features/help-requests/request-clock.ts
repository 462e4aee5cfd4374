import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import type { AnyPlannedJob } from '@app/contracts/jobs/job-map.js';
import type { HelpRequestCommand } from '@app/domain/help-request/index.js';
import type { RequestStatus } from '@app/domain/kernel/vocabulary.js';
import { WhoAnswers } from '@app/features/associations/index.js';
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
    @Inject(WhoAnswers) private readonly who: WhoAnswers,
  ) {}

  async run(
    municipalityId: string,
    id: string,
    type: Extract<HelpRequestCommand, { onlyDeskIsOpen?: boolean }>['type'],
  ): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const loaded = await this.store.lock(tx, id);
      // A request that was erased has no clock any more.
      if (!loaded) return;
      const onlyDeskIsOpen = await this.who.onlyOthersAnswer(tx, loaded.row.associationId);
      const applied = await this.decider.apply(tx, loaded, { type, onlyDeskIsOpen });
      const { row } = loaded;
      if (!applied.ok || row.calledInId === null || !waitsForSomebody(row)) return;
      const after = { row, state: applied.state };
      if (await this.who.isLeftToDesk(tx, row.calledInId)) await this.decider.leaveToDesk(tx, after);
    });
  }
}

/** Nobody has agreed to come yet. */
function waitsForSomebody({ status }: { readonly status: RequestStatus }): boolean {
  return status === 'in-review' || status === 'open';
}

/** Does what the clock of a request says is due: calling in a person, asking how it went, closing. */
@Injectable()
@HandlesJob('help-requests.keep-clock')
class KeepClock implements JobHandler<'help-requests.keep-clock'> {
  constructor(@Inject(SystemCommand) private readonly command: SystemCommand) {}

  handle({ municipalityId, helpRequestId }: JobMap['help-requests.keep-clock']): Promise<void> {
    return this.command.run(municipalityId, helpRequestId, 'tick');
  }
}

/** Nobody can be asked now, so a person is called in at once. */
@Injectable()
@HandlesJob('help-requests.escalate-unreachable')
class EscalateUnreachable implements JobHandler<'help-requests.escalate-unreachable'> {
  constructor(@Inject(SystemCommand) private readonly command: SystemCommand) {}

  handle({ municipalityId, helpRequestId }: JobMap['help-requests.escalate-unreachable']): Promise<void> {
    return this.command.run(municipalityId, helpRequestId, 'escalate-unreachable');
  }
}

/** Requests whose clock stands still although it is time, and those whose called-in organisation has closed. */
@Injectable()
@Sweeps('help-request-clock')
class OverdueClocks implements OverdueWork {
  constructor(@Inject(WhoAnswers) private readonly who: WhoAnswers) {}

  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM help_request WHERE municipality_id = $1
          AND (next_due_at <= app_now() OR called_in_id = ANY ($2::uuid[]) AND status IN ('in-review', 'open'))
        ORDER BY next_due_at LIMIT 1000`,
      [municipalityId, await this.closed(tx)],
    );
    return rows.map(({ id }) => ({
      name: 'help-requests.keep-clock',
      data: { municipalityId, helpRequestId: id },
      id: sweepId(['clock', id], tx.now),
    }));
  }

  /** Organisations with requests that now belong with the desk. */
  private async closed(tx: Transaction): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT called_in_id AS id FROM help_request
        WHERE municipality_id = $1 AND called_in_id IS NOT NULL AND status IN ('in-review', 'open')`,
      [tx.tenancy.municipalityId],
    );
    const closed: string[] = [];
    for (const { id } of rows) if (await this.who.isLeftToDesk(tx, id)) closed.push(id);
    return closed;
  }
}

/** Everything that keeps the clocks of requests. */
export const requestClock = [SystemCommand, KeepClock, EscalateUnreachable, OverdueClocks];
