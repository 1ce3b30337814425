import { readdirSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { concurrencyLimiter } from "../../src/server/rateLimiter.ts";
import { type Browser, newAddress, newReader, openAccounts, PASSWORD } from "../support/accounts.ts";
import { portOf } from "../support/portOf.ts";

const GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

let end = async () => {};
afterEach(() => end());

/** A server, how to ask it, and how to leave and wait until it has heard of that. */
async function served(answer: RequestListener) {
  const server = createServer(answer);
  const sockets: Socket[] = [];
  server.on("connection", (socket) => sockets.push(socket));
  const port = await portOf(server);
  end = async () => void server.close();
  const ask = async (text: string) => {
    const client = connect(port, "127.0.0.1");
    client.write(text);
    return client;
  };
  const leave = async (client: Socket) => {
    client.destroy();
    await expect.poll(() => sockets.every(({ closed }) => closed)).toBe(true);
  };
  return { ask, leave };
}

test("what is under way counts until its client has gone, and not at all where that was before", async () => {
  const note = concurrencyLimiter();
  const counted: (() => void)[] = [];
  const { ask, leave } = await served((_request, response) => counted.push(() => note(response, "sync", 1)));
  for (let count = 0; count < 3; count++) {
    const client = await ask(GET);
    await expect.poll(() => counted.length).toBe(1);
    await leave(client);
    expect(counted.pop()).not.toThrow();
  }
  const [first, second] = [await ask(GET), await ask(GET)];
  await expect.poll(() => counted.length).toBe(2);
  expect(counted[0]).not.toThrow();
  expect(counted[1]).toThrow("Too many requests at once");
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
  const note = concurrencyLimiter();
  const counted: (() => void)[] = [];
  const { ask, leave } = await served((_request, response) => counted.push(() => note(response, "sync", 2)));
  const client = await ask(GET + GET);
  await expect.poll(() => counted.length).toBe(2);
  for (const count of counted.splice(0)) expect(count).not.toThrow();
  await leave(client);
  const next = await ask(GET + GET);
  await expect.poll(() => counted.length).toBe(2);
  for (const count of counted) expect(count).not.toThrow();
  next.destroy();
});

test("a network can have few emails sent in a day, and keeps no other network from it", async () => {
  const few = await openAccounts({ NETWORK_EMAILS: "4" });
  const owner = await newReader(few);
  const ask = (path: string, body: object, browser: Browser) => browser.ask("POST", path, { password: PASSWORD, ...body });
  const { browser } = await newReader(few);
  const sent = async (answer: Promise<Response>) => {
    const { status, headers } = await answer;
    return status === 429 ? Number(headers.get("retry-after")) > 3600 : status;
  };
  const [own, next] = [newAddress(), newAddress()];
  expect(await sent(ask("/sign-up", { email: own }, browser))).toBe(200);
  expect(await sent(ask("/account/email", { email: next }, browser))).toBe(200);
  expect(await sent(ask("/forgot", { email: newAddress() }, browser))).toBe(200);
  await expect.poll(() => few.emailsTo(next).length).toBe(1);
  const emailCount = () => readdirSync(join(few.folder, "mail")).length;
  const all = emailCount();
  for (const email of [owner.email, newAddress()]) {
    expect((await (await ask("/sign-up", { email }, browser)).json()).code).toBe("too-many-today");
    for (const path of ["/sign-up", "/forgot", "/account/email"]) expect(await sent(ask(path, { email }, browser)), path).toBe(true);
  }
  expect(await sent(ask("/sign-in", { email: own }, browser))).toBe(true);
  expect(await sent(ask("/forgot", { email: owner.email }, owner.browser))).toBe(200);
  await expect.poll(() => few.emailTo(owner.email)).toContain("Choose a new password");
  expect(emailCount()).toBe(all + 1);
  await few.close();
});
