import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOUR, MINUTE } from '../kernel/time.js';
import { anyWaveInput } from './any-wave.testing.js';
import { explainDecision } from './explain.js';
import { neighbour, neighbours, NOW, planned, request, waveInput } from './neighbours.testing.js';
import { storedWave } from './stored-wave.js';
import { planWave, type WaveInput } from './wave.js';

function explain(input: WaveInput) {
  const result = explainDecision(storedWave(input, planWave(input)));
  if (!result.ok) throw new Error(result.refusal);
  return result.explanation;
}

const asked = [
  { personId: 'x', probability: 0.1, askedAt: NOW - 30 * MINUTE },
  { personId: 'y', probability: 0.1, askedAt: NOW - 30 * MINUTE },
];

describe('why this many', () => {
  it('tells the goal and the number', () => {
    const { wave, people, policyVersion } = explain(waveInput());
    expect(wave).toEqual([
      'Wij willen 79% kans op een ja binnen 26 minuten.',
      'Daarom vragen wij 31 buren.',
      'Er is haast. Daarom krijgen mensen die nog nooit hielpen nu geen voorrang.',
    ]);
    expect(people).toHaveLength(31);
    expect(policyVersion).toBe('pace-1/balanced/standard');
  });

  it('tells what is still expected of earlier asks, who is spared, and that newcomers go first', () => {
    const candidates = [
      ...neighbours(200, { experience: 'regular' }),
      neighbour('busy', { asksLast7Days: 2 }),
      neighbour('asleep-1', { quietNow: true }),
      neighbour('asleep-2', { quietNow: true }),
    ];
    const input = waveInput({ request: planned(), candidates, outstanding: asked, round: 1 });
    expect(explain(input).wave).toEqual([
      'Wij willen 36% kans op een ja binnen 4 uur.',
      'Wat wij nog verwachten van wie al gevraagd is, telt mee.',
      'Daarom vragen wij 3 buren.',
      '1 buur past ook, maar kreeg deze week al genoeg vragen.',
      '2 buren passen ook, maar willen op dit uur geen vragen.',
      'Er is nog tijd. Daarom gaan mensen voor die nog nooit hielpen.',
    ]);
  });

  it('tells that budgets run out, that nobody is left, and that more seats are free', () => {
    const few = [
      ...neighbours(1),
      ...neighbours(3, { asksLast7Days: 2 }).map((one) => ({ ...one, personId: `b-${one.personId}` })),
    ];
    expect(explain(waveInput({ candidates: few, request: request({ seatsLeft: 2 }) })).wave).toEqual([
      'Er zijn nog 2 mensen nodig. Per plek willen wij 79% kans op een ja binnen 26 minuten.',
      'Veel mensen zijn deze week al genoeg gevraagd. Daarom vragen wij er nu minder tegelijk.',
      'Daarom vragen wij 1 buur.',
      'Meer mensen kunnen wij nu niet vragen.',
      '3 buren passen ook, maar kregen deze week al genoeg vragen.',
      'Er is haast. Daarom krijgen mensen die nog nooit hielpen nu geen voorrang.',
    ]);
    expect(explain(waveInput({ candidates: [] })).wave[1]).toBe('Er is nu niemand die wij kunnen vragen.');
  });

  it('tells when nobody had to be asked', () => {
    const enough = neighbours(30).map(({ personId }) => ({ personId, probability: 0.1, askedAt: NOW }));
    expect(explain(waveInput({ round: 1, outstanding: enough })).wave.at(-1)).toBe('Nu vragen wij er niemand bij.');
    const night = waveInput({ request: planned(), localNow: { weekday: 'monday', minuteOfDay: 22 * 60 } });
    expect(explain(night).wave).toEqual(['Zonder haast vragen wij alleen mensen tussen 8 uur en 21 uur.']);
  });

  it('tells the same whether who was asked before still thinks about it or said no', () => {
    const told = (outstanding: WaveInput['outstanding']) =>
      explain(waveInput({ round: 1, outstanding })).wave.filter((line) => !line.startsWith('Daarom vragen wij'));
    const [one] = asked;
    expect(told([])).toContain('Wat wij nog verwachten van wie al gevraagd is, telt mee.');
    expect(told([one!])).toEqual(told([]));
    expect(told(asked)).toEqual(told([]));
  });

  it('tells at night of haste what it tells by day', () => {
    const night = explain(waveInput({ localNow: { weekday: 'monday', minuteOfDay: 22 * 60 } })).wave;
    expect(night).toEqual(explain(waveInput()).wave);
  });

  it('tells of nobody that they go first when nobody can be asked', () => {
    expect(explain(waveInput({ request: planned(), candidates: [] })).wave.slice(1)).toEqual([
      'Er is nu niemand die wij kunnen vragen.',
    ]);
    expect(explain(waveInput({ candidates: [] })).wave.slice(1)).toEqual(['Er is nu niemand die wij kunnen vragen.']);
  });

  it('tells that nobody is asked as well, because budgets run out', () => {
    const open = neighbours(8).map(({ personId }) => ({ personId, probability: 0.1, askedAt: NOW }));
    const input = waveInput({ townBusyShare: 1, round: 1, outstanding: open });
    expect(explain({ ...input, townBusyShare: 0 }).wave.join(' ')).toContain('Daarom vragen wij');
    expect(explain(input).wave.slice(2, 4)).toEqual([
      'Veel mensen zijn deze week al genoeg gevraagd. Daarom vragen wij er nu minder tegelijk.',
      'Nu vragen wij er niemand bij.',
    ]);
  });

  it('tells that an area is helped too seldom', () => {
    expect(explain(waveInput({ areaBelowItsShare: true })).wave.at(-1)).toBe(
      'In deze buurt lukt het minder vaak om hulp te vinden. Daarom vragen wij ook meteen mensen van verder weg.',
    );
  });

  it.each([
    [30_000, '1 minuut'],
    [20 * MINUTE, '20 minuten'],
    [HOUR, '26 minuten'],
  ])('with %d ms left speaks of %s', (left, span) => {
    expect(explain(waveInput({ request: request({ deadline: NOW + left }) })).wave[0]).toMatch(
      new RegExp(` ${span}\\.$`),
    );
  });
});

