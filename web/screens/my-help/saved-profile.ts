import { signal } from '@preact/signals';
import type { HelperProfileBody } from '@app/contracts/http/asks.js';
import { call } from '../../api/call.js';
import type { Command } from '../../parts/use-command.js';

/** What was saved last, with what stood there before, so that it can be undone; nothing before the first change. */
export const lastChange = signal<{ readonly before: HelperProfileBody; readonly undone: boolean } | undefined>(
  undefined,
);

/** Saves a profile and remembers what it replaced. Gives the profile as the server has it now. */
export async function saveProfile(
  run: Command['run'],
  profile: HelperProfileBody,
  before: HelperProfileBody,
  undone = false,
): Promise<HelperProfileBody | undefined> {
  const done = await run(() => call('putHelperProfile', { body: profile }));
  if (done === undefined) return undefined;
  lastChange.value = { before, undone };
  return done.data;
}
