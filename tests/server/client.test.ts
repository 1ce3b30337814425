import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { clientOf, markClient } from "#server/client.ts";

/** The client of a request as the server sees it. */
async function client(remote: string | undefined, forwarded?: string, behindProxy = true): Promise<string> {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: remote });
  const request = new IncomingMessage(socket);
  request.rawHeaders = ["Accept", "*/*", "X-Broadsheet-Client", "forged", "Host", "paper.example"];
  if (forwarded !== undefined) request.headers["x-forwarded-for"] = forwarded;
  markClient(request, behindProxy);
  const { rawHeaders } = request;
  const pairs = rawHeaders.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ""]] : []));
  expect(pairs.map(([name]) => name)).toEqual(["Accept", "Host", "x-broadsheet-client"]);
  expect(request.headers["x-broadsheet-client"]).toBe(pairs.at(-1)?.[1]);
  const app = new Hono().get("/", (c) => c.text(clientOf(c)));
  return (await app.request("/", { headers: pairs })).text();
}

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8::7", "2001:db8:0:0"],
  ["2001:db8:1:2:3::7", "2001:db8:1:2"],
  ["::1", "0:0:0:0"],
  ["1::", "1:0:0:0"],
  [undefined, ""],
])("the network of %s is %s", async (remote, network) => {
  expect(await client(remote)).toBe(network);
});

test.each([
  ["198.51.100.1, 203.0.113.9", "203.0.113.9"],
  ["203.0.113.9:4711", "203.0.113.9"],
  ["[2001:db8::7]:4711", "2001:db8:0:0"],
  ["[2001:db8::7]", "2001:db8:0:0"],
])("behind a proxy, the client is the last of %s", async (forwarded, network) => {
  expect(await client("192.0.2.7", forwarded)).toBe(network);
});

test("without a proxy, nobody can say that they are somebody else", async () => {
  expect(await client("192.0.2.7", "203.0.113.9", false)).toBe("192.0.2.7");
});
