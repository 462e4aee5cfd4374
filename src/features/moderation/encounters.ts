import { Inject, Injectable } from '@nestjs/common';
import type { Encounter } from '@app/contracts/http/blocks.js';
import { RequestDigest, type RequestDigestView } from '@app/features/help-requests/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** The other person of an encounter, and the request the two met by. */
export interface Met {
  readonly personId: string;
  readonly helpRequestId: string;
  readonly associationId: string;
}

/** Finds out who somebody met, from what the two have in common. Needs a system transaction. */
@Injectable()
export class Encounters {
  constructor(@Inject(RequestDigest) private readonly requests: RequestDigest) {}

  /** The other one; undefined when these two never met there, which looks like a request that never was. */
  async otherOf(tx: Transaction, personId: string, encounter: Encounter): Promise<Met | undefined> {
    const { askId, acceptanceId } = encounter;
    const helpRequestId = askId === undefined ? encounter.helpRequestId : await askedAbout(tx, personId, askId);
    const request = helpRequestId === undefined ? undefined : await this.requests.of(tx, helpRequestId);
    if (!request) return undefined;
    const other = askId === undefined ? otherIn(request, personId, acceptanceId) : request.state.askerId;
    if (other === undefined || other === personId) return undefined;
    return { personId: other, helpRequestId: request.state.id, associationId: request.state.associationId };
  }
}

function otherIn({ state, contactId }: RequestDigestView, personId: string, acceptanceId?: string): string | undefined {
  if (personId !== state.askerId && personId !== contactId) {
    return state.acceptances.some((acceptance) => acceptance.personId === personId) ? state.askerId : undefined;
  }
  const helpers = new Set(
    state.acceptances
      .filter(({ id }) => acceptanceId === undefined || id === acceptanceId)
      .map((acceptance) => acceptance.personId),
  );
  // With several neighbours the asker has to say which one.
  return helpers.size === 1 ? [...helpers][0] : undefined;
}

async function askedAbout(tx: Transaction, personId: string, askId: string): Promise<string | undefined> {
  const [ask] = await tx.query<{ help_request_id: string }>(
    'SELECT help_request_id FROM ask WHERE municipality_id = $1 AND id = $2 AND person_id = $3',
    [tx.tenancy.municipalityId, askId, personId],
  );
  return ask?.help_request_id;
}
