import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import type { VouchSheet } from '@app/contracts/http/trust.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newTypedCode } from '@app/platform/crypto/typed-code.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { printVouchSheet } from './vouch-sheet-pdf.js';

type Wanted = OperationInput<typeof operations.issueVouchSheet>['body'];
type Issued = OperationResult<typeof operations.issueVouchSheet>;

/** Signs of a code for one card: 60 random bits, short enough to type. */
export const vouchCodeLength = 12;

interface SheetRow {
  readonly id: string;
  readonly association_id: string;
  readonly issued_by_id: string;
  readonly issued_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly codes: number;
  readonly used: number;
}

const select = `
  SELECT s.id, s.association_id, s.issued_by_id, s.issued_at, s.expires_at, s.revoked_at,
         count(c.code_mark)::int AS codes, count(c.used_at)::int AS used
    FROM vouch_sheet s LEFT JOIN vouch_code c ON c.municipality_id = s.municipality_id AND c.sheet_id = s.id
   WHERE s.municipality_id = $1`;

/** Sheets of codes on paper, which a coordinator gives to people met in person. */
@Injectable()
export class VouchSheets {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(KeyRing) private readonly keyRing: KeyRing,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  async issue(actor: PersonActor, organisationId: string, wanted: Wanted): Promise<Issued> {
    if (!organisationsOf(actor).includes(organisationId)) throw new ProblemError('not-found');
    const codes = Array.from({ length: wanted.codes }, () => newTypedCode(vouchCodeLength));
    const sheet = await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const id = newId();
      await this.insert(tx, { id, organisationId, actor, wanted, codes });
      const [view] = await this.view(tx, await this.read(tx, 'AND s.id = $2', id));
      if (!view) throw new Error('A sheet that was just made is not there');
      return view;
    });
    const pdf = await printVouchSheet({ sheet, codes, publicUrl: this.config.publicUrl });
    return { sheet, pdf: pdf.toString('base64') };
  }

  list(actor: PersonActor): Promise<VouchSheet[]> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) =>
      this.view(tx, await this.read(tx, 'AND s.association_id = ANY ($2::uuid[])', organisationsOf(actor))),
    );
  }

  async revoke(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const [sheet] = await tx.query<{ association_id: string; revoked_at: Date | null }>(
        'SELECT association_id, revoked_at FROM vouch_sheet WHERE municipality_id = $1 AND id = $2 FOR UPDATE',
        [actor.municipalityId, id],
      );
      if (!sheet || !organisationsOf(actor).includes(sheet.association_id)) throw new ProblemError('not-found');
      if (sheet.revoked_at !== null) return;
      await tx.query('UPDATE vouch_sheet SET revoked_at = app_now() WHERE municipality_id = $1 AND id = $2', [
        actor.municipalityId,
        id,
      ]);
      await this.audit.record(tx, {
        act: 'vouch-sheet-revoked',
        actorId: actor.personId,
        associationId: sheet.association_id,
        aboutId: id,
      });
    });
  }

  private async insert(
    tx: Transaction,
    sheet: { id: string; organisationId: string; actor: PersonActor; wanted: Wanted; codes: readonly string[] },
  ): Promise<void> {
    const { municipalityId } = tx.tenancy;
    await tx.query(
      `INSERT INTO vouch_sheet (municipality_id, id, association_id, issued_by_id, issued_at, expires_at)
       VALUES ($1, $2, $3, $4, app_now(), app_now() + make_interval(days => $5))`,
      [municipalityId, sheet.id, sheet.organisationId, sheet.actor.personId, sheet.wanted.validDays],
    );
    await tx.query('INSERT INTO vouch_code (municipality_id, sheet_id, code_mark) SELECT $1, $2, unnest($3::bytea[])', [
      municipalityId,
      sheet.id,
      sheet.codes.map((code) => this.keyRing.vouchMark(municipalityId, code)),
    ]);
    await this.audit.record(tx, {
      act: 'vouch-sheet-issued',
      actorId: sheet.actor.personId,
      associationId: sheet.organisationId,
      aboutId: sheet.id,
      details: { codes: sheet.codes.length },
    });
  }

  private read(tx: Transaction, condition: string, parameter: unknown): Promise<SheetRow[]> {
    return tx.query<SheetRow>(
      `${select} ${condition} GROUP BY s.municipality_id, s.id ORDER BY s.issued_at DESC, s.id LIMIT 200`,
      [tx.tenancy.municipalityId, parameter],
    );
  }

  private async view(tx: Transaction, rows: readonly SheetRow[]): Promise<VouchSheet[]> {
    const { owners } = await this.areas.map(tx);
    const cards = await this.people.cardsOf(
      tx,
      rows.map(({ issued_by_id: id }) => id),
    );
    return rows.map((row) => ({
      id: row.id,
      organisationId: row.association_id,
      organisationName: owners.get(row.association_id)?.name ?? '',
      issuedBy: cards.get(row.issued_by_id)?.givenName ?? null,
      issuedAt: row.issued_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      codes: row.codes,
      used: row.used,
      revokedAt: row.revoked_at?.toISOString() ?? null,
    }));
  }
}
