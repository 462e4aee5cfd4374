import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '@app/platform/config/config.js';
import { refuseForeign } from './refuse-foreign.js';

describe('refuseForeign', () => {
  it('lets an empty database and its own be', () => {
    expect(() => refuseForeign([])).not.toThrow();
    expect(() => refuseForeign([{ name: 'Leusden', isDemonstration: true }])).not.toThrow();
  });

  it('refuses a database with anything else in it, and says what to do', () => {
    const mixed = [
      { name: 'Leusden', isDemonstration: true },
      { name: 'Echt', isDemonstration: false },
    ];
    expect(() => refuseForeign(mixed)).toThrow(ConfigurationError);
    expect(() => refuseForeign(mixed)).toThrow('DEMONSTRATION=off');
  });
});
