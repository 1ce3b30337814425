import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

type Options = { challenge: string; rp?: { id?: string }; rpId?: string; user?: { id: string } };

/** An authenticator with one passkey: it creates the key and signs with it (Web Authentication, level 3, section 6). */
export class Authenticator {
  readonly id = randomBytes(16);
  /** Whether it verifies its owner (fingerprint or PIN). */
  verifiesUser = true;
  /** The origin that it signs for. */
  origin: string;
  counter = 0;
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  #userHandle = "";

  constructor(origin: string) {
    this.origin = origin;
  }

  create({ challenge, rp, user }: Options) {
    this.#userHandle = user?.id ?? "";
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    // COSE: kty EC2, alg ES256, crv P-256 (RFC 9053).
    const key = Buffer.concat([hex("a5010203262001"), hex("215820"), code(x), hex("225820"), code(y)]);
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key]);
    const data = Buffer.concat([this.#data(rp?.id ?? "", 0x40), attested]);
    // CBOR: { fmt: "none", attStmt: {}, authData: data }.
    const object = Buffer.concat([
      hex("a363666d74646e6f6e656761747453746d74a0686175746844617461"),
      Buffer.from([0x59, data.length >> 8, data.length & 255]),
      data,
    ]);
    return this.#answer({ clientDataJSON: this.#client("webauthn.create", challenge), attestationObject: object.toString("base64url") });
  }

  get({ challenge, rpId }: Options) {
    this.counter += 1;
    const data = this.#data(rpId ?? "", 0);
    const clientDataJSON = this.#client("webauthn.get", challenge);
    const signature = sign("sha256", Buffer.concat([data, sha256(code(clientDataJSON))]), this.#keys.privateKey);
    return this.#answer({
      clientDataJSON,
      authenticatorData: data.toString("base64url"),
      signature: signature.toString("base64url"),
      userHandle: this.#userHandle,
    });
  }

  #answer<T extends object>(response: T) {
    const id = this.id.toString("base64url");
    return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
  }

  #data(rpId: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([1 | (this.verifiesUser ? 4 : 0) | flags]), counter]);
  }

  #client(type: string, challenge: string): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false })).toString("base64url");
  }
}

const hex = (text: string): Buffer => Buffer.from(text, "hex");
const code = (text: string): Buffer => Buffer.from(text, "base64url");
const sha256 = (data: Buffer | string): Buffer => createHash("sha256").update(data).digest();
