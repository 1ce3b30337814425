import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export type Answer = { status: number; headers: Map<string, string>; raw: Buffer; body: string };

/** A server's answer to a request with only these headers, without `Accept`. */
export function ask(port: number, path: string, ...headers: string[]): Promise<Answer> {
  return new Promise((answered, fail) => {
    const parts: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () =>
      socket.write([`GET ${path} HTTP/1.1`, "Host: 127.0.0.1", "Connection: close", ...headers, "", ""].join("\r\n")),
    );
    socket.on("data", (part) => parts.push(part)).on("error", fail);
    socket.on("end", () => answered(answerOf(Buffer.concat(parts))));
  });
}

function answerOf(bytes: Buffer): Answer {
  const end = bytes.indexOf("\r\n\r\n");
  const [first = "", ...lines] = bytes.subarray(0, end).toString().split("\r\n");
  const headers = new Map<string, string>();
  for (const line of lines) {
    const name = line.slice(0, line.indexOf(":")).toLowerCase();
    const value = line.slice(name.length + 1).trim();
    headers.set(name, headers.has(name) ? `${headers.get(name)} | ${value}` : value);
  }
  const rest = bytes.subarray(end + 4);
  const raw = headers.get("transfer-encoding") === "chunked" ? unchunked(rest) : rest;
  return { status: Number(first.split(" ")[1]), headers, raw, body: decoded(raw, headers.get("content-encoding")).toString() };
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const line = bytes.indexOf("\r\n", at);
    const size = Number.parseInt(bytes.subarray(at, line).toString(), 16);
    if (size === 0) break;
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

function decoded(raw: Buffer, encoding: string | undefined): Buffer {
  if (raw.length === 0) return raw;
  if (encoding === "br") return brotliDecompressSync(raw);
  return encoding === "gzip" ? gunzipSync(raw) : raw;
}
