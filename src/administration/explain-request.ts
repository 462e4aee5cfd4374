import { DecisionStore, replayDecision, type StoredDecision } from '@app/features/matching/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { allMunicipalities } from './all-municipalities.js';
import { AdministrationError } from './administration-error.js';

const outcomes = {
  same: 'opnieuw gerekend: dezelfde uitkomst',
  different: 'opnieuw gerekend: een ANDERE uitkomst dan is bewaard',
  unknown: 'niet opnieuw te rekenen: dit programma kent deze afspraken niet meer',
} as const;

/**
 * Makes every decision about a request again from what is stored with it, and tells in Dutch why these people were asked.
 * People are numbers here: who they are does not matter to the explanation.
 * @throws AdministrationError when nothing is stored about the request
 */
export async function explainRequest(unitOfWork: UnitOfWork, helpRequestId: string): Promise<string> {
  const decisions = await decisionsAbout(unitOfWork, helpRequestId);
  if (decisions.length === 0) {
    throw new AdministrationError([
      `${helpRequestId}: no decision is stored. Nobody was asked, or it is longer ago than decisions are kept.`,
    ]);
  }
  const numbers = new Map<string, number>();
  for (const { plan } of decisions) {
    for (const personId of plan.people) numbers.set(personId, numbers.get(personId) ?? numbers.size + 1);
  }
  return decisions.map((decision, index) => linesOf(decision, index, numbers).join('\n')).join('\n\n') + '\n';
}

function linesOf(decision: StoredDecision, index: number, numbers: ReadonlyMap<string, number>): string[] {
  const { outcome, why, people } = replayDecision(decision);
  const moment = new Date(decision.decidedAt).toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam' });
  return [
    `Ronde ${index + 1}, ${moment}, beleid ${decision.policyVersion} (${outcomes[outcome]})`,
    ...why.map((sentence) => `  ${sentence}`),
    ...people.map(({ personId, why: reasons }) => `  buur ${numbers.get(personId)}: ${reasons.join(' ')}`),
  ];
}

async function decisionsAbout(unitOfWork: UnitOfWork, helpRequestId: string): Promise<StoredDecision[]> {
  for (const { id } of await allMunicipalities(unitOfWork)) {
    const decisions = await unitOfWork.run(asSystem(id), (tx) => new DecisionStore().about(tx, helpRequestId));
    if (decisions.length > 0) return decisions;
  }
  return [];
}
