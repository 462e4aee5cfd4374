import { randomUUID } from 'node:crypto';
import type { GeneratedPerson } from './generated-people.js';
import { tuesdayAfternoon, type GeneratedTown } from './generated-town.js';
import type { Answer, OneConnection } from './one-connection.js';

const hour = 3_600_000;

/** The two calls that are measured, made by one asker after another. */
export class MeasuredCalls {
  readonly associationId: string;
  private readonly body: string;
  private turn = 0;

  constructor(private readonly town: GeneratedTown) {
    this.associationId = town.organisationIds[0] ?? '';
    this.body = JSON.stringify({
      category: 'groceries',
      urgency: 'planned',
      summary: 'Graag wat boodschappen halen bij de winkel om de hoek',
      window: {
        from: new Date(tuesdayAfternoon + 24 * hour).toISOString(),
        until: new Date(tuesdayAfternoon + 27 * hour).toISOString(),
      },
      neighbourhoodCode: town.neighbourhoodCodes[0],
      address: 'Voorbeeldlaan 1',
    });
  }

  nextAsker(): GeneratedPerson {
    this.turn += 1;
    const asker = this.town.askers[this.turn % this.town.askers.length];
    if (!asker) throw new Error('A town without askers');
    return asker;
  }

  async getBoard(connection: OneConnection): Promise<Answer> {
    const path = `/v1/board?associationId=${this.associationId}`;
    return expectStatus(await connection.send('GET', path, { cookie: this.nextAsker().cookie }), 200);
  }

  async postHelpRequest(connection: OneConnection): Promise<Answer> {
    const headers = {
      cookie: this.nextAsker().cookie,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    return expectStatus(await connection.send('POST', '/v1/help-requests', headers, this.body), 201);
  }
}

function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`Expected ${status}, got ${answer.status}: ${answer.body.toString()}`);
  return answer;
}
