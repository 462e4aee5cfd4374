import { categories } from '@app/contracts/http/vocabulary.js';
import { roughPriors } from '@app/domain/learning/index.js';
import { readAreaMap, type AreaMap } from '@app/features/associations/index.js';
import { AreaEquity, DecideWave } from '@app/features/matching/index.js';
import type { RequestDigestView } from '@app/features/help-requests/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { applicationDataSource } from '@app/platform/database/data-source.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { tuesdayAfternoon } from './generated-town.js';

const hour = 3_600_000;

/** One decision, timed. */
interface TimedDecision {
  readonly ms: number;
  readonly candidates: number;
  readonly asks: number;
}

/** Decides about requests all over a generated country, as the planner's job does, storing nothing. */
export class CountryDecisions {
  private readonly source;
  private readonly work: UnitOfWork;
  private readonly equity = new AreaEquity();
  private readonly maps = new Map<string, AreaMap>();
  private municipalityIds: readonly string[] = [];
  private made = 0;

  constructor(url: string) {
    this.source = applicationDataSource({ url, poolSize: 1 });
    this.work = new UnitOfWork(this.source);
  }

  async open(): Promise<void> {
    await this.source.initialize();
    const rows = await this.source.query<{ id: string }[]>('SELECT id FROM municipality ORDER BY md5(code)');
    this.municipalityIds = rows.map(({ id }) => id);
  }

  close(): Promise<void> {
    return this.source.destroy();
  }

  /** The next decision: another municipality, neighbourhood and kind of help each time. */
  decide(): Promise<TimedDecision> {
    const number = (this.made += 1);
    const municipalityId = this.municipalityIds[number % this.municipalityIds.length] ?? '';
    return this.work.run(asSystem(municipalityId), async (tx) => {
      const map = await this.mapOf(tx);
      const decideWave = new DecideWave(
        {
          map: () => Promise.resolve(map),
          neighbourhood: (_tx, code) => Promise.resolve(map.areas.get(code) ?? null),
        },
        this.equity,
      );
      const request = requestNumber(number, map);
      const start = performance.now();
      const decision = await decideWave.run(tx, {
        request,
        round: 0,
        asks: [],
        townBusyShare: 0.1,
        belief: roughPriors(),
        owner: { preset: 'balanced', tempo: 'standard', shadowPolicy: null },
      });
      const ms = performance.now() - start;
      return { ms, candidates: decision.input.candidates.length, asks: decision.plan.asks.length };
    });
  }

  /** As in the application, where the job has asked for the map before it decides. */
  private async mapOf(tx: Transaction): Promise<AreaMap> {
    const { municipalityId } = tx.tenancy;
    const map = this.maps.get(municipalityId) ?? (await readAreaMap(tx));
    this.maps.set(municipalityId, map);
    return map;
  }
}

function requestNumber(number: number, { areas }: AreaMap): RequestDigestView {
  const acute = number % 10 < 3;
  const [from, until] = acute ? [1, 4] : [24, 50];
  const askerId = newId();
  return {
    state: {
      id: newId(),
      associationId: newId(),
      askerId,
      status: 'open',
      version: 1,
      urgency: acute ? 'acute' : 'planned',
      windowFrom: tuesdayAfternoon + from * hour,
      windowUntil: tuesdayAfternoon + until * hour,
      expectedMinutes: 30,
      helpersNeeded: 1,
      requiredTrust: 'none',
      autoConfirm: false,
      hasAddress: false,
      hasOrganisation: true,
      postedAt: tuesdayAfternoon,
      openedAt: tuesdayAfternoon,
      closedAt: null,
      acceptances: [],
      escalation: { level: 0, coordinatorAt: null, deskAt: null, reason: null },
      outcomeAskedAt: null,
      outcome: null,
    },
    category: categories[number % categories.length] ?? 'other',
    neighbourhoodCode: [...areas.keys()][number % areas.size] ?? '',
    personHelpedId: askerId,
    contactId: askerId,
    seatsLeft: 1,
    sameNeighbourOf: null,
    calledInId: null,
  };
}
