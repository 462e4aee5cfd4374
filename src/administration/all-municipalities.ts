import { asSystem } from '@app/platform/database/tenancy.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';

/** No municipality has this id; the list of them is public. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/** Every municipality of the installation. */
export function allMunicipalities(
  unitOfWork: UnitOfWork,
): Promise<{ readonly id: string; readonly code: string; readonly name: string }[]> {
  return unitOfWork.run(asSystem(nowhere), (tx) => tx.query('SELECT id, code, name FROM municipality ORDER BY code'));
}
