import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GeocoderUnavailable } from './geocoder.js';
import { PdokGeocoder } from './pdok-geocoder.js';

interface Address {
  readonly postcode: string;
  readonly huisnummer: number;
  readonly buurtcode: string;
}

const addresses: readonly Address[] = [
  { postcode: '9999AA', huisnummer: 1, buurtcode: 'BU03270000' },
  { postcode: '9999AA', huisnummer: 3, buurtcode: 'BU03270000' },
  { postcode: '9999BB', huisnummer: 1, buurtcode: 'BU03270000' },
  { postcode: '9999BB', huisnummer: 2, buurtcode: 'BU03270001' },
];
const allowed = new Set(['q', 'fl', 'fq', 'rows', 'start', 'sort', 'df', 'bq', 'wt']);
const inOneBuurt = { postcode: '9999AA', houseNumber: undefined };

let server: Server;
let url: string;
let asked: URLSearchParams[];
let now: number;
let rests: string[];
let answer: (query: URLSearchParams, response: ServerResponse) => void;

/** Answers as the Locatieserver does: filters, the fields of `fl` alone, and 400 for a parameter it does not have. */
function asTheRegister(query: URLSearchParams, response: ServerResponse): void {
  response.setHeader('Content-Type', 'application/json;charset=utf-8');
  if ([...query.keys()].some((name) => !allowed.has(name))) {
    response.writeHead(400).end('{"error":{"metadata":["error-class"],"msg":"undefined field","code":400}}');
    return;
  }
  const filters = query.getAll('fq').map((filter) => filter.split(':'));
  const wanted = (name: string): string | undefined => filters.find(([field]) => field === name)?.[1];
  const found = addresses.filter(
    ({ postcode, huisnummer }) =>
      postcode === wanted('postcode') && [undefined, String(huisnummer)].includes(wanted('huisnummer')),
  );
  const docs = found.slice(0, Number(query.get('rows'))).map(({ buurtcode }) => ({ buurtcode }));
  response.end(
    JSON.stringify({ response: { numFound: found.length, start: 0, maxScore: 1, numFoundExact: true, docs } }),
  );
}

beforeEach(async () => {
  [asked, rests, now] = [[], [], 0];
  answer = asTheRegister;
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://register.invalid');
    asked.push(searchParams);
    if (pathname === '/v3_1/free') answer(searchParams, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v3_1/`;
});
afterEach(async () => {
  server.closeAllConnections();
  if (server.listening) await new Promise((resolve) => server.close(resolve));
});

const geocoder = (timeoutMs = 5_000): PdokGeocoder =>
  new PdokGeocoder({ url, timeoutMs, clock: () => now, onRest: (trouble) => void rests.push(trouble) });

describe('the register of addresses', () => {
  it('tells the neighbourhood of a postcode, and is not told the house number', async () => {
    expect(await geocoder().neighbourhoodsOf({ ...inOneBuurt, houseNumber: 3 })).toEqual(['BU03270000']);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.getAll('fq')).toEqual(['type:adres', 'postcode:9999AA']);
    expect(asked[0]?.get('fl')).toBe('buurtcode');
  });

  it('is asked for the house where a border runs through the postcode', async () => {
    const register = geocoder();
    expect(await register.neighbourhoodsOf({ postcode: '9999BB', houseNumber: undefined })).toHaveLength(2);
    expect(await register.neighbourhoodsOf({ postcode: '9999BB', houseNumber: 2 })).toEqual(['BU03270001']);
    expect(await register.neighbourhoodsOf({ postcode: '9999BB', houseNumber: 77 })).toHaveLength(2);
  });

  it('is asked once a day for a postcode, and nothing is kept of a house', async () => {
    const register = geocoder();
    for (let times = 0; times < 3; times += 1) await register.neighbourhoodsOf({ postcode: '9999BB', houseNumber: 2 });
    expect(asked.filter((query) => query.getAll('fq').length === 2)).toHaveLength(1);
    expect(asked.filter((query) => query.getAll('fq').length === 3)).toHaveLength(3);
    now = 24 * 3_600_000;
    await register.neighbourhoodsOf({ postcode: '9999BB', houseNumber: undefined });
    expect(asked.filter((query) => query.getAll('fq').length === 2)).toHaveLength(2);
  });

  it('knows nothing of a postcode that is not there', async () => {
    expect(await geocoder().neighbourhoodsOf({ postcode: '9999ZZ', houseNumber: 1 })).toEqual([]);
  });
});

describe('a register that does not answer as it should', () => {
  const troubles: readonly [string, string, (response: ServerResponse) => void][] = [
    ['says 500', 'refused', (response) => response.writeHead(500).end('<html>')],
    ['says 429', 'refused', (response) => response.writeHead(429).end()],
    ['sends us elsewhere', 'connection-failed', (response) => response.writeHead(302, { location: '/other' }).end()],
    ['answers with a page', 'not-understood', (response) => response.end('<html>storing</html>')],
    ['answers with other JSON', 'not-understood', (response) => response.end('{"response":{"docs":"none"}}')],
    ['never stops talking', 'not-understood', (response) => response.end(' '.repeat(300_000))],
    ['hangs up', 'connection-failed', (response) => response.destroy()],
    ['stays silent', 'timeout', () => undefined],
  ];

  it.each(troubles)('that %s is unavailable: %s', async (_does, trouble, reply) => {
    answer = (_query, response) => reply(response);
    await expect(geocoder(500).neighbourhoodsOf(inOneBuurt)).rejects.toThrow(new GeocoderUnavailable(trouble));
  });

  it('is left alone after three failures, and tried once after half a minute', async () => {
    answer = (_query, response) => void response.writeHead(503).end();
    const register = geocoder();
    for (let times = 0; times < 6; times += 1) {
      await expect(register.neighbourhoodsOf(inOneBuurt)).rejects.toThrow(GeocoderUnavailable);
    }
    expect(asked).toHaveLength(3);
    expect(rests).toEqual(['refused']);
    now = 30_000;
    await expect(register.neighbourhoodsOf(inOneBuurt)).rejects.toThrow(GeocoderUnavailable);
    await expect(register.neighbourhoodsOf(inOneBuurt)).rejects.toThrow(GeocoderUnavailable);
    expect(asked).toHaveLength(4);
    answer = asTheRegister;
    now = 60_000;
    expect(await register.neighbourhoodsOf(inOneBuurt)).toEqual(['BU03270000']);
    expect(await register.neighbourhoodsOf({ postcode: '9999ZZ', houseNumber: undefined })).toEqual([]);
  });

  it('does not pass off a code of something else as a neighbourhood', async () => {
    answer = (_query, response) =>
      void response.end('{"response":{"numFound":2,"docs":[{},{"buurtcode":"BU0327000<script>"}]}}');
    expect(await geocoder().neighbourhoodsOf(inOneBuurt)).toEqual([]);
  });
});
