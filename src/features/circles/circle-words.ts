import type { PersonCipher } from '@app/platform/crypto/person-vault.js';

type Column =
  | { readonly table: 'circle'; readonly column: 'address_enc' }
  | { readonly table: 'circle_series'; readonly column: 'note_enc' };

const address: Column = { table: 'circle', column: 'address_enc' };
const note: Column = { table: 'circle_series', column: 'note_enc' };

/** Words of a circle are about its caregiver, so they are sealed with that key, whoever wrote them. */
function sealWith(at: Column) {
  return (cipher: PersonCipher, rowId: string, text: string): Buffer => cipher.seal(text, { ...at, rowId });
}

function openWith(at: Column) {
  return (cipher: PersonCipher | undefined, rowId: string, sealed: Buffer | null): string | null =>
    cipher && sealed ? cipher.open(sealed, { ...at, rowId }) : null;
}

export const [sealAddress, openAddress] = [sealWith(address), openWith(address)];
export const [sealNote, openNote] = [sealWith(note), openWith(note)];
