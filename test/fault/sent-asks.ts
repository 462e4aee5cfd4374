import type { FaultScene } from './fault-scene.js';

/** Message-IDs of the asks that reached the mail server, by recipient and request. */
export function askMails(scene: FaultScene): Map<string, Set<string>> {
  const byAsk = new Map<string, Set<string>>();
  for (const { to, text, headers } of scene.sink.list()) {
    const number = /Vraag nummer \d+\./.exec(text)?.[0];
    if (!number || !/\/a\//.test(text)) continue;
    const key = `${to} ${number}`;
    byAsk.set(key, (byAsk.get(key) ?? new Set()).add(headers['message-id'] ?? 'none'));
  }
  return byAsk;
}

/** Asks without a mail that the mail server has answered for. */
export async function unsentAsks(scene: FaultScene): Promise<string[]> {
  const rows = await scene.rows<{ id: string }>(
    `SELECT a.id FROM ask a
      WHERE NOT EXISTS (SELECT 1 FROM notification n WHERE n.subject_id = a.id AND n.template = 'ask'
                           AND n.channel = 'email' AND n.status = 'sent')`,
  );
  return rows.map(({ id }) => id);
}
