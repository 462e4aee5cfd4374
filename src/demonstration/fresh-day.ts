import { Inject, Injectable } from '@nestjs/common';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { RealtimeHub, rooms } from '@app/platform/realtime/realtime-hub.js';

interface RemovedEntry {
  readonly associationId: string;
  readonly helpRequestId: string;
  readonly sequence: string;
  readonly version: number;
}

/** Children before parents. Cascades would do some of this, but what goes is better read than guessed. */
const tablesOfADay = [
  'ask',
  'acceptance',
  'matching_plan',
  'matching_town',
  'notification',
  'action_token',
  'reply_mail',
  'idempotency_key',
  'sign_in_challenge',
  'help_request',
  'outbox',
] as const;

/** Makes the demonstration as it was before anyone asked: the same people, rested, and nothing on the board. */
@Injectable()
export class FreshDay {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RealtimeHub) private readonly hub: RealtimeHub,
  ) {}

  async run(municipalityId: string): Promise<void> {
    const removed = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      for (const table of tablesOfADay) {
        await tx.query(`DELETE FROM ${table} WHERE municipality_id = $1`, [municipalityId]);
      }
      await restNeighbours(tx);
      return emptyBoards(tx);
    });
    for (const { associationId, helpRequestId, sequence, version } of removed) {
      const frame = { associationId, id: helpRequestId, sequence: Number(sequence), version };
      this.hub.hint(rooms.board(associationId), 'board.changed', frame);
    }
  }
}

/** What somebody did before the demonstration began stays: only the seeded help of those who help already. */
async function restNeighbours(tx: Transaction): Promise<void> {
  await tx.query(
    `UPDATE helper_load load
        SET recent_ask_times = '{}', fatigue = 0, fatigue_at = NULL, last_declined_at = NULL, last_completed_at = NULL,
            asks_total = CASE WHEN profile.already_helping THEN asks_total ELSE 0 END,
            helps_completed = CASE WHEN profile.already_helping THEN helps_completed ELSE 0 END,
            first_help_at = CASE WHEN profile.already_helping THEN first_help_at END
       FROM helper_profile profile
      WHERE load.municipality_id = $1
        AND profile.municipality_id = load.municipality_id AND profile.person_id = load.person_id`,
    [tx.tenancy.municipalityId],
  );
}

/** Takes every entry off its board at a new sequence, so that a browser that has it open hears of it. */
function emptyBoards(tx: Transaction): Promise<RemovedEntry[]> {
  return tx.query<RemovedEntry>(
    `WITH area AS (
       UPDATE board_area SET sequence = sequence + 1 WHERE municipality_id = $1 RETURNING association_id, sequence
     ), entry AS (
       UPDATE board_entry e SET visible = false, sequence = area.sequence, version = e.version + 1
         FROM area
        WHERE e.municipality_id = $1 AND e.association_id = area.association_id AND e.visible
        RETURNING e.association_id, e.help_request_id, e.sequence, e.version
     )
     SELECT association_id AS "associationId", help_request_id AS "helpRequestId", sequence, version FROM entry`,
    [tx.tenancy.municipalityId],
  );
}
