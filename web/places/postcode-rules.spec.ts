import { describe, expect, it } from '@jest/globals';
import type { Neighbourhood } from '@app/contracts/http/places.js';
import { nl } from '../messages/nl.js';
import { answerOf, postalErrors, searchOf } from './postcode-rules.js';

const texts = nl.places;
const neighbourhoods = [
  ['BU03270000', 'Hamershof'],
  ['BU03270001', 'Akkerhoeve'],
].map(([code, name]) => ({ code, name }) as Neighbourhood);

describe('what is typed', () => {
  it.each(['1234 AB', '1234ab', ' 1234 Ab '])('%j is a postcode', (postcode) => {
    expect(postalErrors({ postcode, houseNumber: '' })).toEqual({});
  });

  it.each(['', '1234', '123 AB', '12345 AB', 'AB 1234'])('%j is none', (postcode) => {
    expect(postalErrors({ postcode, houseNumber: '' })).toEqual({ postcode: texts.errors.postcode });
  });

  it.each([
    ['12', 12],
    [' 12a', 12],
    ['12-3 hs', 12],
  ])('of the house number %j the number alone is sent', (houseNumber, number) => {
    expect(postalErrors({ postcode: '1234 AB', houseNumber })).toEqual({});
    expect(searchOf({ postcode: ' 1234 AB', houseNumber })).toEqual({ postcode: '1234 AB', houseNumber: number });
  });

  it('may leave the house number out, but not write something else there', () => {
    expect(searchOf({ postcode: '1234 AB', houseNumber: ' ' })).toEqual({ postcode: '1234 AB' });
    for (const houseNumber of ['0', 'a12', '123456']) {
      expect(postalErrors({ postcode: '1234 AB', houseNumber })).toEqual({ houseNumber: texts.errors.houseNumber });
    }
  });
});

describe('what is told', () => {
  it('fills in the one that was found', () => {
    expect(answerOf({ outcome: 'found', neighbourhoodCodes: ['BU03270001'] }, neighbourhoods)).toEqual({
      code: 'BU03270001',
      text: texts.found('Akkerhoeve'),
    });
  });

  it('names several, and fills in none', () => {
    const codes = ['BU03270000', 'BU03270001'];
    expect(answerOf({ outcome: 'several', neighbourhoodCodes: codes }, neighbourhoods)).toEqual({
      code: undefined,
      text: texts.several('Hamershof, Akkerhoeve'),
    });
  });

  it('never fills in one that is not in the list', () => {
    expect(answerOf({ outcome: 'found', neighbourhoodCodes: ['BU03270099'] }, neighbourhoods)).toEqual({
      code: undefined,
      text: texts.unknown,
    });
  });

  it.each(['elsewhere', 'unknown', 'unavailable'] as const)('%s leads to the list', (outcome) => {
    expect(answerOf({ outcome, neighbourhoodCodes: [] }, neighbourhoods)).toEqual({
      code: undefined,
      text: texts[outcome],
    });
  });

  it('a search without an answer leads there too', () => {
    expect(answerOf(undefined, neighbourhoods).text).toBe(texts.unavailable);
  });
});
