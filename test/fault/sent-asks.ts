import { eventually, type FaultScene } from './fault-scene.js';

/** Message-IDs of the asks that reached the mail server, by recipient and request. */
function askMails(scene: FaultScene): Map<string, Set<string>> {
  const byAsk = new Map<string, Set<string>>();
  for (const { to, text, headers } of scene.sink.list()) {
    const number = /Hondje-\d+-uitlaten/.exec(text)?.[0];
    if (!number || !/\/antwoord\//.test(text)) continue;
    const key = `${to} ${number}`;
    byAsk.set(key, (byAsk.get(key) ?? new Set()).add(headers['message-id'] ?? 'none'));
  }
  return byAsk;
}

/** How many asks have no mail that the mail server has answered for. */
export function unsentAsks(scene: FaultScene): Promise<number> {
  return scene.count(
    `SELECT count(*) FROM ask a
      WHERE a.status = 'pending' AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.subject_id = a.id AND n.template = 'ask'
                           AND n.channel = 'email' AND n.status = 'sent')`,
  );
}

/** What became of all asks, once nothing waits any more. */
export interface Delivery {
  /** Requests that nobody was asked about. */
  readonly forgottenRequests: number;
  readonly asksWithoutMail: number;
  /** Asks that reached somebody under more than one Message-ID. */
  readonly asksSentAsTwo: number;
}

/** Nothing lost, nothing doubled. */
export const allDelivered: Delivery = { forgottenRequests: 0, asksWithoutMail: 0, asksSentAsTwo: 0 };

/** Waits until `requests` have been asked about and no ask waits for its mail, or until patience ends. */
export async function delivery(scene: FaultScene, requests: number): Promise<Delivery> {
  const asked = await eventually(
    () => scene.count('SELECT count(DISTINCT help_request_id) FROM ask'),
    (count) => count === requests,
  );
  await eventually(
    () => unsentAsks(scene),
    (unsent) => unsent === 0,
  );
  const mails = askMails(scene);
  return {
    forgottenRequests: requests - asked,
    asksWithoutMail: (await scene.count('SELECT count(*) FROM ask')) - mails.size,
    asksSentAsTwo: [...mails.values()].filter((messageIds) => messageIds.size > 1).length,
  };
}
