import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KeptStorage } from '../session/kept.testing.js';
import { loadPlaces, organisationsFailure, places, placesFailure } from './places.js';

const areas = { municipality: { name: 'Leusden', hasOutlines: false, mapTiles: null }, neighbourhoods: [] };
const desk = { id: 'a', kind: 'desk', name: 'Huiskamer', contact: { givenName: 'Els', phone: '000 - 000 00 01' } };
const realFetch = globalThis.fetch;

beforeEach(() => {
  places.value = undefined;
  Object.assign(globalThis, { localStorage: new KeptStorage() });
});
afterEach(() => {
  globalThis.fetch = realFetch;
  Reflect.deleteProperty(globalThis, 'localStorage');
});

/** A service of which these parts answer. */
function serviceWith(parts: { readonly areas: boolean; readonly organisations: boolean }): void {
  globalThis.fetch = jest.fn<typeof fetch>().mockImplementation((address) => {
    const ofAreas = address === '/v1/neighbourhoods';
    const works = ofAreas ? parts.areas : parts.organisations;
    const body = works ? (ofAreas ? areas : { associations: [desk] }) : {};
    return Promise.resolve(new Response(JSON.stringify(body), { status: works ? 200 : 502 }));
  });
}

describe('the places of the municipality', () => {
  it('that could not be fetched say why, and come when asked again', async () => {
    serviceWith({ areas: false, organisations: false });
    await loadPlaces();
    expect(placesFailure.value).toMatchObject({ status: 502 });
    expect(organisationsFailure.value).toMatchObject({ status: 502 });
    serviceWith({ areas: true, organisations: true });
    await loadPlaces();
    expect([placesFailure.value, organisationsFailure.value]).toEqual([undefined, undefined]);
    expect(places.value?.associations).toEqual([desk]);
  });

  it('are no list without anybody to call when only the organisations could not be fetched', async () => {
    serviceWith({ areas: true, organisations: false });
    await loadPlaces();
    expect(places.value?.municipality).toBe('Leusden');
    expect(placesFailure.value).toBeUndefined();
    expect(organisationsFailure.value).toMatchObject({ status: 502 });
    serviceWith({ areas: true, organisations: true });
    await loadPlaces();
    expect(organisationsFailure.value).toBeUndefined();
    expect(places.value?.associations).toEqual([desk]);
  });
});
