import { Inject, Injectable } from '@nestjs/common';
import type { AssociationSettingsView, SettingsChoice } from '@app/contracts/http/association-settings.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

const mostChanges = 30;

interface Change {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** Who changed which setting from what into what. Needs system transactions. */
@Injectable()
export class SettingsChanges {
  constructor(
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
  ) {}

  /** Writes a row for each setting that differs. */
  async record(
    tx: Transaction,
    by: { readonly personId: string; readonly associationId: string },
    from: SettingsChoice,
    to: SettingsChoice,
  ): Promise<void> {
    for (const change of changesBetween(from, to)) {
      await this.audit.record(tx, {
        act: 'setting-changed',
        actorId: by.personId,
        associationId: by.associationId,
        details: { ...change },
      });
    }
  }

  /** The latest changes, newest first. */
  async list(tx: Transaction, associationId: string): Promise<AssociationSettingsView['changes']> {
    const rows = await tx.query<{ at: Date; actor_id: string; details: string }>(
      `SELECT at, actor_id, details FROM audit_entry
        WHERE municipality_id = $1 AND association_id = $2 AND act = 'setting-changed'
        ORDER BY at DESC, id DESC LIMIT ${mostChanges}`,
      [tx.tenancy.municipalityId, associationId],
    );
    const cards = await this.people.cardsOf(tx, [...new Set(rows.map(({ actor_id: id }) => id))]);
    return rows.map(({ at, actor_id: by, details }) => {
      // Written by `record` alone, so it has this shape.
      const { field, from, to } = JSON.parse(details) as Change;
      return { at: at.toISOString(), by: cards.get(by)?.givenName ?? '', field, from, to };
    });
  }
}

function changesBetween(from: SettingsChoice, to: SettingsChoice): Change[] {
  return (Object.keys(to) as (keyof SettingsChoice)[])
    .map((field) => ({ field, from: textOf(from[field]), to: textOf(to[field]) }))
    .filter((change) => change.from !== change.to);
}

/** The same setting always gives the same text, in whatever order its parts were told. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
