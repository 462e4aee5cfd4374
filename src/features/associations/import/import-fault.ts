/** A file that cannot be taken, with every fault and what to do about it, for people (Dutch). Nothing was changed. */
export class ImportFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}
