import { Injectable } from '@nestjs/common';
import type { Assignment, Segment } from '@app/domain/activation/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

export interface CampaignRow {
  readonly id: string;
  readonly association_id: string;
  readonly segment: Segment;
  readonly started_by_id: string;
  readonly words_enc: Buffer | null;
  readonly started_at: Date;
  readonly stopped_at: Date | null;
  readonly finished_at: Date | null;
  readonly invited_people: number;
  readonly held_out_people: number;
  readonly invited_helped: number | null;
  readonly held_out_helped: number | null;
  readonly stopped_for_harm: boolean;
  readonly written: number;
  /** Of whom a letter reached, who wanted none any more or left. */
  readonly unwelcome: number;
  readonly waiting: number;
}

export interface NewCampaign {
  readonly id: string;
  readonly associationId: string;
  readonly segment: Segment;
  readonly startedById: string;
  readonly wordsEnc: Buffer | null;
  readonly seed: number;
  readonly assignment: Assignment;
}

/** Somebody whose turn it is. */
export interface WaitingInvitation {
  readonly id: string;
  readonly person_id: string;
}

const columns = `c.id, c.association_id, c.segment, c.started_by_id, c.words_enc, c.started_at, c.stopped_at, c.stopped_for_harm, c.finished_at,
  c.invited_people, c.held_out_people, c.invited_helped, c.held_out_helped,
  (SELECT count(*)::int FROM invitation i WHERE i.municipality_id = c.municipality_id AND i.campaign_id = c.id
      AND i.written_at IS NOT NULL AND i.withheld_at IS NULL) AS written,
  (SELECT count(*)::int FROM invitation i WHERE i.municipality_id = c.municipality_id AND i.campaign_id = c.id
      AND i.unwelcome_at IS NOT NULL) AS unwelcome,
  (SELECT count(*)::int FROM invitation i WHERE i.municipality_id = c.municipality_id AND i.campaign_id = c.id
      AND i.arm = 'invited' AND i.written_at IS NULL AND i.person_id IS NOT NULL) AS waiting`;

/**
 * Whether somebody completed a help in the time that counts. From the agreements themselves, so that it cannot differ from
 * what the requests say.
 */
const helpedInTime = `EXISTS (
  SELECT 1 FROM acceptance a
    JOIN help_request h ON h.municipality_id = a.municipality_id AND h.id = a.help_request_id
   WHERE a.municipality_id = i.municipality_id AND a.person_id = i.person_id AND a.status = 'confirmed'
     AND h.status = 'completed' AND h.closed_at > c.started_at AND h.closed_at <= c.started_at + $3 * interval '1 millisecond')`;

/** The only writer of campaigns and of who was drawn. Needs system transactions. */
@Injectable()
export class CampaignStore {
  /** @returns false when a campaign for this group runs already */
  async insert(tx: Transaction, campaign: NewCampaign): Promise<boolean> {
    const { municipalityId } = tx.tenancy;
    const { invited, heldOut } = campaign.assignment;
    const made = await tx.query(
      `INSERT INTO campaign (municipality_id, id, association_id, segment, started_by_id, words_enc, seed, started_at,
                             next_due_at, invited_people, held_out_people)
       VALUES ($1, $2, $3, $4, $5, $6, $7, app_now(), app_now(), $8, $9)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        municipalityId,
        campaign.id,
        campaign.associationId,
        campaign.segment,
        campaign.startedById,
        campaign.wordsEnc,
        campaign.seed,
        invited.length,
        heldOut.length,
      ],
    );
    if (made.length === 0) return false;
    const people = [...invited, ...heldOut];
    await tx.query(
      `INSERT INTO invitation (municipality_id, id, campaign_id, person_id, arm, position)
       SELECT $1, m.id, $2, m.person_id, CASE WHEN m.position <= $5 THEN 'invited' ELSE 'held-out' END, m.position
         FROM unnest($3::uuid[], $4::uuid[]) WITH ORDINALITY AS m(id, person_id, position)`,
      [municipalityId, campaign.id, people.map(() => newId()), people, invited.length],
    );
    return true;
  }

  /** Newest first. */
  async of(tx: Transaction, associationId: string): Promise<CampaignRow[]> {
    return tx.query<CampaignRow>(
      `SELECT ${columns} FROM campaign c WHERE c.municipality_id = $1 AND c.association_id = $2
        ORDER BY c.started_at DESC, c.id DESC LIMIT 50`,
      [tx.tenancy.municipalityId, associationId],
    );
  }

  async find(tx: Transaction, id: string, lock = false): Promise<CampaignRow | undefined> {
    const [row] = await tx.query<CampaignRow>(
      `SELECT ${columns} FROM campaign c WHERE c.municipality_id = $1 AND c.id = $2 ${lock ? 'FOR UPDATE' : ''}`,
      [tx.tenancy.municipalityId, id],
    );
    return row;
  }

  /** People who are not written to yet, in the order that was drawn. */
  async waiting(tx: Transaction, campaignId: string): Promise<WaitingInvitation[]> {
    return tx.query<WaitingInvitation>(
      `SELECT id, person_id FROM invitation WHERE municipality_id = $1 AND campaign_id = $2 AND arm = 'invited'
          AND written_at IS NULL AND person_id IS NOT NULL ORDER BY position`,
      [tx.tenancy.municipalityId, campaignId],
    );
  }

  /** How many letters left since a moment. */
  async writtenSince(tx: Transaction, campaignId: string, since: number): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM invitation WHERE municipality_id = $1 AND campaign_id = $2 AND written_at >= $3`,
      [tx.tenancy.municipalityId, campaignId, new Date(since)],
    );
    return row?.count ?? 0;
  }

