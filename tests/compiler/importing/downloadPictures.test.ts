import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type DownloadOptions, downloadPictures } from "../../../src/compiler/importing/downloadPictures.ts";
import type { Network } from "../../../src/compiler/importing/fetchPublic.ts";
import { isPublicAddress } from "../../../src/compiler/importing/publicAddress.ts";
import { portOf } from "../../support/portOf.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const PICTURE = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>');

/** A server of the "public" web of a test, where every name ending in .example is this machine. */
async function web(listener: RequestListener, isAllowed = (address: string) => address === "127.0.0.1") {
  const server = createServer(listener);
  const port = await portOf(server);
  onTestFinished(() => new Promise<void>((done) => (server.close(() => done()), server.closeAllConnections())));
  const network: Network = {
    resolve: async (host) => (host.endsWith(".example") ? [{ address: "127.0.0.1", family: 4 }] : []),
    isAllowed,
  };
  return { network, port, at: (path: string, host = "pictures.example") => `http://${host}:${port}${path}` };
}

async function fetched(address: string, options: Omit<DownloadOptions, "folder">) {
  const folder = temporaryFolder();
  const [download] = await downloadPictures([{ address, to: "a/b.svg" }], { folder, ...options });
  const left = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.includes("b.svg"));
  return { outcome: download?.outcome, left };
}

const sends =
  (body: Buffer | string): RequestListener =>
  (_, response) =>
    void response.end(body);

