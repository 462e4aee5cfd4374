import { Inject, Injectable } from '@nestjs/common';
import {
  type Calibration,
  calibrationGroupsFrom,
  calibrationOf,
  type CountedAnswers,
  driftVerdict,
  isCalibrated,
} from '@app/domain/learning/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { DriftStore } from './drift.store.js';

const calibrationDays = 180;

/** Whether the chances that neighbours are asked with hold, in one municipality. */
export interface KnownCalibration extends Calibration {
  /**
   * `unknown` for too few answers. `likelier`, `less-likely`: people say yes more, or less, often than was believed of late;
   * `off`: neither of late, but by and large over half a year.
   */
  readonly verdict: 'holds' | 'likelier' | 'less-likely' | 'off' | 'unknown';
  /** Since when people say yes more, or less, often than believed (product clock, milliseconds); else null. */
  readonly since: number | null;
}

/** Front door for who shows or watches how well the policy knows people. Needs system transactions. */
@Injectable()
export class CalibrationReadModel {
  constructor(@Inject(DriftStore) private readonly drift: DriftStore) {}

  /** Over the asks of the last 180 days that were learned from; drift over all of them, the latest most. */
  async of(tx: Transaction): Promise<KnownCalibration> {
    const counted = await tx.query<CountedAnswers>(
      `SELECT width_bucket(expected, $2::double precision[]) - 1 AS "group", count(*)::int AS asks,
              avg(expected) AS expected, count(*) FILTER (WHERE outcome = 'yes')::int AS yeses
         FROM ask
        WHERE municipality_id = $1 AND learned_at > app_now() - make_interval(days => $3) AND expected IS NOT NULL
        GROUP BY 1`,
      [tx.tenancy.municipalityId, calibrationGroupsFrom, calibrationDays],
    );
    const calibration = calibrationOf(counted);
    const drift = await this.drift.current(tx);
    const verdict = driftVerdict(drift) ?? verdictOf(calibration);
    return { ...calibration, verdict, since: drift.since };
  }
}

function verdictOf(calibration: Calibration): 'holds' | 'off' | 'unknown' {
  const calibrated = isCalibrated(calibration);
  if (calibrated === null) return 'unknown';
  return calibrated ? 'holds' : 'off';
}
