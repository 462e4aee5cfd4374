import { measuredAt } from '@app/domain/activation/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { nextLocalTime } from '@app/platform/time/local-clock.js';
import { insertRows } from '../insert-rows.js';
import type { LivedCampaign } from './lived-year.js';
import type { Translation } from './lived-request-rows.js';

/** Who writes: an organisation, in the name of its coordinator. */
export interface Sender {
  readonly associationId: string;
  readonly coordinatorId: string;
}

/**
 * Stores campaigns with their draw and their letters. The one look at an outcome is left to the product: it is due at its
 * own moment, and what is past is looked at when the application starts.
 */
export async function writeCampaigns(
  tx: Transaction,
  campaigns: readonly LivedCampaign[],
  senderOf: (key: string) => Sender,
  to: Translation,
): Promise<void> {
  const { municipalityId } = tx.tenancy;
  for (const { key, segment, seed, startedAt, invited, heldOut } of campaigns) {
    if (invited.length === 0) continue;
    const [id, since] = [newId(), to.at(startedAt)];
    const { associationId, coordinatorId } = senderOf(key);
    await insertRows(tx, 'campaign', [
      {
        municipality_id: municipalityId,
        id,
        association_id: associationId,
        segment,
        started_by_id: coordinatorId,
        seed,
        started_at: new Date(since),
        next_due_at: new Date(Math.min(measuredAt(since), nextMorning(to.now))),
        invited_people: invited.length,
        held_out_people: heldOut.length,
      },
    ]);
    const drawn = [
      ...invited.map(({ personId, writtenAt }) => ({ personId, writtenAt, arm: 'invited' })),
      ...heldOut.map((personId) => ({ personId, writtenAt: null, arm: 'held-out' })),
    ];
    await insertRows(
      tx,
      'invitation',
      drawn.map(({ personId, writtenAt, arm }, index) => ({
        municipality_id: municipalityId,
        id: newId(),
        campaign_id: id,
        person_id: to.person(personId),
        arm,
        position: index + 1,
        written_at: writtenAt === null || to.at(writtenAt) > to.now ? null : new Date(to.at(writtenAt)),
      })),
    );
  }
}

function nextMorning(now: number): number {
  return nextLocalTime(now, 10 * 60);
}
