import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { Assertion, Attestation } from '@app/contracts/http/passkeys.js';

/** Bits of what an authenticator says of itself: somebody touched it, it knows who, a new key comes with it. */
const flag = { present: 0x01, verified: 0x04, attested: 0x40 };
const hash = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

interface Ways {
  readonly origin?: string;
  readonly host?: string;
  /** False: nobody showed a finger, a face or a PIN. */
  readonly verified?: boolean;
}

/** A passkey in software, for tests: a key pair that answers challenges as the Web Authentication standard says. */
export class SoftPasskey {
  readonly id = randomBytes(16).toString('base64url');
  private readonly pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  private counter = 0;

  constructor(
    private readonly host: string,
    private readonly origin: string,
  ) {
    this.pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** What a browser sends after making this key. */
  attest(challenge: string, ways: Ways = {}): Attestation {
    const { x, y } = this.pair.publicKey.export({ format: 'jwk' });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x ?? '', 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y ?? '', 'base64url'))],
    ]);
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, Buffer.from(isoCBOR.encode(key))]);
    const authData = Buffer.concat([this.said(flag.attested, ways), attested]);
    const parts = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return {
      ...this.outline(),
      response: {
        clientDataJSON: this.client('webauthn.create', challenge, ways).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(parts as never)).toString('base64url'),
      },
    };
  }

  /** What a browser sends to sign in with this key. */
  assert(challenge: string, ways: Ways = {}): Assertion {
    this.counter += 1;
    const authenticatorData = this.said(0, ways);
    const client = this.client('webauthn.get', challenge, ways);
    const signature = sign('sha256', Buffer.concat([authenticatorData, hash(client)]), this.pair.privateKey);
    return {
      ...this.outline(),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    };
  }

  /** Makes this key look like a copy that was used less often. */
  turnBack(): void {
    this.counter = 0;
  }

  private outline() {
    return { id: this.id, rawId: this.id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  private client(type: string, challenge: string, { origin = this.origin }: Ways): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private said(more: number, { host = this.host, verified = true }: Ways): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = flag.present | (verified ? flag.verified : 0) | more;
    return Buffer.concat([hash(host), Buffer.of(flags), counter]);
  }
}
