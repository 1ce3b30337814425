import { createHash, X509Certificate } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { PemConverter, X509CertificateGenerator } from "@peculiar/x509";
import send from "@fastify/send";
import { portOf } from "../../tests/support/portOf.ts";
import { SlowLine } from "./slowLine.ts";

/** Where a site's answers come from: the folder of its files, or the port of its own server. */
export type Origin = { folder: string } | { port: number };

type Answer = { status: number; type: string; body: Buffer };

/** One server for all sites, so that only what they send differs; what a browser has asked is counted. */
export type Front = {
  address: string;
  line: SlowLine;
  /** Requests since this was last set to 0. */
  traffic: { requests: number; open: number; last: number };
  close: () => void;
};

/** Names with a hash are kept for a year, as every host advises; pictures for a day; the rest is asked for again. */
const HASHED = /\/_next\/static\/|\/_astro\/|\/assets\/|[._-][\w-]{8,}\.(?:js|css|woff2?|jpe?g|webp|avif|png|svg|json)$/u;
const COMPRESSIBLE = /^text\/|json|xml|javascript/u;

/** By which the server of Next.js tells pages from the data of pages. */
const ASKED = ["accept", "rsc", "next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch", "next-url"];

/** A certificate of this machine, and its fingerprint, by which a browser is told to take it. */
export async function certificate(): Promise<{ key: string; cert: string; fingerprint: string }> {
  const signingAlgorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await crypto.subtle.generateKey(signingAlgorithm, true, ["sign", "verify"]);
  const cert = (await X509CertificateGenerator.createSelfSigned({ name: "CN=localhost", keys, signingAlgorithm })).toString("pem");
  const key = PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
  const spki = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return { key, cert, fingerprint: createHash("sha256").update(spki).digest("base64") };
}

/** Serves a site by HTTP/2 with Brotli over a slow line. Answers are kept, as a content delivery network keeps them. */
export async function openFront(origin: Origin, { key, cert }: { key: string; cert: string }): Promise<Front> {
  const line = new SlowLine();
  const traffic = { requests: 0, open: 0, last: 0 };
  const kept = new Map<string, Promise<Answer & { tag: string; encoding?: string }>>();
  const server = createSecureServer({ key, cert, allowHTTP1: true, minVersion: "TLSv1.3" }, (request, response) => {
    traffic.requests += 1;
    traffic.open += 1;
    response.once("close", () => Object.assign(traffic, { open: traffic.open - 1, last: Date.now() }));
    const id = [request.url, ...ASKED.map((name) => request.headers[name] ?? "")].join("\n");
    const answer = kept.get(id) ?? packed(origin, request);
    kept.set(id, answer);
    void answer.then(
      (known) => reply(request, response, known),
      () => response.writeHead(502).end(),
    );
  });
  for (const event of ["sessionError", "tlsClientError", "error"]) server.on(event, () => {});
  const sockets = createServer((socket) => void server.emit("connection", line.through(socket)));
  const port = await portOf(sockets);
  return { address: `https://localhost:${port}`, line, traffic, close: () => (sockets.close(), server.close()) };
}

async function packed(origin: Origin, request: Http2ServerRequest): Promise<Answer & { tag: string; encoding?: string }> {
  const plain = "port" in origin ? await fromServer(origin.port, request) : fromFolder(origin.folder, request.url);
  const isText = COMPRESSIBLE.test(plain.type) && plain.body.length > 256;
  const body = isText ? await promisify(brotliCompress)(plain.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) : plain.body;
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`;
  return { ...plain, body, tag, ...(isText && { encoding: "br" }) };
}

function reply(request: Http2ServerRequest, response: Http2ServerResponse, answer: Answer & { tag: string; encoding?: string }): void {
  const age = HASHED.test(request.url.replace(/\?.*/u, "")) ? "max-age=31536000, immutable" : "max-age=0, must-revalidate";
  const headers = {
    ETag: answer.tag,
    Vary: "Accept-Encoding",
    "Cache-Control": answer.type.startsWith("image/") && !age.includes("immutable") ? "max-age=86400" : age,
  };
  if (request.headers["if-none-match"] === answer.tag) return void response.writeHead(304, headers).end();
  response.writeHead(answer.status, {
    ...headers,
    "Content-Type": answer.type,
    "Content-Length": answer.body.length,
    ...(answer.encoding && { "Content-Encoding": answer.encoding }),
  });
  response.end(answer.body);
}

/** Clean addresses, as every host of static files has them: `/a/` is `a/index.html`, and `/a` is `a.html`. */
function fromFolder(folder: string, url: string): Answer {
  const path = decodeURIComponent(url.replace(/[?#].*/u, ""));
  const names = path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];
  const file = names.map((name) => join(folder, name)).find((name) => existsSync(name) && statSync(name).isFile());
  if (file === undefined) return { status: 404, type: "text/plain", body: Buffer.from("Not found") };
  const type = send.mime.getType(file) ?? "application/octet-stream";
  return { status: 200, type: type.startsWith("text/") ? `${type}; charset=utf-8` : type, body: readFileSync(file) };
}

async function fromServer(port: number, request: Http2ServerRequest): Promise<Answer> {
  const headers = ASKED.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  const answer = await fetch(`http://127.0.0.1:${port}${request.url}`, { headers: Object.fromEntries(headers), redirect: "manual" });
  const type = answer.headers.get("content-type") ?? "application/octet-stream";
  return { status: answer.status, type, body: Buffer.from(await answer.arrayBuffer()) };
}
