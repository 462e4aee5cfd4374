import proxyAddr from '@fastify/proxy-addr';
import type { IncomingMessage } from 'node:http';
import type { Server, Socket } from 'socket.io';
import type { AppConfig } from '../config/app-config.js';
import { believes, limitedSource } from '../http/rate-limits.js';

type Engine = Server['engine'];
type Connection = Socket['conn'];

/** Many times what may be said: that limit ends a socket with a word, this one ends what is no socket yet. */
const mostPacketsPerSecond = 400;

/** A care home or an office behind one address has room; a single machine cannot take the memory of everybody. */
const mostFromOneAddress = 200;

/** What one machine may ask of the socket server, whether or not it shows a cookie. */
export function limitConnections(engine: Engine, { trustProxy }: Pick<AppConfig, 'trustProxy'>): void {
  const open = new Map<string, number>();
  const sourceOf = (request: IncomingMessage): string | undefined =>
    limitedSource(proxyAddr(request, believes(trustProxy)), request.headers, trustProxy);
  engine.opts.allowRequest = (request, answer) => {
    const source = sourceOf(request);
    const isFull = source !== undefined && (open.get(source) ?? 0) >= mostFromOneAddress;
    answer(isFull ? 'too many connections' : null, !isFull);
  };
  engine.on('connection', (connection: Connection) => {
    limitPackets(connection);
    const source = sourceOf(connection.request);
    if (source === undefined) return;
    open.set(source, (open.get(source) ?? 0) + 1);
    connection.on('close', () => {
      const left = (open.get(source) ?? 1) - 1;
      if (left > 0) open.set(source, left);
      else open.delete(source);
    });
  });
}

/**
 * A flood closes that one connection. Counted below the messages: what is no message, or comes before a cookie was
 * looked at, costs as much.
 */
function limitPackets(connection: Connection): void {
  let left = mostPacketsPerSecond;
  const refill = setInterval(() => (left = mostPacketsPerSecond), 1_000);
  connection.on('packet', () => {
    left -= 1;
    if (left < 0) connection.close(true);
  });
  connection.on('close', () => clearInterval(refill));
}
