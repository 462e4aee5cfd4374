import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@app/contracts/http/vocabulary.js';
import { hashToken } from '../crypto/secret-hash.js';
import { asSystem } from '../database/tenancy.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AppConfig } from '../config/app-config.js';
import type { ActorMembership, PersonActor } from './actor.js';

export const sessionCookie = '__Host-session';

/** Token of the session cookie in a Cookie header, if there is one. */
export function sessionTokenOf(cookieHeader: string | undefined): string | undefined {
  for (const part of (cookieHeader ?? '').split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === sessionCookie) return part.slice(at + 1).trim();
  }
  return undefined;
}

interface SessionRow {
  readonly id: string;
  readonly person_id: string;
  readonly by_passkey: boolean;
  readonly memberships: readonly ActorMembership[];
}

/** Roles that see more than their own. */
const rolesOfTrust: ReadonlySet<Role> = new Set(['coordinator', 'desk', 'monitor', 'administrator']);

/** Finds out who a session token belongs to. Asked on every call, so that ending a session works at once. */
@Injectable()
export class SessionReader {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  async read(municipalityId: string, token: string): Promise<PersonActor | undefined> {
    const [row] = await this.unitOfWork.query<SessionRow>(
      asSystem(municipalityId),
      `SELECT s.id, s.person_id, s.by_passkey,
                coalesce((SELECT json_agg(json_build_object('role', m.role, 'associationId', m.association_id, 'mayChangeSettings', m.may_change_settings))
                            FROM membership m WHERE m.municipality_id = s.municipality_id AND m.person_id = s.person_id), '[]') AS memberships
           FROM session s JOIN person p ON p.municipality_id = s.municipality_id AND p.id = s.person_id
          WHERE s.municipality_id = $1 AND s.token_hash = $2 AND s.ended_at IS NULL AND s.expires_at > app_now()
            AND p.status = 'active'`,
      [municipalityId, hashToken(token)],
    );
    if (!row) return undefined;
    return {
      kind: 'person',
      municipalityId,
      personId: row.person_id,
      sessionId: row.id,
      ...this.rolesIn(row),
    };
  }

  /** Who may see others' requests must have come in with more than a mailbox. */
  private rolesIn({ memberships, by_passkey: byPasskey }: SessionRow) {
    if (byPasskey || !this.config.passkeysRequired) return { memberships, byPasskey };
    const counting = memberships.filter(({ role }) => !rolesOfTrust.has(role));
    return { memberships: counting, byPasskey, rolesHeldBack: counting.length < memberships.length };
  }
}
