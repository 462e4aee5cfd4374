import { Injectable } from '@nestjs/common';
import {
  launchedGeneration,
  policyGenerations,
  type PolicyName,
  policyNameOf,
  policyOf,
} from '@app/domain/matching/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** What an organisation chose, and by which generation it is asked. */
export interface ChosenPolicy {
  readonly policy: PolicyName;
  readonly shadow: PolicyName | null;
}

export interface PolicyChange {
  readonly at: number;
  /** Null when everybody got another generation. */
  readonly byId: string | null;
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

const otherGenerations = policyGenerations.filter((generation) => generation !== launchedGeneration);

/** A generation that this program does not know is of a newer one that runs beside it, and is left alone. */
const anotherGeneration = '(policy_generation IS NULL OR policy_generation = ANY ($2))';

/** The policy of each organisation, every change of it, and what can be told about it in figures. Needs system transactions. */
@Injectable()
export class AskingPolicyStore {
  /** What an organisation chose, locked until the transaction ends when it is going to change; null when there is none such. */
  async chosen(tx: Transaction, organisationId: string, lock = false): Promise<ChosenPolicy | null> {
    const [row] = await tx.query<{
      preset: PolicyName['preset'];
      tempo: PolicyName['tempo'];
      shadow: string | null;
    }>(
      `SELECT policy_preset AS preset, policy_tempo AS tempo, shadow_policy AS shadow FROM association
        WHERE municipality_id = $1 AND id = $2 ${lock ? 'FOR UPDATE' : ''}`,
      [tx.tenancy.municipalityId, organisationId],
    );
    if (!row) return null;
    const { preset, tempo, shadow } = row;
    return { policy: { generation: launchedGeneration, preset, tempo }, shadow: nameOf(shadow) };
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
      changed_by: string | null;
      from_policy: string;
      to_policy: string;
      from_shadow: string | null;
      to_shadow: string | null;
    }>(
      `SELECT changed_at, changed_by, from_policy, to_policy, from_shadow, to_shadow FROM policy_change
        WHERE municipality_id = $1 AND association_id = $2 ORDER BY changed_at DESC, id DESC LIMIT ${mostChanges}`,
      [tx.tenancy.municipalityId, organisationId],
    );
    return rows.flatMap((row) => {
      const [from, to] = [nameOf(row.from_policy), nameOf(row.to_policy)];
      // A newer program that runs beside this one may have written a generation that is not known here yet.
      if (!from || !to) return [];
      return {
        at: row.changed_at.getTime(),
        byId: row.changed_by,
        from: { policy: from, shadow: nameOf(row.from_shadow) },
        to: { policy: to, shadow: nameOf(row.to_shadow) },
      };
    });
  }

  /** What the last 30 days' waves would have been in the shadow of this policy. */
  async shadowFigures(tx: Transaction, organisationId: string, shadow: PolicyName): Promise<ShadowFigures | null> {
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

  /** Whether some organisation was last known to be asked by another generation than the present one. */
  async isBehind(tx: Transaction): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM association WHERE municipality_id = $1 AND ${anotherGeneration} LIMIT 1`,
      [tx.tenancy.municipalityId, otherGenerations],
    );
    return rows.length > 0;
  }

  /** Writes down that organisations are asked by another generation from now on; of a new one only by which it is. */
  async noteGeneration(tx: Transaction): Promise<void> {
    await tx.query(
      `WITH behind AS (
         SELECT id, policy_generation AS was FROM association WHERE municipality_id = $1 AND ${anotherGeneration} FOR UPDATE
       ), moved AS (
         UPDATE association a SET policy_generation = $3 FROM behind WHERE a.municipality_id = $1 AND a.id = behind.id
         RETURNING a.id, behind.was, a.policy_preset || '/' || a.policy_tempo AS choice, a.shadow_policy AS shadow
       )
       INSERT INTO policy_change (municipality_id, id, association_id, changed_at, from_policy, to_policy, from_shadow, to_shadow)
       SELECT $1, gen_random_uuid(), id, app_now(), was || '/' || choice, $3 || '/' || choice, shadow, shadow
         FROM moved WHERE was IS NOT NULL`,
      [tx.tenancy.municipalityId, otherGenerations, launchedGeneration],
    );
  }
}

function versionOf({ preset, tempo, generation }: PolicyName): string {
  return policyOf(preset, tempo, generation).version;
}

/** What a version stands for; null when there is none, or one that is no longer known. */
function nameOf(version: string | null): PolicyName | null {
  return version === null ? null : (policyNameOf(version) ?? null);
}
