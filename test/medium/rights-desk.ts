import type { OperationId } from '@app/contracts/http/index.js';
import type { Application } from '../support/application.js';

interface Caller {
  readonly cookie: string;
}

/** What is made, for the path of an operation. */
interface Made {
  readonly id: string;
  readonly version?: number;
  readonly body?: unknown;
  readonly asker?: string;
}

const onBehalfOf = { givenName: 'Truus', phone: '06 44000000' };

/** A question to the desk of association A; one of somebody on the telephone where a code is made for it. */
export async function deskQuestion(
  application: Application,
  id: OperationId,
  { asker, coordinator }: { readonly asker: Caller; readonly coordinator: Caller },
): Promise<Made> {
  const body = { text: 'Waar kan ik terecht met mijn vragen?', neighbourhoodCode: 'BU90010000' };
  const byPhone = id === 'makeQuestionFollowCode';
  const input = byPhone
    ? { cookie: coordinator.cookie, body: { ...body, onBehalfOf } }
    : { cookie: asker.cookie, body };
  const made = (await application.client.call('askDesk', input)).result();
  return {
    id: made.id,
    version: made.version,
    asker: asker.cookie,
    ...(id === 'offerDeskQuestion' ? { body: { to: null } } : {}),
    ...(id === 'setKeepInTouch' ? { body: { wanted: true } } : {}),
  };
}

/** A request that the coordinator of A took down on the telephone. */
export async function requestByPhone(application: Application, coordinator: Caller): Promise<Made> {
  const taken = { ...onBehalfOf, relation: 'phone-intake' as const };
  return { id: (await application.post(coordinator.cookie, { onBehalfOf: taken })).id };
}
