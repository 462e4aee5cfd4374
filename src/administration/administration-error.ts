/** What was asked cannot be done; the message names each option at fault and what to do about it. */
export class AdministrationError extends Error {
  override readonly name = 'AdministrationError';

  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}
