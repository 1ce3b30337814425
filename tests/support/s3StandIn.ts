import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { portOf } from "./portOf.ts";

export type S3StandIn = {
  endpoint: string;
  objects: Map<string, { text: string; headers: Record<string, string | undefined> }>;
  /** "PUT key", in their order. */
  asked: string[];
  /** Is called before a request is answered; an answer other than undefined is its status. */
  before: (request: string) => number | undefined;
};

/** Storage that speaks as much of S3's protocol as a deployment needs, conditions of the list included. It believes any signature. */
export async function s3StandIn(): Promise<S3StandIn> {
  const objects: S3StandIn["objects"] = new Map();
  const standIn: S3StandIn = { endpoint: "", objects, asked: [], before: () => undefined };
  const tagOf = (key: string): string | undefined => {
    const text = objects.get(key)?.text;
    return text === undefined ? undefined : `"${createHash("md5").update(text).digest("hex")}"`;
  };
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      const key = decodeURIComponent(request.url ?? "").slice(1);
      const { "if-match": match, "if-none-match": none, authorization = "" } = request.headers;
      standIn.asked.push(`${request.method} ${key}`);
      const refused = authorization.startsWith("AWS4-HMAC-SHA256 Credential=") ? standIn.before(`${request.method} ${key}`) : 403;
      if (refused !== undefined) return response.writeHead(refused).end("<Error><Code>Refused</Code></Error>");
      if ((match !== undefined && match !== tagOf(key)) || (none === "*" && objects.has(key))) return response.writeHead(412).end();
      if (request.method === "PUT") {
        const { "content-type": type, "cache-control": cache } = request.headers;
        objects.set(key, { text: bytes.toString(), headers: { type, cache } });
        return response.writeHead(200, { ETag: tagOf(key) ?? "" }).end();
      }
      if (request.method === "DELETE") return response.writeHead(objects.delete(key) ? 204 : 404).end();
      const found = objects.get(key);
      return found ? response.writeHead(200, { ETag: tagOf(key) ?? "" }).end(found.text) : response.writeHead(404).end();
    });
  });
  standIn.endpoint = `http://127.0.0.1:${await portOf(server)}`;
  onTestFinished(() => void server.close());
  return standIn;
}
