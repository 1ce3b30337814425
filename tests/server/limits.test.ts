import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { underway } from "../../src/server/limits.ts";
import { portOf } from "../support/portOf.ts";

const GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

let end = async () => {};
afterEach(() => end());

/** A server, and how to ask it and leave at once. */
async function served(answer: RequestListener) {
  const server = createServer(answer);
  const port = await portOf(server);
  end = async () => void server.close();
  return async (text: string) => {
    const client = connect(port, "127.0.0.1");
    client.write(text);
    return client;
  };
}

test("what is under way counts until its client has gone, and not at all where that was before", async () => {
  const note = underway();
  const counted: (() => void)[] = [];
  const ask = await served((_request, response) => counted.push(() => note(response, "sync", 1)));
  for (let count = 0; count < 3; count++) {
    const client = await ask(GET);
    await expect.poll(() => counted.length).toBe(1);
    client.destroy();
    await once(client, "close");
    await new Promise((told) => setTimeout(told, 50));
    expect(counted.pop()).not.toThrow();
  }
  const [first, second] = [await ask(GET), await ask(GET)];
  await expect.poll(() => counted.length).toBe(2);
  expect(counted[0]).not.toThrow();
  expect(counted[1]).toThrow("Too much of that is under way");
  first.destroy();
  await expect
    .poll(() => {
      try {
        counted[1]?.();
        return true;
      } catch {
        return false;
      }
    })
    .toBe(true);
  second.destroy();
});

test("a request that waits behind another on its connection ends with that", async () => {
  const note = underway();
  const counted: (() => void)[] = [];
  const ask = await served((_request, response) => counted.push(() => note(response, "sync", 2)));
  const client = await ask(GET + GET);
  await expect.poll(() => counted.length).toBe(2);
  for (const count of counted.splice(0)) expect(count).not.toThrow();
  client.destroy();
  await once(client, "close");
  await new Promise((told) => setTimeout(told, 50));
  const next = await ask(GET + GET);
  await expect.poll(() => counted.length).toBe(2);
  for (const count of counted) expect(count).not.toThrow();
  next.destroy();
});
