import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { inParallel } from "#content/inParallel.ts";
import { CliError } from "../CliError.ts";
import { LIST, overtaken, type Target } from "./target.ts";

/** Where a bucket is, and who asks. Credentials come from the environment alone. */
export type S3Options = { bucket: string; prefix: string; endpoint?: string; region?: string; env?: Record<string, string | undefined> };

const AT_ONCE = 16;

/** A bucket of Amazon S3, or of any storage that speaks its protocol, with If-Match for the list. */
export async function s3Target(options: S3Options): Promise<Target> {
  const name = `s3://${options.bucket}/${options.prefix}`;
  const ask = await requester(name, options);
  return {
    name,
    hasServer: false,
    readList: async () => {
      const { status, headers, text } = await ask("GET", LIST, { fine: 404 });
      return status === 404 ? undefined : { text, tag: headers.get("ETag") ?? "" };
    },
    writeList: async (text, tag) => {
      const only = tag === undefined ? { "If-None-Match": "*" } : { "If-Match": tag };
      const headers = { "Content-Type": "application/json", "Cache-Control": "no-store", ...only };
      const written = await ask("PUT", LIST, { fine: 412, body: Buffer.from(text), headers });
      if (written.status === 412) throw overtaken(name);
      return written.headers.get("ETag") ?? "";
    },
    send: async (files, onSent) => {
      await inParallel(files, AT_ONCE, async ({ path, key, headers }) => {
        await ask("PUT", key, { body: await readFile(path), headers });
        onSent();
      });
    },
    remove: async (keys) => void (await inParallel(keys, AT_ONCE, (key) => ask("DELETE", key, { fine: 404 }))),
  };
}

/** What a request sends, and the status besides those below 300 that is no failure. */
type Asked = { fine?: number; body?: Buffer; headers?: Record<string, string> };

type Ask = (method: string, key: string, asked: Asked) => Promise<{ status: number; headers: Headers; text: string }>;

/** Asks for keys of a bucket, with a signature. */
async function requester(name: string, { bucket, prefix, endpoint, region, env = process.env }: S3Options): Promise<Ask> {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = env;
  if (!accessKeyId || !secretAccessKey) throw new CliError("Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.");
  const place = region ?? env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"] ?? "us-east-1";
  const address = endpoint ?? env["AWS_ENDPOINT_URL_S3"] ?? env["AWS_ENDPOINT_URL"] ?? `https://s3.${place}.amazonaws.com`;
  const { AwsClient } = await import("aws4fetch");
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    service: "s3",
    region: place,
    retries: 5,
  });
  const start = `${address.replace(/\/$/u, "")}/${bucket}/${prefix === "" ? "" : `${prefix}/`}`;
  return async (method, key, { fine, body, headers = {} }) => {
    const sent = {
      method,
      headers: { ...headers, "X-Amz-Content-Sha256": hash("sha256", body ?? "") },
      ...(body && { body: new Uint8Array(body) }),
    };
    const response = await client.fetch(start + encodedKey(key), sent).catch((cause: unknown) => {
      throw new CliError(`${name} cannot be reached at ${address}.`, { cause });
    });
    const text = await response.text();
    if (response.status < 300 || response.status === fine) return { status: response.status, headers: response.headers, text };
    throw new CliError(`${name} answers ${response.status} to ${method} ${key}: ${codeIn(text)}.`);
  };
}

/** A key in an address, with the characters encoded that signatures want encoded. */
const encodedKey = (key: string): string =>
  encodeURIComponent(key)
    .replaceAll("%2F", "/")
    .replaceAll(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The code of an error, which is XML. */
const codeIn = (text: string): string => /<Code>([^<]*)<\/Code>/u.exec(text)?.[1] ?? "no reason is given";
