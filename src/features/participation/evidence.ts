import type { Evidence } from '@app/contracts/http/evidence.js';
import type { PublicationDocument } from '@app/contracts/http/publications.js';
import {
  allRow,
  quarterLater,
  quarterOf,
  tenthsAnswered,
  type PublishedTableCode,
} from '@app/domain/participation/index.js';
import type { Instant } from '@app/domain/kernel/time.js';
import { localMoment } from '@app/platform/time/local-clock.js';

/** Older than so many quarters, figures say nothing of what happens now. */
const oldest = 2;

/**
 * What is said to somebody who is about to ask. Only from what was published, so that it tells nobody's number that is held
 * back there; null when there is nothing, or nothing recent enough, or too little to say something of.
 */
export function evidenceOf(document: PublicationDocument | undefined, now: Instant): Evidence | null {
  if (!document || document.quarter < quarterLater(quarterOf(localMoment(now).day), -oldest)) return null;
  const { municipality, quarter, publishedAt } = document;
  const tenths = tenthsAnswered({
    requests: valueOf(document, 'requests', 'requests'),
    withinADay: ['15-minutes', '1-hour', '4-hours', '1-day'].map((part) =>
      valueOf(document, 'time-to-yes', `time-to-yes/${part}`),
    ),
  });
  return tenths === undefined ? null : { municipality: municipality.name, tenths, quarter, publishedAt };
}

/** A count of the whole municipality; null when it is held back. */
function valueOf({ tables }: PublicationDocument, code: PublishedTableCode, column: string): number | null {
  const table = tables.find((one) => one.code === code);
  const row = table?.rows.find((one) => one.code === allRow);
  return row?.values[table?.columns.findIndex((one) => one.code === column) ?? -1] ?? null;
}
