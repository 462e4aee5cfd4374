import type { Fact } from '@app/domain/participation/index.js';

const day = 24 * 3_600_000;

/** Districts of a town like Leusden, with the share of its people that lives in each. */
const districtShares = { WK01: 0.27, WK02: 0.34, WK03: 0.17, WK04: 0.09, WK05: 0.01, WK06: 0.12 } as const;
export const districts = Object.keys(districtShares);

/** Eight whole quarters. */
const firstDay = Date.UTC(2025, 0, 1);
const lastDay = Date.UTC(2026, 11, 31);

/** Numbers that look random and are the same each time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function districtOf(roll: number): string {
  let below = 0;
  for (const [district, share] of Object.entries(districtShares)) {
    below += share;
    if (roll < below) return district;
  }
  return districts[0] ?? '';
}

/** Two years of one person: willing at some moment, asked and helping now and then, a few resting or leaving. */
export function personHistory(number: number, roll: () => number): readonly Fact[] {
  const districtCode = districtOf(roll());
  const since = firstDay + roll() * (lastDay - firstDay);
  const fact = (kind: Fact['kind'], at: number, told: Partial<Fact> = {}): Fact => ({
    id: `${number}/${kind}/${at}`,
    historyId: `person-${number}`,
    kind,
    at,
    day: new Date(Math.min(at, lastDay)).toISOString().slice(0, 10),
    districtCode,
    organisationId: 'one',
    code: '',
    detail: '',
    amount: 1,
    ...told,
  });
  const already = roll() < 0.34;
  const eager = roll() ** 3 * 12;
  const asks = Array.from({ length: Math.floor(eager * 2 * roll()) }, () => since + roll() * (lastDay - since));
  const helps = asks.filter(() => roll() < (already ? 0.5 : 0.3));
  return [
    fact('joined', since - day / 24),
    ...(roll() < 0.9 ? [fact('willing', since, { code: already ? 'already' : 'not-yet' })] : []),
    ...asks.map((at) => fact('asked', at)),
    ...helps.map((at) => fact('helped', at + day / 8, { code: 'yes', detail: `${number}-${at}` })),
    ...(roll() < 0.05
      ? [fact('paused', since + day, { code: new Date(since + 150 * day).toISOString().slice(0, 10) })]
      : []),
    ...(roll() < 0.04 ? [fact('left', lastDay - roll() * 100 * day)] : []),
  ];
}

const waits = [5, 30, 120, 600, 2_000, 6_000];
const endings = [
  'helped',
  'helped',
  'helped',
  'helped',
  'not-helped',
  'cancelled',
  'expired-unfilled',
  'expired-untold',
];

/** What happened to a request for which nobody came: somebody asked, who said no, said nothing, or fell away. */
function unanswered(number: number, roll: () => number): Pick<Fact, 'id' | 'kind'>[] {
  const how = roll();
  const asked = { id: `a${number}`, kind: 'case-asked' as const };
  if (how < 0.1) return [];
  if (how < 0.6) return [asked];
  return how < 0.9 ? [asked, { id: `n${number}`, kind: 'case-no' }] : [asked, { id: `f${number}`, kind: 'case-yes' }];
}

/** One request of these two years. */
export function requestHistory(number: number, roll: () => number): readonly Fact[] {
  const opened = firstDay + roll() * (lastDay - firstDay);
  const at = (minutes: number): { at: number; day: string } => ({
    at: opened + minutes * 60_000,
    day: new Date(Math.min(opened + minutes * 60_000, lastDay)).toISOString().slice(0, 10),
  });
  const common = { historyId: `request-${number}`, districtCode: districtOf(roll()), organisationId: 'one', amount: 1 };
  const ending = endings[Math.floor(roll() * endings.length)] ?? 'helped';
  const wait = waits[Math.floor(roll() * waits.length)] ?? 5;
  return [
    {
      ...common,
      ...at(0),
      id: `o${number}`,
      kind: 'case-opened',
      code: roll() < 0.3 ? 'acute' : 'planned',
      detail: 'ride',
    },
    ...(ending === 'expired-unfilled'
      ? unanswered(number, roll).map((told) => ({ ...common, ...at(wait), code: '', detail: '', ...told }))
      : [{ ...common, ...at(wait), id: `y${number}`, kind: 'case-yes' as const, code: '', detail: '' }]),
    { ...common, ...at(9_000), id: `e${number}`, kind: 'case-ended', code: ending, detail: '' },
  ];
}

