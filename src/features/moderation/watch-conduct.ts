import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { Reactions } from '@app/platform/outbox/reactions.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { ReportStore } from './report.store.js';

/** When conduct is a pattern that a person should look at. It only raises a report: people decide. */
const patterns = {
  cancelled: { from: 2, within: '30 days', kind: 'often-cancels' },
  'address-seen': { from: 4, within: '1 day', kind: 'sees-many-addresses' },
} as const;

/** Notes what somebody did, once an event, and raises a report when it becomes a pattern. */
@Injectable()
@HandlesJob('moderation.watch-conduct')
export class WatchConduct implements JobHandler<'moderation.watch-conduct'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ReportStore) private readonly reports: ReportStore,
  ) {}

  async handle(data: JobMap['moderation.watch-conduct']): Promise<void> {
    const { municipalityId, personId, mark, eventId, associationId, helpRequestId } = data;
    const { from, within, kind } = patterns[mark];
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      await tx.query('SELECT 1 FROM person WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
        municipalityId,
        personId,
      ]);
      const noted = await tx.query(
        `INSERT INTO conduct_mark (municipality_id, person_id, kind, event_id, at)
         SELECT $1, $2, $3, $4, app_now() WHERE EXISTS (SELECT 1 FROM person WHERE municipality_id = $1 AND id = $2)
         ON CONFLICT DO NOTHING RETURNING event_id`,
        [municipalityId, personId, mark, eventId],
      );
      const [row] = await tx.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM conduct_mark
          WHERE municipality_id = $1 AND person_id = $2 AND kind = $3 AND at > app_now() - $4::interval`,
        [municipalityId, personId, mark, within],
      );
      if (noted.length === 0 || (row?.count ?? 0) < from || (await this.reports.isRaised(tx, personId, kind))) return;
      const id = newId();
      await this.reports.insert(tx, {
        id,
        associationId,
        reporterId: null,
        subjectId: personId,
        helpRequestId,
        kind,
        textEnc: null,
      });
    });
  }
}

/** What of somebody's conduct is worth noting. */
export const moderationReactions: Reactions = {
  // Whoever is parted from somebody did not cancel.
  'help-request.withdrawn': ({ id, municipalityId, payload }) =>
    payload.hadSeat && payload.partedBy === undefined
      ? [
          {
            name: 'moderation.watch-conduct',
            id: `${id}-conduct`,
            data: {
              municipalityId,
              personId: payload.personId,
              mark: 'cancelled',
              eventId: id,
              associationId: payload.associationId,
              helpRequestId: payload.helpRequestId,
            },
          },
        ]
      : [],
  'help-request.confirmed': ({ id, municipalityId, payload }) => [
    {
      name: 'moderation.watch-conduct',
      id: `${id}-conduct`,
      data: {
        municipalityId,
        personId: payload.personId,
        mark: 'address-seen',
        eventId: id,
        associationId: payload.associationId,
        helpRequestId: payload.helpRequestId,
      },
    },
  ],
};
