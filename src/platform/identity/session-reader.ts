import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '../crypto/secret-hash.js';
import { asSystem } from '../database/tenancy.js';
import { UnitOfWork } from '../database/unit-of-work.js';
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

/** Finds out who a session token belongs to. Asked on every call, so that ending a session works at once. */
@Injectable()
export class SessionReader {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async read(municipalityId: string, token: string): Promise<PersonActor | undefined> {
    const [row] = await this.unitOfWork.query<{ id: string; person_id: string; memberships: ActorMembership[] }>(
      asSystem(municipalityId),
      `SELECT s.id, s.person_id,
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
      memberships: row.memberships,
    };
  }
}
