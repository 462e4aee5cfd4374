import { Injectable } from '@nestjs/common';
import type { PolicyChoice } from '@app/contracts/http/asking.js';
import { policyByVersion, policyOf } from '@app/domain/matching/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** What an organisation chose. */
export interface ChosenPolicy {
  readonly policy: PolicyChoice;
  readonly shadow: PolicyChoice | null;
}

export interface PolicyChange {
  readonly at: number;
  readonly byId: string;
  readonly from: ChosenPolicy;
  readonly to: ChosenPolicy;
}

export interface ShadowFigures {
  readonly waves: number;
  readonly asked: number;
  readonly newcomers: number;
  readonly askedInShadow: number;
  readonly newcomersInShadow: number;
  readonly samePeople: number;
}

const mostChanges = 50;

/** The policy of each organisation, every change of it, and what can be told about it in figures. Needs system transactions. */
@Injectable()
export class AskingPolicyStore {
  /** What an organisation chose, locked until the transaction ends when it is going to change; null when there is none such. */
  async chosen(tx: Transaction, organisationId: string, lock = false): Promise<ChosenPolicy | null> {
    const [row] = await tx.query<{
      preset: PolicyChoice['preset'];
      tempo: PolicyChoice['tempo'];
      shadow: string | null;
    }>(
      `SELECT policy_preset AS preset, policy_tempo AS tempo, shadow_policy AS shadow FROM association
        WHERE municipality_id = $1 AND id = $2 ${lock ? 'FOR UPDATE' : ''}`,
      [tx.tenancy.municipalityId, organisationId],
    );
    return row ? { policy: { preset: row.preset, tempo: row.tempo }, shadow: choiceOf(row.shadow) } : null;
  }

  /** Changes the policy and writes down who did it. */
  async change(tx: Transaction, organisationId: string, { byId, from, to }: Omit<PolicyChange, 'at'>): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const { policy, shadow } = to;
    await tx.query(
      `UPDATE association SET policy_preset = $3, policy_tempo = $4, shadow_policy = $5 WHERE municipality_id = $1 AND id = $2`,
      [municipalityId, organisationId, policy.preset, policy.tempo, shadow && versionOf(shadow)],
    );
    await tx.query(
      `INSERT INTO policy_change (municipality_id, id, association_id, changed_at, changed_by, from_policy, to_policy, from_shadow, to_shadow)
       VALUES ($1, $2, $3, app_now(), $4, $5, $6, $7, $8)`,
      [
        municipalityId,
        newId(),
        organisationId,
        byId,
        versionOf(from.policy),
        versionOf(policy),
        from.shadow && versionOf(from.shadow),
        shadow && versionOf(shadow),
      ],
    );
  }

  /** The latest changes, newest first. */
  async changes(tx: Transaction, organisationId: string): Promise<PolicyChange[]> {
    const rows = await tx.query<{
      changed_at: Date;
      changed_by: string;
      from_policy: string;
      to_policy: string;
      from_shadow: string | null;
      to_shadow: string | null;
    }>(
      `SELECT changed_at, changed_by, from_policy, to_policy, from_shadow, to_shadow FROM policy_change
        WHERE municipality_id = $1 AND association_id = $2 ORDER BY changed_at DESC, id DESC LIMIT ${mostChanges}`,
      [tx.tenancy.municipalityId, organisationId],
    );
    return rows.map((row) => ({
      at: row.changed_at.getTime(),
      byId: row.changed_by,
      from: { policy: knownChoice(row.from_policy), shadow: choiceOf(row.from_shadow) },
      to: { policy: knownChoice(row.to_policy), shadow: choiceOf(row.to_shadow) },
    }));
  }

  /** What the last 30 days' waves would have been in the shadow of this policy. */
  async shadowFigures(tx: Transaction, organisationId: string, shadow: PolicyChoice): Promise<ShadowFigures | null> {
    const [row] = await tx.query<ShadowFigures>(
      `SELECT count(*)::int AS waves, coalesce(sum(own.asked), 0)::int AS asked,
              coalesce(sum(own.newcomers), 0)::int AS newcomers, coalesce(sum(tried.asked), 0)::int AS "askedInShadow",
              coalesce(sum(tried.newcomers), 0)::int AS "newcomersInShadow",
              coalesce(sum(tried.same_people), 0)::int AS "samePeople"
         FROM matching_decision tried
         JOIN matching_decision own ON own.municipality_id = tried.municipality_id AND own.id = tried.shadow_of
         JOIN help_request r ON r.municipality_id = own.municipality_id AND r.id = own.help_request_id
        WHERE tried.municipality_id = $1 AND r.association_id = $2 AND tried.policy_version = $3
          AND tried.decided_at > app_now() - interval '30 days'`,
      [tx.tenancy.municipalityId, organisationId, versionOf(shadow)],
    );
    return row && row.waves > 0 ? row : null;
  }
}

function versionOf({ preset, tempo }: PolicyChoice): string {
  return policyOf(preset, tempo).version;
}

/** The choice that a version stands for; null when it is none, or one that is no longer known. */
function choiceOf(version: string | null): PolicyChoice | null {
  return version !== null && policyByVersion(version) ? knownChoice(version) : null;
}

function knownChoice(version: string): PolicyChoice {
  const [, preset, tempo] = version.split('/');
  return { preset, tempo } as PolicyChoice;
}