describe("downloading pictures", () => {
  it("saves a picture whole, and does not fetch again what is there", async () => {
    const asked: string[] = [];
    const { network, at } = await web((request, response) => {
      asked.push(request.url ?? "");
      response.end(PICTURE);
    });
    const folder = temporaryFolder();
    const progress: number[][] = [];
    const onProgress = (...step: number[]) => void progress.push(step);
    const wanted = ["/1.svg", "/2.svg", "/1.svg"].map((path) => ({ address: at(path), to: `pictures${path}` }));
    const outcomes = async () => (await downloadPictures(wanted, { folder, network, onProgress })).map(({ outcome }) => outcome);
    expect(await outcomes()).toEqual(["saved", "saved", "saved"]);
    expect(readFileSync(join(folder, "pictures/1.svg"))).toEqual(PICTURE);
    expect(await outcomes()).toEqual(["kept", "kept", "kept"]);
    expect(asked.toSorted()).toEqual(["/1.svg", "/2.svg"]);
    expect(progress.slice(0, 3)).toEqual([1, 2, 3].map((done) => [done, 3]));
    expect(readdirSync(join(folder, "pictures")).toSorted()).toEqual(["1.svg", "2.svg"]);
  });

  it("goes on after what a killed run has left", async () => {
    const { network, at } = await web(sends(PICTURE));
    const folder = temporaryFolder();
    writeFileSync(join(folder, ".x.svg.part"), "<svg");
    await downloadPictures([{ address: at("/x"), to: "x.svg" }], { folder, network });
    expect(readdirSync(folder)).toEqual(["x.svg"]);
  });

  it("asks one host for two pictures at once at most", async () => {
    const now = new Map<string, number>();
    let most = 0;
    const { network, at } = await web((request, response) => {
      const host = request.headers.host ?? "";
      now.set(host, (now.get(host) ?? 0) + 1);
      most = Math.max(most, now.get(host) ?? 0);
      setTimeout(() => {
        now.set(host, (now.get(host) ?? 0) - 1);
        response.end(PICTURE);
      }, 20);
    });
    const wanted = Array.from({ length: 12 }, (_, index) => ({ address: at(`/${index}`, `host${index % 2}.example`), to: `${index}.svg` }));
    const downloads = await downloadPictures(wanted, { folder: temporaryFolder(), network });
    expect(downloads.every(({ outcome }) => outcome === "saved")).toBe(true);
    expect(most).toBe(2);
  });

  it("follows redirects, each through the same guard", async () => {
    const { network, at } = await web((request, response) => {
      const to = {
        "/old": "/new",
        "/metadata": "http://169.254.169.254/latest/",
        "/local": `http://localhost.example/`,
        "/file": "file:///etc/passwd",
        "/loop": "/loop",
      }[request.url ?? ""];
      if (to === undefined) return void response.end(PICTURE);
      response.writeHead(302, { Location: to }).end();
    });
    const get = (path: string) => fetched(at(path), { network });
    expect(await get("/old")).toMatchObject({ outcome: "saved" });
    expect(await get("/metadata")).toEqual({ outcome: { reason: "is not on the public internet" }, left: [] });
    expect(await get("/file")).toEqual({ outcome: { reason: "is not a web address" }, left: [] });
    expect(await get("/loop")).toEqual({ outcome: { reason: "redirects too often" }, left: [] });
  });

  it("connects to the address that it checked, whatever the name is said to be next", async () => {
    let asked = 0;
    const { at } = await web(() => (asked += 1));
    for (const hidden of ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1"]) {
      let answers = 0;
      const rebinding: Network = {
        resolve: async () => [{ address: (answers += 1) > 1 ? "93.184.216.34" : hidden, family: hidden.includes(":") ? 6 : 4 }],
        isAllowed: isPublicAddress,
      };
      expect(await fetched(at("/"), { network: rebinding })).toEqual({ outcome: { reason: "is not on the public internet" }, left: [] });
      expect(answers).toBe(1);
    }
    const both: Network = {
      resolve: async () => ["93.184.216.34", "127.0.0.1"].map((address) => ({ address, family: 4 })),
      isAllowed: isPublicAddress,
    };
    expect(await fetched(at("/"), { network: both })).toMatchObject({ outcome: { reason: "is not on the public internet" } });
    expect(asked).toBe(0);
  });

  it.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::ffff:7f00:1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/",
  ])("does not ask %s", async (address) => {
    expect(await fetched(address, {})).toEqual({ outcome: { reason: "is not on the public internet" }, left: [] });
  });

  it.each(["file:///etc/passwd", "ftp://pictures.example/x.jpg", "data:image/png;base64,AAAA", "x.jpg", "http://"])(
    "does not know %s",
    async (address) => {
      expect(await fetched(address, {})).toEqual({ outcome: { reason: "is not a web address" }, left: [] });
    },
  );

  it("keeps nothing of what is no picture, too large, too slow, cut off or not there", async () => {
    const { network, at } = await web((request, response) => {
      switch (request.url) {
        case "/page":
          return void response.end("<!doctype html><title>Not found</title>");
        case "/said":
          return void response.writeHead(200, { "Content-Length": 5000 }).write("x");
        case "/large":
          for (let part = 0; part < 20; part += 1) response.write(Buffer.alloc(100));
          return void response.end();
        case "/slow":
          return void response.write("<svg");
        case "/cut":
          response.writeHead(200, { "Content-Length": 900 });
          return void response.write("<svg", () => response.destroy());
        default:
          return void response.writeHead(404).end();
      }
    });
    const outcomes: [path: string, reason: string][] = [
      ["/page", "cannot be measured and may be broken"],
      ["/said", "is larger than 0 MB"],
      ["/large", "is larger than 0 MB"],
      ["/slow", "took too long"],
      ["/cut", "was cut off"],
      ["/none", "was answered with 404"],
    ];
    for (const [path, reason] of outcomes)
      expect(await fetched(at(path), { network, most: 1000, patience: path === "/slow" ? 200 : 20_000 }), path).toEqual({
        outcome: { reason },
        left: [],
      });
  });

  it("writes nothing outside of the folder", async () => {
    const { network, at } = await web(sends(PICTURE));
    const folder = join(temporaryFolder(), "inside");
    for (const to of ["../x.svg", "/elsewhere/x.svg", "a/../../x.svg", ""]) {
      const [download] = await downloadPictures([{ address: at("/x"), to }], { folder, network });
      expect(download?.outcome, to).toEqual({ reason: "would be outside the folder" });
    }
    expect(existsSync(join(folder, "../x.svg"))).toBe(false);
  });
});

describe("a public address", () => {
  it.each(["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])("is %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(
    `0.0.0.0 10.1.2.3 100.100.100.200 127.0.0.53 168.63.129.16 169.254.169.254 172.31.0.1 192.0.0.192 192.168.1.1 198.19.0.1 224.0.0.1 255.255.255.255 :: ::1
    ::ffff:10.0.0.1 ::ffff:a9fe:a9fe 0:0:0:0:0:ffff:127.0.0.1 64:ff9b::a00:1 64:ff9b::7f00:1 ::7f00:1 fe80::1 fe80::1%eth0 fd00:ec2::254 fec0::1 ff02::1 2001:db8::1 2002:7f00:1:: 2001:0:7f00:1:: localhost`.split(
      /\s+/u,
    ),
  )("is not %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
