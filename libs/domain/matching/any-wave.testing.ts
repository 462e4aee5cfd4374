import fc from 'fast-check';
import { MINUTE } from '../kernel/time.js';
import { neighbour, NOW, planned, request, waveInput } from './neighbours.testing.js';
import { policyGenerations, policyOf, policyPresets, policyTempos } from './policy.js';
import type { WaveInput } from './wave.js';

const candidates = fc
  .uniqueArray(
    fc.record({
      personId: fc.stringMatching(/^[a-z]{1,5}$/),
      distanceKm: fc.double({ min: 0, max: 6, noNaN: true }),
      quietNow: fc.boolean(),
      weeklyBudget: fc.integer({ min: 0, max: 4 }),
      asksLast7Days: fc.integer({ min: 0, max: 4 }),
      asksEver: fc.integer({ min: 0, max: 40 }),
      fatigue: fc.double({ min: 0, max: 8, noNaN: true }),
      experience: fc.constantFrom('never', 'first', 'regular'),
      openAgreements: fc.integer({ min: 0, max: 3 }),
      alreadyAskedForThis: fc.boolean(),
      distanceClass: fc.constantFrom('own-neighbourhood', 'district', 'municipality'),
      maxDistance: fc.constantFrom('district', 'municipality'),
    }),
    { selector: ({ personId }) => personId, maxLength: 40 },
  )
  .map((rows) => rows.map(({ personId, ...change }) => neighbour(personId, change)));

/** Any moment of any request, with any people around it. */
export const anyWaveInput: fc.Arbitrary<WaveInput> = fc
  .record({
    candidates,
    urgent: fc.boolean(),
    round: fc.integer({ min: 0, max: 4 }),
    seatsLeft: fc.integer({ min: 1, max: 4 }),
    preset: fc.constantFrom(...policyPresets),
    tempo: fc.constantFrom(...policyTempos),
    generation: fc.constantFrom(...policyGenerations),
    townBusyShare: fc.double({ min: 0, max: 1, noNaN: true }),
    areaBelowItsShare: fc.boolean(),
    minuteOfDay: fc.integer({ min: 0, max: 1439 }),
    outstanding: fc.array(
      fc.record({
        personId: fc.stringMatching(/^[A-Z]{1,3}$/),
        probability: fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        askedAt: fc.integer({ min: 0, max: 300 }).map((minutes) => NOW - minutes * MINUTE),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ urgent, seatsLeft, preset, tempo, generation, minuteOfDay, ...rest }) =>
    waveInput({
      ...rest,
      request: urgent ? request({ seatsLeft }) : planned({ seatsLeft }),
      localNow: { weekday: 'tuesday', minuteOfDay },
      policy: policyOf(preset, tempo, generation),
    }),
  );