  /** Notes that it is somebody's turn: the very moment that was counted in their week. */
  async markWritten(tx: Transaction, invitationId: string): Promise<void> {
    await tx.query('UPDATE invitation SET written_at = $3 WHERE municipality_id = $1 AND id = $2', [
      tx.tenancy.municipalityId,
      invitationId,
      new Date(tx.now),
    ]);
  }

  /** Notes that a letter did not leave after all, when its turn had come. */
  async markWithheld(tx: Transaction, invitationId: string): Promise<void> {
    await tx.query('UPDATE invitation SET withheld_at = app_now() WHERE municipality_id = $1 AND id = $2', [
      tx.tenancy.municipalityId,
      invitationId,
    ]);
  }

  /** When the campaign has to be looked at again; null when nothing of it is left to do. */
  async setDue(tx: Transaction, campaignId: string, dueAt: number): Promise<void> {
    await tx.query('UPDATE campaign SET next_due_at = $3 WHERE municipality_id = $1 AND id = $2', [
      tx.tenancy.municipalityId,
      campaignId,
      new Date(dueAt),
    ]);
    tx.append('campaign.set', { campaignId, dueAt });
  }

  /** Stops the letters of a campaign, once and for good; the measurement goes on. */
  async stop(tx: Transaction, campaignId: string, forHarm = false): Promise<void> {
    await tx.query(
      `UPDATE campaign SET stopped_at = app_now(), stopped_for_harm = $3
        WHERE municipality_id = $1 AND id = $2 AND stopped_at IS NULL`,
      [tx.tenancy.municipalityId, campaignId, forHarm],
    );
  }

  /** Looks at the outcome, once: everybody counts in the part they were drawn into. */
  async finish(tx: Transaction, campaignId: string, withinMs: number): Promise<void> {
    const keys = [tx.tenancy.municipalityId, campaignId];
    await tx.query(
      `UPDATE invitation i SET helped = coalesce(i.helped, ${helpedInTime})
         FROM campaign c WHERE c.municipality_id = i.municipality_id AND c.id = i.campaign_id
          AND i.municipality_id = $1 AND i.campaign_id = $2`,
      [...keys, withinMs],
    );
    await tx.query(
      `UPDATE campaign c SET finished_at = app_now(), next_due_at = NULL,
              invited_helped = (SELECT count(*) FROM invitation i WHERE i.municipality_id = $1 AND i.campaign_id = $2
                                   AND i.arm = 'invited' AND i.helped),
              held_out_helped = (SELECT count(*) FROM invitation i WHERE i.municipality_id = $1 AND i.campaign_id = $2
                                    AND i.arm = 'held-out' AND i.helped)
        WHERE c.municipality_id = $1 AND c.id = $2 AND c.finished_at IS NULL`,
      keys,
    );
  }

  /** Lets a person go, and keeps what counts: in which part one more was, and whether that one helped. */
  async forget(tx: Transaction, personId: string, withinMs: number): Promise<void> {
    await tx.query(
      `UPDATE invitation i SET helped = coalesce(i.helped, ${helpedInTime}), person_id = NULL,
              unwelcome_at = CASE WHEN i.withheld_at IS NULL AND c.finished_at IS NULL AND i.written_at IS NOT NULL
                                  THEN coalesce(i.unwelcome_at, app_now()) ELSE i.unwelcome_at END
         FROM campaign c WHERE c.municipality_id = i.municipality_id AND c.id = i.campaign_id
          AND i.municipality_id = $1 AND i.person_id = $2`,
      [tx.tenancy.municipalityId, personId, withinMs],
    );
    await tx.query('UPDATE campaign SET words_enc = NULL WHERE municipality_id = $1 AND started_by_id = $2', [
      tx.tenancy.municipalityId,
      personId,
    ]);
  }
}
