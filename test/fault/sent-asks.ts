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

/** Asks without a mail that the mail server has answered for, counted by what became of them so far. */
export function unsentAsks(
  scene: FaultScene,
): Promise<{ status: string | null; reason: string | null; asks: string }[]> {
  return scene.rows(
    `SELECT n.status, n.reason, count(*) AS asks
       FROM ask a LEFT JOIN notification n ON n.subject_id = a.id AND n.template = 'ask' AND n.channel = 'email'
      WHERE a.status = 'pending' AND n.status IS DISTINCT FROM 'sent' GROUP BY n.status, n.reason`,
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

/** How many asks reached somebody under more than one Message-ID. */
export function asksSentAsTwo(scene: FaultScene): number {
  return [...askMails(scene).values()].filter((messageIds) => messageIds.size > 1).length;
}

/** Nothing lost, nothing doubled. */
export const allDelivered: Delivery = { forgottenRequests: 0, asksWithoutMail: 0, asksSentAsTwo: 0 };

/** Waits until `requests` have been asked about and no ask waits for its mail, or until patience ends. */
export async function delivery(scene: FaultScene, requests: number): Promise<Delivery> {
  const asked = await eventually(
    () => scene.count('SELECT count(DISTINCT help_request_id) FROM ask'),
    (count) => count === requests,
    200_000,
  );
  await eventually(
    () => unsentAsks(scene),
    (unsent) => unsent.length === 0,
    200_000,
  );
  const mails = askMails(scene);
  return {
    forgottenRequests: requests - asked,
    asksWithoutMail: (await scene.count('SELECT count(*) FROM ask')) - mails.size,
    asksSentAsTwo: asksSentAsTwo(scene),
  };
}
