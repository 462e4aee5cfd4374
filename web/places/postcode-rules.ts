import type { Operations } from '@app/contracts/http/index.js';
import type { OperationBody, OperationResult } from '@app/contracts/http/operation.js';
import type { Neighbourhood } from '@app/contracts/http/places.js';
import { t } from '../messages/texts.js';

type Result = OperationResult<Operations['findNeighbourhood']>;

export interface PostalForm {
  readonly postcode: string;
  readonly houseNumber: string;
}

/** What is wrong, by field; nothing when it can be searched for. */
export function postalErrors({ postcode, houseNumber }: PostalForm): Partial<PostalForm> {
  return {
    ...(/^\s*\d{4}\s?[a-z]{2}\s*$/i.test(postcode) ? {} : { postcode: t.places.errors.postcode }),
    // A letter or an addition may follow; it says nothing about the neighbourhood.
    ...(/^\s*([1-9]\d{0,4}(\D.*)?)?$/.test(houseNumber) ? {} : { houseNumber: t.places.errors.houseNumber }),
  };
}

/** What is sent: of the house its number alone. */
export function searchOf({ postcode, houseNumber }: PostalForm): OperationBody<Operations['findNeighbourhood']> {
  const number = Number.parseInt(houseNumber, 10);
  return Number.isNaN(number) ? { postcode: postcode.trim() } : { postcode: postcode.trim(), houseNumber: number };
}

export interface PostalAnswer {
  /** The neighbourhood to fill in, when there is one. */
  readonly code: string | undefined;
  readonly text: string;
}

/** What to tell; undefined for a search that was not answered. A neighbourhood nobody looks after is not in the list. */
export function answerOf(result: Result | undefined, neighbourhoods: readonly Neighbourhood[]): PostalAnswer {
  if (result === undefined) return { code: undefined, text: t.places.unavailable };
  const listed = neighbourhoods.filter(({ code }) => result.neighbourhoodCodes.includes(code));
  const [first, ...more] = listed;
  if (first === undefined) {
    const known = result.outcome === 'elsewhere' || result.outcome === 'unavailable' ? result.outcome : 'unknown';
    return { code: undefined, text: t.places[known] };
  }
  if (more.length === 0) return { code: first.code, text: t.places.found(first.name) };
  return { code: undefined, text: t.places.several(listed.map(({ name }) => name).join(', ')) };
}