describe('why this person', () => {
  const whyOf = (change: Parameters<typeof neighbour>[1], wave: Partial<WaveInput> = {}) =>
    explain(waveInput({ candidates: [neighbour('anja', change)], meanAsksEver: 3, ...wave })).people[0]!.why;

  it.each([
    [{}, ['Woont in dezelfde buurt.', 'Is nog nooit gevraagd.']],
    [
      { distanceClass: 'district', asksEver: 2 },
      ['Woont in dezelfde wijk.', 'Is minder vaak gevraagd dan anderen.', 'Kreeg deze week nog geen vraag.'],
    ],
    [
      { distanceClass: 'municipality', maxDistance: 'municipality', asksEver: 3, asksLast7Days: 1 },
      ['Wil ook verder van huis helpen.'],
    ],
  ] as const)('%j', (change, why) => {
    expect(whyOf(change)).toEqual(why);
  });

  it('is that newcomers go first while there is time', () => {
    expect(whyOf({}, { request: planned() })).toContain('Hielp nog niet eerder en krijgt daarom voorrang.');
    expect(whyOf({ experience: 'first' }, { request: planned() })).not.toContain(
      'Hielp nog niet eerder en krijgt daarom voorrang.',
    );
  });

  it('compares with those who may be asked when the mean of the town is not known', () => {
    const crowd = [neighbour('a', { asksEver: 1 }), neighbour('b', { asksEver: 9 })];
    const { people } = explain(waveInput({ candidates: crowd }));
    const whyOfOne = (id: string) => people.find(({ personId }) => personId === id)!.why;
    expect(whyOfOne('a')).toContain('Is minder vaak gevraagd dan anderen.');
    expect(whyOfOne('b')).not.toContain('Is minder vaak gevraagd dan anderen.');
  });
});

it('never tells how somebody answered or how likely they are to', () => {
  fc.assert(
    fc.property(anyWaveInput, (input) => {
      const other = {
        ...input,
        candidates: input.candidates.map((one) => ({ ...one, personalEffect: { mean: 0, variance: 0.6 } })),
      };
      const known = new Map(explain(input).people.map(({ personId, why }) => [personId, why]));
      for (const { personId, why } of explain(other).people) {
        if (known.has(personId)) expect(why).toEqual(known.get(personId));
        expect(why.join(' ')).not.toMatch(/\b(nee|weiger|kans|zei)\b/);
      }
    }),
    { numRuns: 200 },
  );
});

it('says when it cannot be explained any more', () => {
  const stored = storedWave(waveInput(), planWave(waveInput()));
  expect(explainDecision({ ...stored, policyVersion: 'gone' })).toEqual({ ok: false, refusal: 'unknown-policy' });
});
