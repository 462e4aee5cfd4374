import { createCipheriv, createDecipheriv, createECDH, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const format = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Where a ciphertext belongs; moved elsewhere, it does not decrypt. */
export interface Place {
  readonly municipalityId: string;
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

function associatedData(place: Place): Buffer {
  return Buffer.from([place.municipalityId, place.table, place.column, place.rowId].join('|'));
}

/** AES-256-GCM: one byte of format, nonce, tag, ciphertext. */
export function seal(key: Buffer, plaintext: Buffer, place: Place): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associatedData(place));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), body]);
}

/** Opens what `seal` made for this very place; throws when key, place or bytes are not the same. */
export function open(key: Buffer, sealed: Buffer, place: Place): Buffer {
  if (sealed[0] !== format) throw new Error('Unknown ciphertext format');
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(associatedData(place));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()]);
}

/** Keys that live outside the database, all derived from one master key by purpose. */
export class KeyRing {
  private readonly wrapping: Buffer;
  private readonly index: Buffer;
  private readonly tenant: Buffer;
  private readonly token: Buffer;
  private readonly push: Buffer;
  private readonly block: Buffer;
  private readonly vouch: Buffer;
  private readonly follow: Buffer;

  constructor(master: Buffer) {
    if (master.length !== 32) throw new Error('The encryption key must be 32 bytes');
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'zorgzame-buurten', purpose, 32));
    this.wrapping = derive('person-key-wrapping/1');
    this.index = derive('email-index/1');
    this.tenant = derive('tenant-text/1');
    this.token = derive('action-token/1');
    this.push = derive('web-push/1');
    this.block = derive('blocked-address/1');
    this.vouch = derive('vouch-code/1');
    this.follow = derive('follow-code/1');
  }

  /** A fresh data key for one person, and its wrapped form to store. */
  newPersonKey(municipalityId: string, personId: string): { readonly key: Buffer; readonly wrapped: Buffer } {
    const key = randomBytes(32);
    return { key, wrapped: seal(this.wrapping, key, this.keyPlace(municipalityId, personId)) };
  }

  unwrapPersonKey(municipalityId: string, personId: string, wrapped: Buffer): Buffer {
    return open(this.wrapping, wrapped, this.keyPlace(municipalityId, personId));
  }

  /** Finds a person by address without storing the address in the clear. */
  emailIndex(municipalityId: string, email: string): Buffer {
    return createHmac('sha256', this.index).update(`${municipalityId}|${email.trim().toLowerCase()}`).digest();
  }

  /** Knows an address again after its account is gone; says nothing to who has only the e-mail index or the database. */
  blockMark(emailIndex: Buffer): Buffer {
    return createHmac('sha256', this.block).update(emailIndex).digest();
  }

  /** Finds a code of a card without storing it: who has only the database cannot try codes against it. */
  vouchMark(municipalityId: string, code: string): Buffer {
    return createHmac('sha256', this.vouch).update(`${municipalityId}|${code}`).digest();
  }

  /** Finds a code that somebody follows a question with, in the same way and apart from those of cards. */
  followMark(municipalityId: string, code: string): Buffer {
    return createHmac('sha256', this.follow).update(`${municipalityId}|${code}`).digest();
  }

  /** For short-lived text that belongs to nobody yet, such as the address a code goes to. */
  sealTenantText(text: string, place: Place): Buffer {
    return seal(this.tenant, Buffer.from(text), place);
  }

  openTenantText(sealed: Buffer, place: Place): string {
    return open(this.tenant, sealed, place).toString();
  }

  /** For a file that waits a short while to be taken over. */
  sealTenantBytes(bytes: Buffer, place: Place): Buffer {
    return seal(this.tenant, bytes, place);
  }

  openTenantBytes(sealed: Buffer, place: Place): Buffer {
    return open(this.tenant, sealed, place);
  }

  /**
   * The secret of a one-tap link: 128 bits, the same each time it is asked for, so that a repeated
   * mail carries the same link and nothing but its hash is stored.
   */
  actionToken(kind: string, municipalityId: string, subjectId: string, personId: string): string {
    const mac = createHmac('sha256', this.token).update([kind, municipalityId, subjectId, personId].join('|')).digest();
    return mac.subarray(0, 16).toString('base64url');
  }

  /** The key pair by which push services know this installation (P-256, base64url): the same in every process. */
  pushKeys(): { readonly publicKey: string; readonly privateKey: string } {
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(this.push);
    return { publicKey: pair.getPublicKey('base64url'), privateKey: pair.getPrivateKey('base64url') };
  }

  private keyPlace(municipalityId: string, personId: string): Place {
    return { municipalityId, table: 'person_key', column: 'wrapped_key', rowId: personId };
  }
}
