import { describe, expect, it } from '@jest/globals';
import { HOUR } from '../../domain/kernel/time.js';
import { Agenda } from '../agenda.js';
import { areas, parametersWith } from '../parameters.js';
import { Chance, streams } from '../random.js';
import { makeWorld, suitedTo } from './world.js';

describe('chance', () => {
  const chance = new Chance(1);

  it('is the same whatever was drawn before', () => {
    const first = chance.uniform(streams.intention, 5, 7);
    chance.uniform(streams.delay, 1, 1);
    expect(chance.uniform(streams.intention, 5, 7)).toBe(first);
    expect(new Chance(1).uniform(streams.intention, 5, 7)).toBe(first);
  });

  it('differs by seed, stream, person and request', () => {
    const draws = [
      new Chance(2).uniform(streams.intention, 5, 7),
      chance.uniform(streams.intention, 5, 7),
      chance.uniform(streams.delay, 5, 7),
      chance.uniform(streams.intention, 6, 7),
      chance.uniform(streams.intention, 5, 8),
      chance.uniform(streams.intention, 7, 5),
    ];
    expect(new Set(draws).size).toBe(draws.length);
  });

  it('is spread evenly over neighbouring names', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let a = 0; a < 200; a += 1) {
      for (let b = 0; b < 100; b += 1) {
        const tenth = Math.floor(chance.uniform(streams.intention, a, b) * 10);
        tenths[tenth] = (tenths[tenth] ?? 0) + 1;
      }
    }
    // 2,000 each, standard deviation 42.
    expect(Math.min(...tenths)).toBeGreaterThan(1800);
    expect(Math.max(...tenths)).toBeLessThan(2200);
  });

  it('has a normal distribution of mean 0 and variance 1', () => {
    const draws = Array.from({ length: 20_000 }, (_, a) => chance.normal(streams.effect, a));
    const mean = draws.reduce((sum, z) => sum + z, 0) / draws.length;
    const square = draws.reduce((sum, z) => sum + z * z, 0) / draws.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(square).toBeCloseTo(1, 1);
  });
});

describe('the agenda', () => {
  it('gives events by time, and those of one time in the order in which they were set', () => {
    const agenda = new Agenda<string>();
    for (const [at, event] of [
      [3, 'c'],
      [1, 'a'],
      [2, 'b1'],
      [2, 'b2'],
      [0, 'start'],
    ] as const) {
      agenda.add(at, event);
    }
    const order = [];
    for (let next = agenda.next(); next !== undefined; next = agenda.next()) order.push(next.event);
    expect(order).toEqual(['start', 'a', 'b1', 'b2', 'c']);
  });
});

describe('a world', () => {
  const world = makeWorld(parametersWith(), 2, 60);

  it('has as many requests as is assumed, by time, each with time to say yes', () => {
    const { arrivals } = world;
    expect(arrivals.length).toBeGreaterThan(60 * 12 * 0.85);
    expect(arrivals.length).toBeLessThan(60 * 12 * 1.15);
    expect(arrivals.map(({ at }) => at)).toEqual(arrivals.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(arrivals.filter(({ at, deadline }) => deadline <= at)).toEqual([]);
    const planned = arrivals.filter(({ urgency }) => urgency === 'planned').map(({ at, deadline }) => deadline - at);
    const median = planned.toSorted((a, b) => a - b)[Math.floor(planned.length / 2)] ?? 0;
    expect(median / HOUR).toBeGreaterThan(40);
    expect(median / HOUR).toBeLessThan(56);
  });

  it('suits a request with people who offer it within their reach', () => {
    const request = world.arrivals[0];
    if (request === undefined) throw new Error('A world without requests');
    const suited = suitedTo(world, request);
    expect(suited.length).toBeGreaterThan(0);
    const ownOnly = suited.filter(({ who }) => world.people.reach[who] === 0);
    expect(ownOnly.filter(({ who }) => world.people.area[who] !== request.area)).toEqual([]);
  });

  it('has people in every area', () => {
    expect(new Set(world.people.area).size).toBe(areas.length);
  });
});
