import { pino, type Logger } from 'pino';

/** Injection token of the process's logger. */
export const LOGGER = Symbol('LOGGER');

/** What of an error may be written down: never a message, since a driver may quote values in it. */
function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = ((error as { driverError?: unknown }).driverError ?? error) as Record<
    string,
    unknown
  >;
  // The stack's first line repeats the message; the frames below it are ours.
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, code, constraint, table, stack: frames.slice(0, 12).join('\n') };
}

/** Structured logs: ids, codes and numbers. Names, addresses, texts and tokens have no way in. */
export function createLogger(level: string): Logger {
  return pino({ level, base: { pid: process.pid }, serializers: { err: errorFields, error: errorFields } });
}
