import type { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { seedGatherings } from './seed-gatherings.js';
import { seedParticipation } from './seed-participation.js';
import { seedPeople } from './seed-people.js';
import { seedPlaces } from './seed-places.js';
import { seedTrust } from './seed-trust.js';

/** Two processes that start at once take turns on this lock; the number spells "zbdm". */
const seedLock = 0x7a62646d;

/**
 * Fills an empty database with Leusden, in one transaction.
 * @returns false when there was something already, which is then left as it is
 */
export function seed(unitOfWork: UnitOfWork, keyRing: KeyRing): Promise<boolean> {
  return unitOfWork.run(asSystem(newId()), async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [seedLock]);
    const present = await tx.query('SELECT 1 FROM municipality LIMIT 1');
    if (present.length > 0) return false;
    const organisationIds = await seedPlaces(tx);
    await seedPeople(tx, keyRing, organisationIds);
    await seedGatherings(tx, organisationIds, 0, 0);
    await seedTrust(tx);
    await seedParticipation(tx);
    return true;
  });
}
