import { Injectable } from '@nestjs/common';
import { newId } from '../crypto/new-id.js';
import type { Transaction } from '../database/unit-of-work.js';

/** Everything that is written in the trail, by name. */
export type AuditAct =
  /** Family name, telephone or address of somebody was shown to an organiser. */
  | 'contact-viewed'
  /** A coordinator let a request through, or stopped it. */
  | 'request-approved'
  | 'request-stopped'
  /** A coordinator decided about a report; the reason is the outcome. */
  | 'report-decided'
  /** A question to the desk went from one to another, or was answered. */
  | 'desk-question-offered'
  | 'desk-question-taken'
  | 'desk-question-left'
  | 'desk-question-answered'
  /** Somebody without e-mail got a code to follow a question or request with. */
  | 'follow-code-made'
  | 'sanction-appealed'
  | 'sanction-lifted'
  | 'appeal-decided'
  /** One setting of an association was changed. */
  | 'setting-changed'
  | 'association-opened'
  /** A file was sent to be taken over; then taken, or taken away. */
  | 'import-started'
  | 'import-decided'
  | 'import-taken'
  | 'import-cancelled'
  | 'import-expired'
  | 'member-added'
  | 'member-changed'
  | 'member-removed'
  /** Codes for cards were printed, or the ones that were not used made worthless. */
  | 'vouch-sheet-issued'
  | 'vouch-sheet-revoked'
  /** Somebody used a code: the association of the card vouches for them, until it does no longer. */
  | 'vouched'
  | 'vouching-withdrawn'
  /** A certificate of conduct was seen, counts no longer, or is over. */
  | 'vog-recorded'
  | 'vog-withdrawn'
  | 'vog-lapsed'
  /** Somebody is to come along the first time, or need not, or did. */
  | 'accompaniment-changed'
  | 'accompaniment-done'
  /** Figures of a quarter were published for good. */
  | 'quarter-published'
  /** A casemanager looked into the circle of a caregiver. */
  | 'circle-viewed'
  /** A relative changed what repeats in the circle of a caregiver. */
  | 'circle-planned'
  /** An organiser announced a gathering, changed it, cancelled dates of it, or noted how many came. */
  | 'gathering-announced'
  | 'gathering-changed'
  | 'gathering-ended'
  | 'gathering-date-cancelled'
  | 'gathering-noted'
  /** A caregiver saw somebody out of the circle. */
  | 'circle-member-removed';

/** One act to write down. Ids and codes; personal values only as `PersonCipher.mac` makes them. */
export interface AuditRecord {
  readonly act: AuditAct;
  /** Who did it; null for the product itself. */
  readonly actorId: string | null;
  readonly associationId?: string | null;
  /** Whom it is about: this person sees it. */
  readonly subjectId?: string | null;
  /** The request, report or other thing it was done to. */
  readonly aboutId?: string | null;
  readonly reason?: string | null;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes the trail in the transaction of the act itself: no act without its row, and no row without its act. */
@Injectable()
export class AuditLog {
  async record(tx: Transaction, entry: AuditRecord): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const id = newId();
    await tx.query(
      `INSERT INTO audit_entry
         (municipality_id, id, at, act, actor_id, association_id, subject_id, about_id, reason, details)
       VALUES ($1, $2, app_now(), $3, $4, $5, $6, $7, $8, $9)`,
      [
        municipalityId,
        id,
        entry.act,
        entry.actorId,
        entry.associationId ?? null,
        entry.subjectId ?? null,
        entry.aboutId ?? null,
        entry.reason ?? null,
        JSON.stringify(entry.details ?? {}),
      ],
    );
    await tx.query('INSERT INTO audit_pending (municipality_id, entry_id) VALUES ($1, $2)', [municipalityId, id]);
    tx.append('audit.recorded', { entryId: id });
  }
}
