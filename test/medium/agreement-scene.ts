import { randomUUID } from 'node:crypto';
import type { GeneratedPerson } from '../load/generated-people.js';
import type { Application, PostBody } from '../support/application.js';

export interface Agreement {
  readonly requestId: string;
  /** Of the acceptance, and so of the conversation. */
  readonly id: string;
  readonly asker: GeneratedPerson;
  readonly helper: GeneratedPerson;
}

interface SignedIn {
  readonly cookie: string;
}

/** Two people with an agreement, and what they do with it. */
export class AgreementScene {
  constructor(private readonly scene: Application) {}

  /** An agreement between the asker and the neighbour of this number, both told of it. */
  async agreed(index: number, overrides: Partial<PostBody> = {}): Promise<Agreement> {
    const { scene } = this;
    const [asker, helper] = [scene.asker(index), scene.neighbour(index)];
    const { id: requestId } = await scene.post(asker.cookie, { address: 'Praatpad 1', ...overrides });
    await scene.client.call('acceptHelpRequest', { id: requestId, cookie: helper.cookie, body: {} });
    const seen = await scene.client.call('confirmHelpRequest', { id: requestId, cookie: asker.cookie, body: {} });
    await scene.workOff();
    return { requestId, id: seen.result().helpers![0]!.acceptanceId, asker, helper };
  }

  write(id: string, { cookie }: SignedIn, text: string, messageId: string = randomUUID()) {
    return this.scene.client.call('sendMessage', { id, cookie, body: { id: messageId, text } });
  }

  look(id: string, { cookie }: SignedIn) {
    return this.scene.client.call('getConversation', { id, cookie });
  }

  read(id: string, { cookie }: SignedIn, number: number) {
    return this.scene.client.call('readConversation', { id, cookie, body: { number } });
  }
}
