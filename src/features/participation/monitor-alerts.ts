import { Inject, Injectable } from '@nestjs/common';
import type { Participation } from '@app/contracts/http/participation.js';
import type { MonitorAlertView } from '@app/contracts/http/monitor-alerts.js';
import { alertsOf, quarterLater, quarterOf, type Quarter } from '@app/domain/participation/index.js';
import { CalibrationReadModel, type KnownCalibration } from '@app/features/matching/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { isMonitor, type PersonActor } from '@app/platform/identity/actor.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { ParticipationReadModel } from './participation.read-model.js';

type Found = Omit<MonitorAlertView, 'acknowledged'>;

/** So long it is told of a quarter that is over who looks into it. */
const toldForMs = 30 * 24 * 3_600_000;

/** What somebody should look at, and who said to do so. */
@Injectable()
export class MonitorAlerts {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParticipationReadModel) private readonly figures: ParticipationReadModel,
    @Inject(CalibrationReadModel) private readonly calibration: CalibrationReadModel,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
  ) {}

  async list(actor: PersonActor, code: string): Promise<MonitorAlertView[]> {
    const found = await this.found(actor, code);
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const alerts = await this.withNames(tx, found);
      return alerts.filter(
        ({ isOver, acknowledged }) => !isOver || !acknowledged || Date.parse(acknowledged.at) > tx.now - toldForMs,
      );
    });
  }

  /** Whoever was first stays the one who did. @throws ProblemError not-found when there is no such alert now */
  async acknowledge(actor: PersonActor, code: string, key: string): Promise<MonitorAlertView> {
    const found = (await this.found(actor, code)).filter((alert) => alert.key === key);
    if (found.length === 0) throw new ProblemError('not-found');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const added = await tx.query(
        `INSERT INTO alert_acknowledgement (municipality_id, alert_key, acknowledged_at, acknowledged_by_id)
         VALUES ($1, $2, app_now(), $3) ON CONFLICT DO NOTHING RETURNING 1`,
        [actor.municipalityId, key, actor.personId],
      );
      if (added.length > 0) {
        const followers = await tx.query<{ id: string }>(
          `SELECT DISTINCT person_id AS id FROM membership
            WHERE municipality_id = $1 AND role IN ('monitor', 'administrator')`,
          [actor.municipalityId],
        );
        tx.append('alert.acknowledged', { personIds: followers.map(({ id }) => id) });
      }
      const [alert] = await this.withNames(tx, found);
      if (!alert) throw new ProblemError('not-found');
      return alert;
    });
  }

  private async found(actor: PersonActor, code: string): Promise<readonly Found[]> {
    if (!isMonitor(actor)) throw new ProblemError('not-allowed');
    const { municipalityId } = actor;
    const { now, calibration } = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => ({
      now: tx.now,
      calibration: await this.calibration.of(tx),
    }));
    const quarter = quarterOf(localMoment(now).day);
    const view = await this.figures.readInside(municipalityId, code, {
      from: quarterLater(quarter, -2),
      until: quarter,
    });
    if (!view) throw new ProblemError('not-found');
    const current = ofFigures(view, quarter);
    // The first weeks of a quarter have too little in them to tell anything, and nobody should lose an alert by that.
    const before = ofFigures(view, quarterLater(quarter, -1)).map((alert) => ({ ...alert, isOver: true }));
    const isNews = (alert: Found): boolean =>
      !current.some(({ kind, place }) => kind === alert.kind && place === alert.place);
    return [...ofCalibration(calibration.verdict, quarter), ...current, ...before.filter(isNews)];
  }

  private async withNames(tx: Transaction, found: readonly Found[]): Promise<MonitorAlertView[]> {
    const rows = await tx.query<{ key: string; at: Date; by: string | null }>(
      `SELECT alert_key AS key, acknowledged_at AS at, acknowledged_by_id AS by FROM alert_acknowledgement
        WHERE municipality_id = $1 AND alert_key = ANY ($2::text[])`,
      [tx.tenancy.municipalityId, found.map(({ key }) => key)],
    );
    const cards = await this.people.cardsOf(
      tx,
      rows.flatMap(({ by }) => (by === null ? [] : [by])),
    );
    return found.map((alert) => {
      const row = rows.find(({ key }) => key === alert.key);
      const by = row?.by ? (cards.get(row.by)?.givenName ?? null) : null;
      return { ...alert, acknowledged: row ? { at: row.at.toISOString(), by } : null };
    });
  }
}

function ofCalibration(verdict: KnownCalibration['verdict'], quarter: Quarter): Found[] {
  if (verdict === 'holds' || verdict === 'unknown') return [];
  const key = ['calibration', quarter, verdict].join('/');
  return [{ key, kind: 'calibration', quarter, isOver: false, place: null, before: null, now: null, verdict }];
}

function ofFigures({ cells, districts }: Participation, quarter: Quarter): Found[] {
  const codes = districts.map(({ code }) => code);
  return alertsOf(cells, codes, quarter).map((alert) => ({
    key: [alert.kind, quarter, alert.district ?? 'all'].join('/'),
    kind: alert.kind,
    quarter,
    isOver: false,
    place: districts.find(({ code }) => code === alert.district)?.name ?? null,
    before: alert.kind === 'fill-drops' ? alert.before : null,
    now: alert.now,
    verdict: null,
  }));
}
