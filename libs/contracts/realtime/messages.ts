import { z } from 'zod';
import { identifierSchema, neighbourhoodCodeSchema } from '../http/primitives.js';

/** Path of the websocket endpoint. */
export const realtimePath = '/realtime';

/** A client asks to hear of changes on one board. */
export const boardWatchSchema = z
  .object({
    neighbourhoodCode: neighbourhoodCodeSchema.optional(),
    associationId: identifierSchema.optional(),
    since: z.int().min(0).optional(),
  })
  .refine((watch) => (watch.neighbourhoodCode === undefined) !== (watch.associationId === undefined), 'Give one area');
export type BoardWatch = z.infer<typeof boardWatchSchema>;

/** Answer to `board.watch`: the sequence now, so that the client knows whether it missed something. */
export type BoardWatchAnswer =
  | { readonly ok: true; readonly associationId: string; readonly sequence: number }
  | { readonly ok: false; readonly code: 'invalid-input' | 'not-found' | 'too-many-rooms' };

/** Messages from client to server. Each declares who may send it; see the guard test. */
export const clientMessages = {
  'board.watch': { access: 'public' },
  'board.unwatch': { access: 'public' },
} as const;
export type ClientMessage = keyof typeof clientMessages;

/** Messages from server to client. A frame is a hint: ids and numbers only. */
export interface ServerMessages {
  'board.changed': (frame: { sequence: number; id: string; version: number; associationId: string }) => void;
  'ask.changed': (frame: { id: string }) => void;
  'help-request.changed': (frame: { id: string; version: number }) => void;
  'conversation.changed': (frame: { id: string; version: number }) => void;
  /** Of an organisation: somebody took, handed over or finished something of its work list. */
  'work.changed': (frame: { id: string }) => void;
  /** Somebody looks into an alert of the monitor. */
  'monitor.changed': (frame: { id: string }) => void;
  /** Of a circle this person is in: a turn, a person or the plan. */
  'circle.changed': (frame: { id: string }) => void;
}
