import { readdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { serveSite } from "#cli/serving/serveSite.ts";
import { pipeline } from "../../support/pipeline.ts";
import { served } from "../../support/servedSite.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

describe("the files of a served site", () => {
  it("follows links within the site, and none that leads out of it", async () => {
    const { ask, folder } = await served();
    writeFileSync(join(dirname(folder), "outside.txt"), "secret");
    for (const [name, to] of [
      ["tea.txt", "article/tea.html"],
      ["out.txt", "../outside.txt"],
      ["up", ".."],
      ["out.html", "../outside.txt"],
      ["index.html.gz", "../outside.txt"],
    ] as const)
      symlinkSync(to, join(folder, name));
    expect(await ask("/tea.txt")).toMatchObject({ status: 200, body: "tea story" });
    for (const path of ["/out.txt", "/up/outside.txt", "/out"])
      expect(await ask(path, { Range: "bytes=0-" }), path).toMatchObject({ status: 404 });
    expect(await ask("/", { "Accept-Encoding": "gzip" })).toMatchObject({ status: 200, body: "front" });
    // The site itself may be a link, as where a host changes to a new one.
    const link = join(temporaryFolder(), "current");
    symlinkSync(folder, link);
    const { address, close } = await serveSite(link, { port: 0 });
    onTestFinished(close);
    expect((await fetch(`${address}article/tea`)).status).toBe(200);
  });

  it("lets go of a file when its reader goes", async () => {
    const { ask, folder, port } = await served();
    writeFileSync(join(folder, "assets", "long-1a2b3c4d.js"), Buffer.alloc(30_000_000));
    const open = () => readdirSync("/proc/self/fd").length;
    const before = open();
    for (let count = 0; count < 40; count++) {
      await new Promise<void>((gone) => {
        const socket = connect(port, "localhost", () => socket.write("GET /assets/long-1a2b3c4d.js HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        socket.once("data", () => socket.destroy()).once("close", () => gone());
      });
    }
    await expect.poll(open, { timeout: 5000 }).toBeLessThanOrEqual(before + 5);
    expect(await ask("/article/tea")).toMatchObject({ status: 200 });
  });

  it("lets go of the files of requests that wait in a connection which ends", async () => {
    const { ask, port, folder } = await served();
    // More than a connection buffers.
    for (const name of ["assets/long-1a2b3c4d.js", "data/front.json"]) writeFileSync(join(folder, name), Buffer.alloc(30_000_000));
    const open = () => readdirSync("/proc/self/fd").length;
    const before = open();
    for (const header of ["", "Range: bytes=5-", "Accept-Encoding: gzip", "Accept: text/html"])
      for (const request of ["GET /data/front.json", "HEAD /data/front.json", "GET /assets/long-1a2b3c4d.js", "GET /nope"])
        await pipeline(port, [request, ...Array.from({ length: 1500 }, () => "GET /data/front.json")], header, /^HTTP/u);
    await expect.poll(open, { timeout: 5000 }).toBeLessThanOrEqual(before + 5);
    expect(await ask("/article/tea")).toMatchObject({ status: 200 });
  });

  it("answers requests that wait in a connection in their order", async () => {
    const { port } = await served();
    const text = await pipeline(port, ["GET /article/tea", "GET /nope", "HEAD /topic/tea", "GET /data/article/tea.json"], "", /\{\}$/u);
    expect(text.match(/HTTP\/1\.1 \d+|\r\n\r\n.*?(?=HTTP|$)/gsu)).toEqual([
      "HTTP/1.1 200",
      "\r\n\r\ntea story",
      "HTTP/1.1 404",
      "\r\n\r\nnot here",
      "HTTP/1.1 200",
      "\r\n\r\n",
      "HTTP/1.1 200",
      "\r\n\r\n{}",
    ]);
  });

  it("ends an answer that a file which shrank cannot fill", async () => {
    const { port, folder } = await served();
    const file = join(folder, "assets", "long-1a2b3c4d.js");
    writeFileSync(file, Buffer.alloc(30_000_000));
    const received = await new Promise<number>((ended) => {
      let bytes = 0;
      const socket = connect(port, "localhost", () => socket.write("GET /assets/long-1a2b3c4d.js HTTP/1.1\r\nHost: localhost\r\n\r\n"));
      socket.once("data", () => truncateSync(file, 1000));
      socket.on("data", (part) => (bytes += part.length)).once("close", () => ended(bytes));
    });
    expect(received).toBeLessThan(30_000_000);
  });
});
