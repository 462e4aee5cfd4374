import type { Socket } from 'node:net';
import pg from 'pg';

/** More different statements than this are not ours but made in a loop; they go unprepared. */
const mostStatements = 600;

const names = new Map<string, string>();

/** The name under which every connection prepares this statement; undefined when there are too many already. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostStatements) return known;
  const name = `zb_${names.size + 1}`;
  names.set(text, name);
  return name;
}

type Send = (this: pg.Client, query: unknown, values?: unknown, ...rest: unknown[]) => unknown;

const { query: send } = pg.Client.prototype as unknown as { readonly query: Send };

/**
 * A connection that prepares each statement with parameters at its first use. Under row level security planning
 * a statement takes longer than doing it; prepared, PostgreSQL plans it once a connection. Our statements are a few
 * hundred constant texts, so they are all worth keeping.
 */
export class PreparedClient extends pg.Client {}

/** Statements sent in one turn of the event loop leave in one packet: telling the system costs more than the bytes. */
function holdUntilEndOfTurn(client: pg.Client): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const sendPrepared: Send = function query(this: pg.Client, given, values, ...rest) {
  holdUntilEndOfTurn(this);
  const name = typeof given === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(given) : undefined;
  return send.call(this, name === undefined ? given : { name, text: given }, values, ...rest);
};
// The many overloads of pg's own method cannot be overridden one by one.
PreparedClient.prototype.query = sendPrepared as typeof PreparedClient.prototype.query;
