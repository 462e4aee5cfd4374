import { Injectable } from '@nestjs/common';
import { insideView, quarterOf, type Figure, type InsideView, type Quarter } from '@app/domain/participation/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { localMoment } from '@app/platform/time/local-clock.js';

/** What is seen of all figures this week, and when that was made (product clock, milliseconds). */
export interface WeekView extends InsideView {
  readonly madeAt: number;
}

interface ViewRow {
  readonly isOfThisWeek: boolean;
  readonly quarter: Quarter;
  readonly madeAt: Date;
  readonly shown: InsideView;
}

/** Whoever is the first to look in a week makes its view; the number spells "zbpv". */
const viewLock = 0x7a627076;
const thisWeek = `date_trunc('week', app_now() AT TIME ZONE 'Europe/Amsterdam')::date`;

/**
 * The figures as who follows the municipality sees them: the same for everybody, a whole week long. Whoever looked
 * before and after one person did something would else see what changed.
 */
@Injectable()
export class WeekViewStore {
  /** Needs a system transaction. */
  async current(tx: Transaction, districts: readonly string[]): Promise<WeekView> {
    const { municipalityId } = tx.tenancy;
    await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [viewLock, municipalityId]);
    const [before] = await tx.query<ViewRow>(
      `SELECT week >= ${thisWeek} AS "isOfThisWeek", quarter, made_at AS "madeAt", shown
         FROM participation_view WHERE municipality_id = $1`,
      [municipalityId],
    );
    if (before?.isOfThisWeek) return { ...before.shown, madeAt: before.madeAt.getTime() };
    const figures = await tx.query<Figure>(
      `SELECT quarter, district_code AS "districtCode", organisation_id AS "organisationId", measure, bucket, amount
         FROM participation_figure WHERE municipality_id = $1 AND quarter <= $2`,
      [municipalityId, quarterOf(localMoment(tx.now).day)],
    );
    const view = insideView(figures, districts, before && { quarter: before.quarter, view: before.shown });
    await tx.query(
      `INSERT INTO participation_view (municipality_id, week, quarter, made_at, shown)
       VALUES ($1, ${thisWeek}, $2, app_now(), $3)
       ON CONFLICT (municipality_id) DO UPDATE
             SET week = EXCLUDED.week, quarter = EXCLUDED.quarter, made_at = EXCLUDED.made_at, shown = EXCLUDED.shown`,
      [municipalityId, quarterOf(localMoment(tx.now).day), JSON.stringify(view)],
    );
    return { ...view, madeAt: tx.now };
  }
}
