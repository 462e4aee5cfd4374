import { ParticipationAdministration } from '@app/features/participation/index.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { allMunicipalities } from './all-municipalities.js';

/** Makes all figures anew, a municipality at a time. @returns what came of it, a line each */
export async function rebuildParticipation(unitOfWork: UnitOfWork): Promise<string> {
  const participation = new ParticipationAdministration(unitOfWork);
  const lines: string[] = [];
  for (const { id, name } of await allMunicipalities(unitOfWork)) {
    const { facts, figures, corrected } = await participation.rebuild(id);
    lines.push(`${name}: ${figures} figures from ${facts} facts, ${corrected} had been different\n`);
  }
  return lines.join('');
}