const dayText = (at: number): string => new Date(Math.min(at, lastDay)).toISOString().slice(0, 10);
const themes = ['finding-the-way', 'how-it-feels', 'neighbours', 'professional-help', 'technology', 'other'];
const receivers = ['association', 'desk', 'desk-late', 'welfare'];

/** One question to the desk of these two years: most have an answer, some pass from hand to hand. */
export function questionHistory(number: number, roll: () => number): readonly Fact[] {
  const asked = firstDay + roll() * (lastDay - firstDay);
  const fact = (kind: Fact['kind'], at: number, told: Partial<Fact> = {}): Fact => ({
    id: `${kind}${number}`,
    historyId: `question-${number}`,
    kind,
    at,
    day: dayText(at),
    districtCode: '',
    organisationId: 'one',
    code: '',
    detail: '',
    amount: 1,
    ...told,
  });
  const theme = themes[Math.floor(roll() ** 2 * themes.length)] ?? '';
  const end = roll();
  return [
    fact('question-asked', asked),
    ...(roll() < 0.3 ? [fact('question-signal', asked, { code: 'yes' })] : []),
    ...(roll() < 0.25
      ? [fact('question-moved', asked + 1, { code: receivers[Math.floor(roll() * receivers.length)] ?? '' })]
      : []),
    ...(end < 0.9 ? [fact('question-ended', asked + roll() ** 2 * 10 * day, { code: 'answered', detail: theme })] : []),
    ...(end > 0.97 ? [fact('question-ended', asked + day, { code: 'withdrawn' })] : []),
  ];
}

/** The turns of one circle in one quarter. */
export function circleHistory(number: number, quarter: number, roll: () => number): readonly Fact[] {
  const since = Date.UTC(2025, quarter * 3, 1);
  return Array.from({ length: 1 + Math.floor(roll() * 13) }, (_, turn) => {
    const at = since + turn * 6 * day;
    const taken = roll();
    return {
      id: `turn${number}/${quarter}/${turn}`,
      historyId: `circle-${number}-${quarter}`,
      kind: 'circle-turn' as const,
      at,
      day: dayText(at),
      districtCode: 'WK01',
      organisationId: '',
      code: taken < 0.7 ? 'member' : taken < 0.85 ? 'board' : 'nobody',
      detail: '',
      amount: 1,
    };
  });
}

const gatheringKinds = ['coffee', 'caregiver-cafe', 'young-adults', 'meal', 'walk', 'other'] as const;

/** The dates of one gathering in one quarter: from a handful of people to a full room. */
export function gatheringHistory(number: number, quarter: number, roll: () => number): readonly Fact[] {
  const since = Date.UTC(2025, quarter * 3, 1);
  const kind = gatheringKinds[number % gatheringKinds.length] ?? 'other';
  const district = districts[Math.floor(roll() * districts.length)] ?? '';
  const usual = 2 + Math.floor(roll() * 24);
  return Array.from({ length: 1 + Math.floor(roll() * 12) }, (_, date) => {
    const at = since + date * 7 * day;
    const became = roll();
    const code = became < 0.8 ? 'held' : became < 0.9 ? 'cancelled' : became < 0.95 ? 'not-held' : 'untold';
    return {
      id: `gathering${number}/${quarter}/${date}`,
      historyId: `gathering-${number}-${quarter}`,
      kind: 'gathering-date' as const,
      at,
      day: dayText(at),
      districtCode: district,
      organisationId: '',
      code,
      detail: kind,
      amount: code === 'held' ? Math.max(0, usual + Math.floor(roll() * 7) - 3) : 0,
    };
  });
}
