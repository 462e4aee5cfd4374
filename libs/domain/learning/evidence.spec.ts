import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { delayStep, evidenceOnWillingness, expectedDeclines, learnDelay } from './evidence.js';
import { probabilityOf, repliedWithin, silentChance } from './reply.js';

const delay = { logMedian: Math.log(10), logSd: 1.2 };
const logits = fc.double({ min: -5, max: 3, noNaN: true });
const shares = fc.double({ min: 0, max: 0.9, noNaN: true });
const minutes = fc.double({ min: 0.5, max: 600, noNaN: true });

function slopeOf(f: (x: number) => number, x: number, step: number): number {
  return (f(x + step) - f(x - step)) / (2 * step);
}

describe('what an answer says about the willingness', () => {
  it('is the slope of its likelihood, whatever the answer', () => {
    fc.assert(
      fc.property(logits, shares, minutes, (logit, share, time) => {
        const p = probabilityOf(logit);
        const slope = (kind: 'yes' | 'declined' | 'silent') =>
          evidenceOnWillingness({ kind, minutes: time }, p, delay, share).slope;
        const replied = repliedWithin(time, delay);
        expect(slope('yes')).toBeCloseTo(
          slopeOf((l) => Math.log(probabilityOf(l)), logit, 1e-4),
          6,
        );
        expect(slope('declined')).toBeCloseTo(
          slopeOf((l) => Math.log(1 - probabilityOf(l)), logit, 1e-4),
          6,
        );
        expect(slope('silent')).toBeCloseTo(
          slopeOf((l) => Math.log(silentChance(probabilityOf(l), share, replied)), logit, 1e-4),
          6,
        );
      }),
    );
  });

  it.each([
    ['yes', 0.7, 0.21],
    ['declined', -0.3, 0.21],
    // After the median: half of the replies are in. Q = 1 - .15 - .0875, slope -(.5)(.75)(.21)/Q.
    ['silent', -0.0787500002 / 0.7625, (0.07875 / 0.7625) * 0.7],
  ] as const)('of a %s with chance .3 is %d, and bends by %d', (kind, slope, curvature) => {
    const evidence = evidenceOnWillingness({ kind, minutes: 10 }, 0.3, delay, 0.25);
    expect(evidence.slope).toBeCloseTo(slope, 6);
    expect(evidence.curvature).toBeCloseTo(curvature, 6);
  });

  it('is nothing for a silence that has only begun, and at most a no for one that lasts', () => {
    expect(evidenceOnWillingness({ kind: 'silent', minutes: 0 }, 0.3, delay, 0.25).slope).toBeCloseTo(0, 12);
    const lasting = evidenceOnWillingness({ kind: 'silent', minutes: 1e9 }, 0.3, delay, 0.25).slope;
    expect(lasting).toBeCloseTo(-0.3, 6);
  });
});

describe('what an answer says about the delay', () => {
  const densityAt = (time: number, median: number, logSd: number): number => {
    const z = (Math.log(time) - median) / Math.exp(logSd);
    return -logSd - (z * z) / 2;
  };
  const silence = (time: number, reply: number, median: number, logSd: number): number =>
    Math.log(1 - reply * repliedWithin(time, { logMedian: median, logSd: Math.exp(logSd) }));

  it('is the slope of its likelihood times the inverse of the information in one reply', () => {
    const replies = fc.double({ min: 0.05, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(minutes, replies, (time, reply) => {
        const { logMedian } = delay;
        const logSd = Math.log(delay.logSd);
        const yes = delayStep(delay, { kind: 'yes', minutes: time }, reply);
        expect(yes.median).toBeCloseTo(1.44 * slopeOf((m) => densityAt(time, m, logSd), logMedian, 1e-4), 5);
        expect(yes.spread).toBeCloseTo(slopeOf((s) => densityAt(time, logMedian, s), logSd, 1e-4) / 2, 5);
        const silent = delayStep(delay, { kind: 'silent', minutes: time }, reply);
        expect(silent.median).toBeCloseTo(1.44 * slopeOf((m) => silence(time, reply, m, logSd), logMedian, 1e-3), 3);
        expect(silent.spread).toBeCloseTo(slopeOf((s) => silence(time, reply, logMedian, s), logSd, 1e-3) / 2, 3);
      }),
    );
  });

  it('moves the median by a twenty-first of the surprise after twenty replies', () => {
    const learned = learnDelay({ ...delay, replies: 20 }, { kind: 'yes', minutes: 40 }, 0.3, 0.25);
    expect(learned.replies).toBe(21);
    expect(learned.logMedian).toBeCloseTo(Math.log(10) + Math.log(4) / 21, 12);
    const z = Math.log(4) / 1.2;
    expect(learned.logSd).toBeCloseTo(1.2 * Math.exp((z * z - 1) / 42), 12);
  });

  it('counts a silence for the reply that may still come: all of it at first, none of it in the end', () => {
    const weight = (time: number) => delayStep(delay, { kind: 'silent', minutes: time }, 0.4).weight;
    expect(weight(0.001)).toBeCloseTo(0.4, 6);
    // 20 of 100 replied, 20 of the 80 who are silent will.
    expect(weight(10)).toBeCloseTo(0.25, 6);
    expect(weight(1e9)).toBeCloseTo(0, 6);
  });

  it('treats a no as a reply, and believes no clock that says nothing at all passed', () => {
    const of = (kind: 'yes' | 'declined', time: number) =>
      learnDelay({ ...delay, replies: 20 }, { kind, minutes: time }, 0.3, 0.25);
    expect(of('declined', 3)).toEqual(of('yes', 3));
    expect(of('yes', 0)).toEqual(of('yes', 0.1));
  });

  it('keeps the spread within reason', () => {
    const one = (logSd: number, time: number) =>
      learnDelay({ logMedian: 0, logSd, replies: 1 }, { kind: 'yes', minutes: time }, 0.3, 0.25).logSd;
    expect(one(0.2, 1)).toBe(0.2);
    expect(one(3, 1e9)).toBe(3);
  });
});

describe('how many say no', () => {
  it.each([
    ['yes', 0, 0],
    ['declined', 1, 1],
    // Of 100 silent at the median 15/.7625 are yeses to come; of the 70 not willing 17.5 say no, half of them later.
    ['silent', 61.25 / 76.25, 8.75 / 76.25],
  ] as const)('%s counts %d of those who did not say yes and %d of the refusals', (kind, notYes, declined) => {
    const counted = expectedDeclines({ kind, minutes: 10 }, 0.3, delay, 0.25);
    expect(counted.notYes).toBeCloseTo(notYes, 6);
    expect(counted.declined).toBeCloseTo(declined, 6);
  });
});
