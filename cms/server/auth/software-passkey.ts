import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();
const userPresent = 0x01;
const userVerified = 0x04;
const holdsKey = 0x40;

/**
 * A passkey in software, as WebAuthn Level 3 describes it (ES256, no attestation): for tests that walk through a ceremony without a browser.
 * Its answers have the form that `PublicKeyCredential.toJSON()` gives.
 */
export class SoftwarePasskey {
  readonly id = randomBytes(16);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #origin: string;
  #uses = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The answer to the options of a registration. */
  register(challenge: string) {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' });
    const coordinate = (value: string | undefined) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(value!, 'base64url')]);
    // CBOR: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    const key = Buffer.concat([Buffer.from('a5010203262001', 'hex'), Buffer.from([0x21]), coordinate(x), Buffer.from([0x22]), coordinate(y)]);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key]);
    const data = Buffer.concat([this.#authenticatorData(holdsKey), credential]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3, 0x63]),
      Buffer.from('fmt'),
      Buffer.from([0x64]),
      Buffer.from('none'),
      Buffer.from([0x67]),
      Buffer.from('attStmt'),
      Buffer.from([0xa0, 0x68]),
      Buffer.from('authData'),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    return this.#credential({
      clientDataJSON: this.#clientData('webauthn.create', challenge),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** The answer to the options of a sign-in. */
  signIn(challenge: string) {
    this.#uses++;
    const clientDataJSON = this.#clientData('webauthn.get', challenge);
    const data = this.#authenticatorData(0);
    const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return this.#credential({
      clientDataJSON,
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.#keys.privateKey).toString('base64url'),
    });
  }

  #credential(response: Record<string, unknown>) {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }
  #clientData(type: string, challenge: string) {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false })).toString('base64url');
  }
  #authenticatorData(more: number) {
    const uses = Buffer.alloc(4);
    uses.writeUInt32BE(this.#uses);
    return Buffer.concat([sha256(new URL(this.#origin).hostname), Buffer.from([userPresent | userVerified | more]), uses]);
  }
}
