import { Injectable } from '@nestjs/common';
import type { DeskParty, DeskTheme } from '@app/contracts/http/desk.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { QuestionFacts } from './desk-question.policy.js';

/** Days after which the desk takes a question over, or is late itself. */
const dueDays = 2;

export interface QuestionRow {
  readonly id: string;
  readonly asker_id: string;
  /** The organiser who wrote it down for somebody on the telephone. */
  readonly noted_by_id: string | null;
  readonly status: 'open' | 'answered';
  readonly text_enc: Buffer | null;
  readonly answer_enc: Buffer | null;
  readonly owner_kind: DeskParty['kind'];
  readonly owner_id: string | null;
  readonly offered_kind: DeskParty['kind'] | null;
  readonly offered_id: string | null;
  readonly theme: DeskTheme | null;
  readonly asked_at: Date;
  readonly due_at: Date;
  readonly late_at: Date | null;
  readonly answered_at: Date | null;
  readonly version: number;
  /** It went to a fallback before, so that from there it goes to the desk. */
  readonly went_on: boolean;
  readonly keep_in_touch: boolean;
  readonly has_email: boolean;
}

const select = `
  SELECT q.id, q.asker_id, q.noted_by_id, q.status, q.text_enc, q.answer_enc, q.owner_kind, q.owner_id, q.offered_kind, q.offered_id,
         q.theme, q.asked_at, q.due_at, q.late_at, q.answered_at, q.version, q.went_on, q.keep_in_touch,
         p.email_index IS NOT NULL AS has_email
    FROM desk_question q JOIN person p ON p.municipality_id = q.municipality_id AND p.id = q.asker_id
   WHERE q.municipality_id = $1`;
const openFirst = `ORDER BY (q.status = 'open') DESC, CASE WHEN q.status = 'open' THEN q.due_at END, q.answered_at DESC LIMIT 200`;

/** Where the words of a question belong, all under the key of the asker. */
export function questionPlace(column: 'text_enc' | 'answer_enc', id: string) {
  return { table: 'desk_question', column, rowId: id };
}

export function factsOf(row: QuestionRow): QuestionFacts {
  return {
    isOpen: row.status === 'open',
    owner: { kind: row.owner_kind, organisationId: row.owner_id },
    offeredTo: row.offered_kind && { kind: row.offered_kind, organisationId: row.offered_id },
  };
}

/** The only writer of questions to the desk. Needs a system transaction. */
@Injectable()
export class DeskQuestionStore {
  async insert(
    tx: Transaction,
    question: {
      id: string;
      askerId: string;
      notedById: string | null;
      textEnc: Buffer;
      owner: DeskParty;
      wentOn: boolean;
      keepInTouch: boolean;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO desk_question (municipality_id, id, asker_id, noted_by_id, status, text_enc, owner_kind, owner_id,
                                  went_on, keep_in_touch, asked_at, due_at, version)
       VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, app_now(), app_now() + interval '${dueDays} days', 1)`,
      [
        tx.tenancy.municipalityId,
        question.id,
        question.askerId,
        question.notedById,
        question.textEnc,
        question.owner.kind,
        question.owner.organisationId,
        question.wentOn,
        question.keepInTouch,
      ],
    );
  }

  async read(tx: Transaction, id: string, lock = false): Promise<QuestionRow | undefined> {
    const [row] = await tx.query<QuestionRow>(`${select} AND q.id = $2 ${lock ? 'FOR UPDATE OF q' : ''}`, [
      tx.tenancy.municipalityId,
      id,
    ]);
    return row;
  }

  ofAsker(tx: Transaction, askerId: string): Promise<QuestionRow[]> {
    return tx.query<QuestionRow>(`${select} AND q.asker_id = $2 ${openFirst}`, [tx.tenancy.municipalityId, askerId]);
  }

  /** Of these organisations, and of welfare: theirs, or offered to them. */
  ofOwners(tx: Transaction, organisationIds: readonly string[], welfare: boolean): Promise<QuestionRow[]> {
    return tx.query<QuestionRow>(
      `${select} AND (q.owner_id = ANY ($2::uuid[]) OR ($3 AND q.owner_kind = 'welfare')
         OR q.status = 'open' AND (q.offered_id = ANY ($2::uuid[]) OR ($3 AND q.offered_kind = 'welfare'))) ${openFirst}`,
      [tx.tenancy.municipalityId, organisationIds, welfare],
    );
  }

  /** Of people without e-mail, of the last year: those of these organisations, and those that this organiser noted. */
  notedFor(tx: Transaction, organisationIds: readonly string[], organiserId: string): Promise<QuestionRow[]> {
    return tx.query<QuestionRow>(
      `${select} AND q.noted_by_id IS NOT NULL AND p.email_index IS NULL
         AND (q.owner_id = ANY ($2::uuid[]) OR q.noted_by_id = $3) AND q.asked_at > app_now() - interval '1 year' ${openFirst}`,
      [tx.tenancy.municipalityId, organisationIds, organiserId],
    );
  }

  async askedInADay(tx: Transaction, askerId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM desk_question
        WHERE municipality_id = $1 AND asker_id = $2 AND asked_at > app_now() - interval '1 day'`,
      [tx.tenancy.municipalityId, askerId],
    );
    return row?.count ?? 0;
  }

  async offer(tx: Transaction, id: string, to: DeskParty | null): Promise<void> {
    await tx.query(
      `UPDATE desk_question SET offered_kind = $3, offered_id = $4, version = version + 1
        WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id, to?.kind ?? null, to?.organisationId ?? null],
    );
  }

  /** It has another owner from now on, with a clock of its own. */
  async move(tx: Transaction, id: string, to: DeskParty, goesOn = false): Promise<void> {
    await tx.query(
      `UPDATE desk_question SET owner_kind = $3, owner_id = $4, offered_kind = NULL, offered_id = NULL, late_at = NULL,
              due_at = app_now() + interval '${dueDays} days', went_on = went_on OR $5, version = version + 1
        WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id, to.kind, to.organisationId, goesOn],
    );
  }

  async keepInTouch(tx: Transaction, id: string, wanted: boolean): Promise<void> {
    await tx.query(
      'UPDATE desk_question SET keep_in_touch = $3, version = version + 1 WHERE municipality_id = $1 AND id = $2',
      [tx.tenancy.municipalityId, id, wanted],
    );
  }

  async markLate(tx: Transaction, id: string): Promise<void> {
    await tx.query(
      'UPDATE desk_question SET late_at = app_now(), version = version + 1 WHERE municipality_id = $1 AND id = $2',
      [tx.tenancy.municipalityId, id],
    );
  }

  async answer(tx: Transaction, id: string, answerEnc: Buffer, theme: DeskTheme): Promise<void> {
    await tx.query(
      `UPDATE desk_question SET status = 'answered', answer_enc = $3, theme = $4, answered_at = app_now(),
              offered_kind = NULL, offered_id = NULL, version = version + 1
        WHERE municipality_id = $1 AND id = $2`,
      [tx.tenancy.municipalityId, id, answerEnc, theme],
    );
  }

  async wipeWords(tx: Transaction, id: string): Promise<void> {
    await tx.query(
      'UPDATE desk_question SET text_enc = NULL, answer_enc = NULL WHERE municipality_id = $1 AND id = $2',
      [tx.tenancy.municipalityId, id],
    );
  }
}
