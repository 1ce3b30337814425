import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { type AlertMessage, AlertMessageSchema, type NewAlertDevice } from "#content/alerts/alerts.ts";
import { parse } from "#content/parse.ts";
import { portOf } from "./portOf.ts";

type Push = { headers: IncomingHttpHeaders; message: AlertMessage };

export type Device = {
  subscription: NewAlertDevice;
  /** The messages that it received, decrypted, in order. */
  pushes: Push[];
  /** The number of requests to its push service. */
  asked: () => number;
  /** Makes the service answer like this from now on. */
  answer: (status: number, headers?: Record<string, string>) => void;
};

/** A push service on this computer, and devices that subscribe with it: they decrypt as a browser does (RFC 8291). */
export async function openPushService() {
  const devices = new Map<string, (headers: IncomingHttpHeaders, body: Buffer, response: ServerResponse) => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const device = devices.get(request.url ?? "");
      if (device) device(request.headers, Buffer.concat(parts), response);
      else response.writeHead(404).end();
    });
  });
  const origin = `http://127.0.0.1:${await portOf(server)}`;
  const subscribe = (label = "Firefox"): Device => {
    const key = createECDH("prime256v1");
    const auth = randomBytes(16);
    const path = `/${randomBytes(9).toString("base64url")}`;
    const subscription = {
      endpoint: origin + path,
      keys: { p256dh: key.generateKeys("base64url"), auth: auth.toString("base64url") },
      label,
    };
    const pushes: Push[] = [];
    let asked = 0;
    let [status, own]: [number, Record<string, string>] = [201, {}];
    devices.set(path, (headers, body, response) => {
      asked += 1;
      if (status < 300) {
        pushes.push({ headers, message: parse(AlertMessageSchema, JSON.parse(decrypted(body, key, auth)), "message") });
      }
      response.writeHead(status, own).end();
    });
    return { subscription, pushes, asked: () => asked, answer: (next, headers = {}) => void ([status, own] = [next, headers]) };
  };
  return { origin, subscribe, close: () => new Promise((done) => (server.close(done), server.closeAllConnections())) };
}

/** The claims of the paper's token (RFC 8292), after its signature is verified with the key that browsers were given. */
export function claimsIn(authorization: string | undefined, publicKey: string): Record<string, unknown> {
  const [, token = "", key] = /^vapid t=([^,]+), k=([\w-]+)$/u.exec(authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(publicKey, "base64url");
  const jwk = { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") };
  const signed = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (key !== publicKey || !signed) throw new Error("The token is not the paper's.");
  return JSON.parse(Buffer.from(claims, "base64url").toString());
}

/** A message of one record (RFC 8188, section 2), with the keys of RFC 8291, section 3.4. */
function decrypted(body: Buffer, device: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const end = 21 + (body[20] ?? 0);
  const sender = body.subarray(21, end);
  const derived = (key: Uint8Array, by: Uint8Array, info: Uint8Array, length: number) =>
    Buffer.from(hkdfSync("sha256", key, by, info, length));
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), device.getPublicKey(), sender]);
  const secret = derived(device.computeSecret(sender), auth, info, 32);
  const key = derived(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derived(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(body.subarray(-16));
  const padded = Buffer.concat([decipher.update(body.subarray(end, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}
