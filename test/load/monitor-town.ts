import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { countAll, type Fact, type Figure } from '@app/domain/participation/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { dice } from './disclosure-people.js';

const dayMs = 24 * 3_600_000;
/** Five whole years. */
const firstDay = Date.UTC(2022, 0, 1);
const lastDay = Date.UTC(2026, 11, 31);
const peopleAtOnce = 5_000;
const districtCount = 30;
const organisationsInDistrict = 4;
const askersOf = 4;

export interface MonitorTown {
  readonly municipalityId: string;
  readonly code: string;
  readonly organisationId: string;
  readonly facts: number;
  readonly figures: number;
  /** Some of the people, by the made-up id of their history. */
  readonly historyIds: readonly string[];
}

/**
 * Adds a municipality in which so many people took part for five years: their rows, their facts, and the figures that the
 * product's own counting makes of them.
 */
export async function addMonitorTown(ownerUrl: string, code: string, people: number): Promise<MonitorTown> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const municipalityId = newId();
    await client.query(
      `SELECT set_config('app.scope', 'system', false), set_config('app.municipality_id', $1, false)`,
      [municipalityId],
    );
    const organisationIds = await addPlaces(client, municipalityId, code);
    const town = new Filling(client, municipalityId, code, organisationIds);
    for (let from = 0; from < people; from += peopleAtOnce) await town.add(Math.min(peopleAtOnce, people - from));
    const figures = await town.writeFigures();
    await client.query('ANALYZE');
    const { facts, historyIds } = town;
    return { municipalityId, code, organisationId: organisationIds[0] ?? '', facts, figures, historyIds };
  } finally {
    await client.end();
  }
}

async function addPlaces(client: pg.Client, municipalityId: string, code: string): Promise<readonly string[]> {
  await client.query(`INSERT INTO municipality (id, code, name) VALUES ($1, $2, 'Voorbeeldstad')`, [
    municipalityId,
    code,
  ]);
  await client.query(
    `INSERT INTO district (code, municipality_id, name) SELECT c, $1, 'Wijk ' || c FROM unnest($2::text[]) AS d(c)`,
    [municipalityId, Array.from({ length: districtCount }, (_, index) => districtCode(code, index))],
  );
  const ids = Array.from({ length: districtCount * organisationsInDistrict }, () => newId());
  await client.query(
    `INSERT INTO association (municipality_id, id, kind, name, is_example, moderation_mode, policy_preset, policy_tempo)
     SELECT $1, id, 'association', 'Vereniging ' || id, true, 'after', 'balanced', 'standard' FROM unnest($2::uuid[]) AS a(id)`,
    [municipalityId, ids],
  );
  return ids;
}

function districtCode(code: string, index: number): string {
  return `WK${code.slice(2)}${String(index).padStart(2, '0')}`;
}

class Filling {
  facts = 0;
  readonly historyIds: string[] = [];
  private readonly roll = dice(5);
  private readonly figures = new Map<string, Figure>();

  constructor(
    private readonly client: pg.Client,
    private readonly municipalityId: string,
    private readonly code: string,
    private readonly organisationIds: readonly string[],
  ) {}

  async add(count: number): Promise<void> {
    const personIds = Array.from({ length: count }, () => newId());
    const historyIds = personIds.map(() => randomUUID());
    const facts = historyIds.flatMap((historyId, index) => [
      ...this.personFacts(historyId),
      ...(index % askersOf === 0 ? this.requestFacts() : []),
    ]);
    for (const figure of countAll(facts)) {
      const key = Object.values({ ...figure, amount: 0 }).join('|');
      this.figures.set(key, { ...figure, amount: (this.figures.get(key)?.amount ?? 0) + figure.amount });
    }
    this.facts += facts.length;
    if (this.historyIds.length < 1_000) this.historyIds.push(...historyIds.slice(0, 1_000));
    await this.client.query(
      `WITH people AS (
         INSERT INTO person (municipality_id, id, status, language, created_at)
         SELECT $1, id, 'active', 'nl', now() FROM unnest($2::uuid[]) AS p(id) RETURNING id)
       INSERT INTO participation_subject (municipality_id, person_id, history_id)
       SELECT $1, s.id, s.history_id FROM unnest($2::uuid[], $3::uuid[]) AS s(id, history_id) JOIN people USING (id)`,
      [this.municipalityId, personIds, historyIds],
    );
    await this.write(facts);
  }

