import { Injectable } from '@nestjs/common';
import { featureNames } from '@app/domain/learning/index.js';
import { policyByVersion, planWave, storedWave, type StoredWave, type WavePlan } from '@app/domain/matching/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { WaveDecision } from './decide-wave.js';
import { planSummary, type PlanSummary } from './plan-summary.js';

/** How long a decision can be explained and made again. */
const keepDays = 90;
const hadItsTime = `municipality_id = $1 AND decided_at < app_now() - interval '${keepDays} days'`;

const neverHelped = featureNames.indexOf('never');

/** A decision as it was stored. */
export interface StoredDecision {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly decidedAt: number;
  readonly policyVersion: string;
  readonly stored: StoredWave;
  readonly plan: PlanSummary;
}

/** The only writer of decisions: what each rested on and what came of it. Needs system transactions. */
@Injectable()
export class DecisionStore {
  /**
   * Keeps a decision, and beside it what another policy would have decided from the same, when one is tried in the
   * shadow: nobody is asked because of that. @returns the id of the decision that is carried out
   */
  async save(tx: Transaction, { input, plan }: WaveDecision, shadowPolicy: string | null): Promise<string> {
    const id = newId();
    const about = input.request.id;
    await this.insert(tx, { id, about, plan, stored: storedWave(input, plan), shadowOf: null, samePeople: null });
    const policy = shadowPolicy === null ? undefined : policyByVersion(shadowPolicy);
    if (policy) {
      const other = planWave({ ...input, policy });
      const asked = new Set(plan.asks.map(({ personId }) => personId));
      const samePeople = other.asks.filter(({ personId }) => asked.has(personId)).length;
      await this.insert(tx, { id: newId(), about, plan: other, stored: null, shadowOf: id, samePeople });
    }
    return id;
  }

  /** The decisions about a request that were carried out, oldest first. */
  async about(tx: Transaction, helpRequestId: string): Promise<StoredDecision[]> {
    const rows = await tx.query<{
      id: string;
      decided_at: Date;
      policy_version: string;
      stored: StoredWave;
      plan: PlanSummary;
    }>(
      `SELECT id, decided_at, policy_version, stored, plan FROM matching_decision
        WHERE municipality_id = $1 AND help_request_id = $2 AND shadow_of IS NULL ORDER BY decided_at, id`,
      [tx.tenancy.municipalityId, helpRequestId],
    );
    return rows.map(({ id, decided_at: at, policy_version: policyVersion, stored, plan }) => ({
      id,
      decidedAt: at.getTime(),
      policyVersion,
      stored,
      plan,
    }));
  }

  /** Whether there is a decision that should have gone. */
  async hasOld(tx: Transaction): Promise<boolean> {
    const rows = await tx.query(`SELECT 1 FROM matching_decision WHERE ${hadItsTime} LIMIT 1`, [
      tx.tenancy.municipalityId,
    ]);
    return rows.length > 0;
  }

  /** Decisions hold what was known of people; they are kept only for as long as somebody may ask about them. */
  async forgetOld(tx: Transaction): Promise<void> {
    await tx.query(`DELETE FROM matching_decision WHERE ${hadItsTime}`, [tx.tenancy.municipalityId]);
  }

  private async insert(
    tx: Transaction,
    decision: {
      readonly id: string;
      readonly about: string;
      readonly plan: WavePlan;
      readonly stored: StoredWave | null;
      readonly shadowOf: string | null;
      readonly samePeople: number | null;
    },
  ): Promise<void> {
    const { id, about, plan, stored, shadowOf, samePeople } = decision;
    const newcomers = plan.asks.filter(({ features }) => features[neverHelped] === 1).length;
    await tx.query(
      `INSERT INTO matching_decision (municipality_id, id, help_request_id, shadow_of, decided_at, policy_version, asked,
              newcomers, same_people, stored, plan)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tx.tenancy.municipalityId,
        id,
        about,
        shadowOf,
        new Date(tx.now),
        plan.policyVersion,
        plan.asks.length,
        newcomers,
        samePeople,
        stored && JSON.stringify(stored),
        JSON.stringify(planSummary(plan)),
      ],
    );
  }
}
