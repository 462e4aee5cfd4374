import { z } from 'zod';
import { CircuitBreaker } from './circuit-breaker.js';
import { GeocoderUnavailable, type Geocoder, type PostalPlace } from './geocoder.js';
import { RememberedPostcodes } from './remembered-postcodes.js';

/** Why the register gave nothing; a word of ours, never one of its answer. */
type Trouble = 'timeout' | 'connection-failed' | 'refused' | 'not-understood' | 'busy';

export interface PdokOptions {
  /** Address of the Locatieserver up to its version, for example https://api.pdok.nl/bzk/locatieserver/search/v3_1 */
  readonly url: string;
  /** Milliseconds for one question. */
  readonly timeoutMs?: number;
  /** Hears once when it is left alone for a while. */
  readonly onRest?: (trouble: Trouble) => void;
  readonly clock?: () => number;
}

/** At most this many addresses come at once; a postcode has some twenty. */
const rows = 100;
const mostBytes = 256 * 1024;
const mostAtOnce = 8;

/** What it answers to `fl=buurtcode`; everything else it may say is not read. */
const answerSchema = z.object({
  response: z.object({
    numFound: z.int().min(0),
    docs: z.array(z.object({ buurtcode: z.string().optional() })),
  }),
});

/**
 * PDOK Locatieserver: the addresses of the Netherlands with the neighbourhood of each. Asked for the postcode alone; for
 * a house number only where the postcode lies in several neighbourhoods.
 */
export class PdokGeocoder implements Geocoder {
  private readonly breaker: CircuitBreaker;
  private readonly remembered: RememberedPostcodes;
  private underWay = 0;

  constructor(private readonly options: PdokOptions) {
    this.breaker = new CircuitBreaker({ failures: 3, restMs: 30_000 }, options.clock);
    this.remembered = new RememberedPostcodes(options.clock);
  }

  async neighbourhoodsOf({ postcode, houseNumber }: PostalPlace): Promise<readonly string[]> {
    const codes = this.remembered.get(postcode) ?? (await this.ask(`postcode:${postcode}`));
    this.remembered.keep(postcode, codes);
    if (codes.length < 2 || houseNumber === undefined) return codes;
    const ofHouse = await this.ask(`postcode:${postcode}`, `huisnummer:${houseNumber}`);
    return ofHouse.length === 0 ? codes : ofHouse;
  }

  private async ask(...filters: readonly string[]): Promise<readonly string[]> {
    if (this.underWay >= mostAtOnce || !this.breaker.allows()) throw new GeocoderUnavailable('busy' satisfies Trouble);
    this.underWay += 1;
    try {
      const codes = await this.exchange(filters);
      this.breaker.succeeded();
      return codes;
    } catch (error) {
      const trouble = troubleOf(error as Error);
      if (this.breaker.fails()) this.options.onRest?.(trouble);
      throw new GeocoderUnavailable(trouble);
    } finally {
      this.underWay -= 1;
    }
  }

  private async exchange(filters: readonly string[]): Promise<readonly string[]> {
    const query = new URLSearchParams({ q: '*:*', fl: 'buurtcode', rows: String(rows) });
    for (const filter of ['type:adres', ...filters]) query.append('fq', filter);
    const answer = await fetch(`${this.options.url.replace(/\/$/, '')}/free?${query.toString()}`, {
      // Whoever is sent on might be sent anywhere.
      redirect: 'error',
      signal: AbortSignal.timeout(this.options.timeoutMs ?? 2_500),
      headers: { Accept: 'application/json' },
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new Refused();
    }
    const { response } = answerSchema.parse(JSON.parse(await textOf(answer)));
    return [...new Set(response.docs.flatMap(({ buurtcode }) => (isCode(buurtcode) ? [buurtcode] : [])))];
  }
}

class Refused extends Error {}

function isCode(text: string | undefined): text is string {
  return text !== undefined && /^BU\d{8}$/.test(text);
}

/** Its text, as far as an answer of this kind can be long. */
async function textOf(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new SyntaxError('too long');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function troubleOf(error: Error): Trouble {
  if (error instanceof Refused) return 'refused';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  if (error instanceof SyntaxError || error instanceof z.ZodError) return 'not-understood';
  return 'connection-failed';
}
