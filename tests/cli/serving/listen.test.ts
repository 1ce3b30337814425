import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { addressAt, addressesFromOutside, freePort, listen } from "#cli/serving/listen.ts";

async function opened(...place: Parameters<typeof listen> extends [unknown, ...infer Rest] ? Rest : never): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  return listen(server, ...place);
}

test("a port that is taken is refused, or the next free one is taken", async () => {
  const port = await opened({ port: 0 });
  expect(port).toBeGreaterThan(0);
  await expect(opened({ port })).rejects.toThrow(`Port ${port} is taken. Name another with --port.`);
  expect(await opened({ port, orNext: true })).toBeGreaterThan(port);
});

test("a place that this computer does not have is refused with its name", async () => {
  await expect(opened({ port: 0, host: "192.0.2.1" })).rejects.toThrow(/^Port 0 of 192\.0\.2\.1 cannot be opened: .*\.$/u);
});

test("a free port is free again", async () => {
  const port = await freePort({ port: 0 });
  expect(await opened({ port })).toBe(port);
});

test("the address of what listens everywhere is that of this computer, and a number with colons is in brackets", () => {
  expect([addressAt(undefined, 80), addressAt("0.0.0.0", 80, "/paper/"), addressAt("::", 80), addressAt("::1", 80)]).toEqual([
    "http://localhost:80/",
    "http://localhost:80/paper/",
    "http://localhost:80/",
    "http://[::1]:80/",
  ]);
  expect(addressesFromOutside("localhost", 80)).toEqual([]);
  for (const address of addressesFromOutside("::", 80, "/paper/")) expect(address).toMatch(/^http:\/\/(?!127\.)[\d.]+:80\/paper\/$/u);
});
