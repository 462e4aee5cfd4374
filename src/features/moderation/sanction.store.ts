import { Injectable } from '@nestjs/common';
import type { SanctionKind } from '@app/contracts/http/reports.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { Bar } from '@app/features/people/index.js';

export interface SanctionRow {
  readonly id: string;
  readonly association_id: string;
  readonly person_id: string;
  readonly kind: SanctionKind;
  readonly explanation_enc: Buffer;
  readonly imposed_by_id: string;
  readonly imposed_at: Date;
  readonly until: Date | null;
  readonly ended_at: Date | null;
  readonly appeal_status: 'open' | 'upheld' | 'granted' | null;
  readonly appeal_enc: Buffer | null;
  readonly answer_enc: Buffer | null;
  readonly lifted_enc: Buffer | null;
  readonly version: number;
}

export interface NewSanction {
  readonly id: string;
  readonly associationId: string;
  readonly personId: string;
  readonly reportId: string;
  readonly kind: SanctionKind;
  readonly explanationEnc: Buffer;
  readonly imposedById: string;
  readonly until: Date | null;
}

/** Where the words of a sanction belong, all under the key of the person it is about. */
export function sanctionPlace(column: 'explanation_enc' | 'appeal_enc' | 'answer_enc' | 'lifted_enc', id: string) {
  return { table: 'sanction', column, rowId: id };
}

const columns = `s.id, s.association_id, s.person_id, s.kind, s.explanation_enc, s.imposed_by_id, s.imposed_at, s.until,
  s.ended_at, s.appeal_status, s.appeal_enc, s.answer_enc, s.lifted_enc, s.version`;

/** The only writer of sanctions. Needs a system transaction. */
@Injectable()
export class SanctionStore {
  async insert(tx: Transaction, sanction: NewSanction): Promise<void> {
    await tx.query(
      `INSERT INTO sanction (municipality_id, id, association_id, person_id, report_id, kind, explanation_enc,
                             imposed_by_id, imposed_at, until, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, app_now(), $9, 1)`,
      [
        tx.tenancy.municipalityId,
        sanction.id,
        sanction.associationId,
        sanction.personId,
        sanction.reportId,
        sanction.kind,
        sanction.explanationEnc,
        sanction.imposedById,
        sanction.until,
      ],
    );
  }

  async read(tx: Transaction, id: string, lock = false): Promise<SanctionRow | undefined> {
    const [row] = await tx.query<SanctionRow>(
      `SELECT ${columns} FROM sanction s WHERE s.municipality_id = $1 AND s.id = $2 ${lock ? 'FOR UPDATE' : ''}`,
      [tx.tenancy.municipalityId, id],
    );
    return row;
  }

  ofPerson(tx: Transaction, personId: string): Promise<SanctionRow[]> {
    return tx.query<SanctionRow>(
      `SELECT ${columns} FROM sanction s WHERE s.municipality_id = $1 AND s.person_id = $2
        ORDER BY s.imposed_at DESC, s.id DESC LIMIT 100`,
      [tx.tenancy.municipalityId, personId],
    );
  }

  /** What holds or waits for a second look: of these organisations, or of all when it is the municipality that looks. */
  waiting(tx: Transaction, organisationIds: readonly string[] | 'all'): Promise<SanctionRow[]> {
    return tx.query<SanctionRow>(
      `SELECT ${columns} FROM sanction s
        WHERE s.municipality_id = $1 AND ($2::uuid[] IS NULL OR s.association_id = ANY ($2::uuid[]))
          AND (s.appeal_status = 'open' OR (s.ended_at IS NULL AND s.kind <> 'warning' AND (s.until IS NULL OR s.until > app_now())))
        ORDER BY (s.appeal_status = 'open') DESC NULLS LAST, s.imposed_at DESC LIMIT 200`,
      [tx.tenancy.municipalityId, organisationIds === 'all' ? null : organisationIds],
    );
  }

  async appeal(tx: Transaction, id: string, appealEnc: Buffer): Promise<void> {
    await tx.query(
      `UPDATE sanction SET appeal_status = 'open', appeal_enc = $3, appealed_at = app_now(), version = version + 1
        WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id, appealEnc],
    );
  }

  async answerAppeal(tx: Transaction, id: string, status: 'upheld' | 'granted', answerEnc: Buffer): Promise<void> {
    await tx.query(
      `UPDATE sanction SET appeal_status = $3, answer_enc = $4, version = version + 1,
              ended_at = CASE WHEN $3 = 'granted' THEN coalesce(ended_at, app_now()) ELSE ended_at END
        WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id, status, answerEnc],
    );
  }

  async lift(tx: Transaction, id: string, liftedEnc: Buffer): Promise<void> {
    await tx.query(
      `UPDATE sanction SET ended_at = app_now(), lifted_enc = $3, version = version + 1
        WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id, liftedEnc],
    );
  }

  /** What this person may not do because of all that holds now, and whether they are shut out. */
  async standingOf(tx: Transaction, personId: string): Promise<{ bars: Bar[]; removed: boolean }> {
    const rows = await tx.query<{ kind: SanctionKind; until: Date | null }>(
      `SELECT kind, until FROM sanction WHERE municipality_id = $1 AND person_id = $2 AND ended_at IS NULL
          AND (until IS NULL OR until > app_now())`,
      [tx.tenancy.municipalityId, personId],
    );
    const bars = rows.flatMap(({ kind, until }) =>
      barredFrom(kind).map((from) => ({ from, until: until?.getTime() ?? null })),
    );
    return { bars, removed: rows.some(({ kind }) => kind === 'removal') };
  }
}

function barredFrom(kind: SanctionKind): Bar['from'][] {
  if (kind === 'pause') return ['helping', 'asking'];
  if (kind === 'no-helping') return ['helping'];
  return kind === 'no-asking' ? ['asking'] : [];
}