  async writeFigures(): Promise<number> {
    const rows = [...this.figures.values()];
    await this.client.query(
      `INSERT INTO participation_figure (municipality_id, quarter, district_code, organisation_id, measure, bucket, amount)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[])`,
      [
        this.municipalityId,
        rows.map((one) => one.quarter),
        rows.map((one) => one.districtCode),
        rows.map((one) => one.organisationId),
        rows.map((one) => one.measure),
        rows.map((one) => one.bucket),
        rows.map((one) => one.amount),
      ],
    );
    return rows.length;
  }

  private async write(facts: readonly Fact[]): Promise<void> {
    await this.client.query(
      `INSERT INTO participation_fact (municipality_id, id, history_id, kind, at, day, district_code, organisation_id, code, detail, amount)
       SELECT $1, f.id, f.history_id, f.kind, to_timestamp(f.at / 1000.0), f.day, f.district, f.organisation, f.code, f.detail, f.amount
         FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::float8[], $6::date[], $7::text[], $8::text[], $9::text[], $10::text[], $11::int[])
           AS f(id, history_id, kind, at, day, district, organisation, code, detail, amount)`,
      [
        this.municipalityId,
        facts.map((one) => one.id),
        facts.map((one) => one.historyId),
        facts.map((one) => one.kind),
        facts.map((one) => one.at),
        facts.map((one) => one.day),
        facts.map((one) => one.districtCode),
        facts.map((one) => one.organisationId),
        facts.map((one) => one.code),
        facts.map((one) => one.detail),
        facts.map((one) => one.amount),
      ],
    );
  }

  private personFacts(historyId: string): Fact[] {
    const since = this.between(firstDay, lastDay);
    const fact = this.factsAt(historyId);
    const asks = Array.from({ length: Math.floor(this.roll() ** 2 * 6) }, () => this.between(since, lastDay));
    return [
      fact('willing', since, { code: this.roll() < 0.34 ? 'already' : 'not-yet' }),
      ...asks.map((at) => fact('asked', at)),
      ...asks.filter(() => this.roll() < 0.35).map((at) => fact('helped', at, { code: 'yes', detail: randomUUID() })),
    ];
  }

  private requestFacts(): Fact[] {
    const at = this.between(firstDay, lastDay);
    const fact = this.factsAt(randomUUID());
    const code = this.roll() < 0.3 ? 'acute' : 'planned';
    if (this.roll() < 0.2) return [fact('case-opened', at, { code, detail: 'ride' })];
    return [
      fact('case-opened', at, { code, detail: 'ride' }),
      fact('case-yes', at + this.roll() * dayMs),
      fact('case-ended', at + dayMs, { code: 'helped' }),
    ];
  }

  private factsAt(historyId: string): (kind: Fact['kind'], at: number, told?: Partial<Fact>) => Fact {
    const district = Math.floor(this.roll() * districtCount);
    const organisation = district * organisationsInDistrict + Math.floor(this.roll() * organisationsInDistrict);
    return (kind, at, told = {}) => ({
      id: randomUUID(),
      historyId,
      kind,
      at,
      day: new Date(Math.min(at, lastDay)).toISOString().slice(0, 10),
      districtCode: districtCode(this.code, district),
      organisationId: this.organisationIds[organisation] ?? '',
      code: '',
      detail: '',
      amount: 1,
      ...told,
    });
  }

  private between(from: number, until: number): number {
    return Math.floor(from + this.roll() * (until - from));
  }
}
