import { describe, expect, it } from '@jest/globals';
import { t } from '../messages/texts.js';
import { nameFaults } from './name-faults.js';

const good = { givenName: 'Fatma', familyName: 'Yılmaz', phone: '06 12345678' };

describe('what is wrong with a name and a number', () => {
  it('is nothing when they are good, and only the first name is needed', () => {
    expect(nameFaults(good)).toEqual([]);
    expect(nameFaults({ givenName: 'Fatma', familyName: ' ', phone: ' ' })).toEqual([]);
    expect(nameFaults({ givenName: 'a'.repeat(60), familyName: 'b'.repeat(80), phone: '' })).toEqual([]);
  });

  it('stands at the field that has to be mended, all at once', () => {
    const faults = nameFaults({ givenName: ' ', familyName: 'b'.repeat(81), phone: 'bel mij' });
    expect(faults).toEqual([
      { field: 'givenName', message: t.signIn.errors.givenName },
      { field: 'familyName', message: t.myData.familyNameLong },
      { field: 'phone', message: t.signIn.errors.phone },
    ]);
    expect(nameFaults({ ...good, givenName: 'a'.repeat(61) })).toEqual([
      { field: 'givenName', message: t.myData.givenNameLong },
    ]);
  });
});
