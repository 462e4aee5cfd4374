import { Inject, Injectable } from '@nestjs/common';
import type { CampaignResult } from '@app/contracts/http/activation.js';
import { measuredAt, shownEffect } from '@app/domain/activation/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { isMonitor, type PersonActor } from '@app/platform/identity/actor.js';

interface ResultRow {
  readonly association: string;
  readonly segment: CampaignResult['segment'];
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly invited_people: number;
  readonly held_out_people: number;
  readonly invited_helped: number | null;
  readonly held_out_helped: number | null;
}

/** What campaigns of all organisations did, for who follows the municipality: never who, and no number below ten. */
@Injectable()
export class CampaignResults {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Newest first. @throws ProblemError not-allowed, not-found when it is another municipality */
  list(actor: PersonActor, code: string): Promise<CampaignResult[]> {
    if (!isMonitor(actor)) throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const own = await tx.query('SELECT 1 FROM municipality WHERE id = $1 AND code = $2', [
        actor.municipalityId,
        code,
      ]);
      if (own.length === 0) throw new ProblemError('not-found');
      const rows = await tx.query<ResultRow>(
        `SELECT a.name AS association, c.segment, c.started_at, c.finished_at, c.invited_people, c.held_out_people,
                c.invited_helped, c.held_out_helped
           FROM campaign c JOIN association a ON a.municipality_id = c.municipality_id AND a.id = c.association_id
          WHERE c.municipality_id = $1 ORDER BY c.started_at DESC, c.id DESC LIMIT 200`,
        [actor.municipalityId],
      );
      return rows.map(present);
    });
  }
}

function present(row: ResultRow): CampaignResult {
  const invited = { people: row.invited_people, helped: row.invited_helped ?? 0 };
  const heldOut = { people: row.held_out_people, helped: row.held_out_helped ?? 0 };
  const { invitedHelped, heldOutHelped, verdict, effect, ...parts } = shownEffect(invited, heldOut);
  return {
    association: row.association,
    segment: row.segment,
    startedAt: row.started_at.toISOString(),
    measuredAt: new Date(measuredAt(row.started_at.getTime())).toISOString(),
    ...parts,
    result: row.finished_at === null ? null : { invitedHelped, heldOutHelped, verdict, effect },
  };
}
