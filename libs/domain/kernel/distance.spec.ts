import { expect, it } from '@jest/globals';
import { distanceKm } from './distance.js';

it('is 111.2 km for one degree of latitude', () => {
  expect(distanceKm({ lon: 5, lat: 52 }, { lon: 5, lat: 53 })).toBeCloseTo(111.195, 2);
});

it('is shorter for a degree of longitude, by the cosine of the latitude', () => {
  expect(distanceKm({ lon: 5, lat: 60 }, { lon: 6, lat: 60 })).toBeCloseTo(55.6, 1);
});

it('is nothing from a point to itself, the same both ways, and half the globe to the other side', () => {
  const hamershof = { lon: 5.428, lat: 52.1292 };
  const achterveld = { lon: 5.5012, lat: 52.1359 };
  expect(distanceKm(hamershof, hamershof)).toBe(0);
  expect(distanceKm(hamershof, achterveld)).toBeCloseTo(distanceKm(achterveld, hamershof), 12);
  expect(distanceKm(hamershof, achterveld)).toBeCloseTo(5.05, 1);
  expect(distanceKm({ lon: 0, lat: 0 }, { lon: 180, lat: 0 })).toBeCloseTo(Math.PI * 6371.0088, 6);
});
