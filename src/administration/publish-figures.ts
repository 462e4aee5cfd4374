import { writeFile } from 'node:fs/promises';
import { ParticipationAdministration } from '@app/features/participation/index.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { AdministrationError } from './administration-error.js';
import { allMunicipalities } from './all-municipalities.js';

/** Publishes a quarter of each municipality of the installation. @throws AdministrationError when it cannot be */
export async function publishQuarter(
  unitOfWork: UnitOfWork,
  input: { readonly quarter: string; readonly reason: string | undefined },
): Promise<string> {
  const participation = new ParticipationAdministration(unitOfWork);
  const lines: string[] = [];
  for (const { id, name } of await allMunicipalities(unitOfWork)) {
    try {
      const { quarter, version } = await participation.publish(id, input);
      lines.push(`${name}: published ${quarter}, version ${version}\n`);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      throw new AdministrationError([`${name}: ${error.code}. A quarter must be over; a correction needs --reason.`]);
    }
  }
  return lines.join('');
}

/** Writes the report of each municipality into this folder. @throws AdministrationError when nothing was published */
export async function writeCouncilReports(unitOfWork: UnitOfWork, quarter: string): Promise<string> {
  const participation = new ParticipationAdministration(unitOfWork);
  const lines: string[] = [];
  for (const { id, code } of await allMunicipalities(unitOfWork)) {
    const report = await participation.report(id, quarter);
    if (!report) continue;
    const file = `burenhulp-${code}-${quarter}.pdf`;
    await writeFile(file, report);
    lines.push(`${file}\n`);
  }
  if (lines.length === 0) throw new AdministrationError([`${quarter} was not published.`]);
  return lines.join('');
}
