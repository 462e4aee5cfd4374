import type { NewGathering } from '@app/contracts/http/gathering-shapes.js';
import { operations, type OperationId } from '@app/contracts/http/index.js';
import type { Application } from '../support/application.js';
import { sampleBodies } from './rights-samples.js';

interface Organiser {
  readonly northId: string;
  readonly coordinator: { readonly cookie: string };
}

/** A gathering of the association, or its first date; to note how many came it must have begun. */
export async function gathering(
  application: Application,
  id: OperationId,
  { northId, coordinator: { cookie } }: Organiser,
): Promise<{ readonly id: string }> {
  const body = { ...(sampleBodies.announceGathering as NewGathering), associationId: northId };
  const announced = (await application.client.call('announceGathering', { cookie, body })).result();
  if (!operations[id].path.startsWith('/v1/gathering-dates/')) return { id: announced.id };
  const [date] = await application.rows<{ id: string }>(
    'SELECT id FROM gathering_date WHERE gathering_id = $1 ORDER BY day LIMIT 1',
    [announced.id],
  );
  if (id === 'noteAttendance') {
    await application.rows(
      `UPDATE gathering_date SET starts_at = app_now() - interval '2 hours', ends_at = app_now() - interval '1 hour'
        WHERE id = $1`,
      [date?.id],
    );
  }
  return { id: date?.id ?? '' };
}
