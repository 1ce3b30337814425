import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { PemConverter, X509CertificateGenerator } from "@peculiar/x509";
import { strToU8, zipSync, type Zippable } from "fflate";
import { pack } from "tar-stream";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Network } from "../../../src/compiler/importing/fetchPublic.ts";
import { unpackTar } from "../../../src/compiler/importing/unpackTar.ts";
import { unpackZip } from "../../../src/compiler/importing/unpackZip.ts";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";
import { portOf } from "../../support/portOf.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith("broadsheet-import-"));
// A folder of its own: other runs may import at the same time.
beforeEach(() => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  const unpacked = left();
  vi.unstubAllEnvs();
  expect(unpacked).toEqual([]);
});

const story = "---\ntitle: Cranes\ndate: 2024-01-01\n---\nThey move. ![A crane](/assets/crane.svg)\n";
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>`;
const PAPER: Zippable = {
  "paper/_posts/cranes.md": strToU8(story),
  "paper/assets/crane.svg": strToU8(SVG),
  "__MACOSX/paper/_posts/._cranes.md": strToU8("x"),
};

function zipped(files: Zippable, name = "export.zip"): string {
  const path = join(temporaryFolder(), name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, zipSync(files));
  return path;
}

const headlinesIn = (content: string) => [...articlesIn(content).values()].map(({ headline }) => headline);

test("a zip file comes in as the folder that it holds, with its pictures, and the same again", async () => {
  const input = zipped(PAPER);
  const { content, counts, others } = await tryImport(input);
  expect(counts).toMatchObject({ in: 1, published: 1, pictures: { shown: 1 } });
  expect(others).toHaveLength(1);
  const files = filesIn(content);
  expect([...files.values()]).toContain(SVG);
  expect((await tryImport(input, { content })).counts?.written).toBe(0);
  expect(filesIn(content)).toEqual(files);
});

test("the notes of a vault of Obsidian have the names of their files in a zip file too", async () => {
  const note = strToU8("---\ndate: 2024-04-22\n---\nThey move.\n");
  const input = zipped({ "vault/.obsidian/app.json": strToU8("{}"), "vault/.trash/old.md": note, "vault/cranes.md": note });
  expect(headlinesIn((await tryImport(input)).content)).toEqual(["cranes"]);
});

/** A tar file as programs write it, compressed. */
async function tarred(files: Record<string, string>, name = "export.tar.gz"): Promise<string> {
  const tar = pack();
  for (const [path, text] of Object.entries(files)) tar.entry({ name: path }, text);
  tar.entry({ name: "link.md", type: "symlink", linkname: "/etc/hostname" });
  tar.finalize();
  const path = join(temporaryFolder(), name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, gzipSync(await buffer(tar)));
  return path;
}

test("a compressed tar file comes in as the folder that it holds, and links in it are left out", async () => {
  const { content, counts } = await tryImport(await tarred({ "./_posts/cranes.md": story, "./assets/crane.svg": SVG }));
  expect(counts).toMatchObject({ in: 1, published: 1, pictures: { shown: 1 } });
  expect(headlinesIn(content)).toEqual(["Cranes"]);
});

test("a tar file that is encrypted, cut off, too large or leads out of its folder is refused", async () => {
  const problemsOf = async (path: string) => (await tryImport(path)).problems.map(({ message }) => message);
  expect(await problemsOf(await tarred({}, "export.tar.gz.enc"))).toEqual([expect.stringContaining("--no-encrypt")]);
  expect(await problemsOf(await tarred({ "../out.md": "x" }))).toEqual([expect.stringContaining("leads out of it")]);
  const path = await tarred({ "a.md": story });
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  expect(await unpackTar(path, folder, { bytes: 9, files: 9 })).toBe("becomes too large when unpacked");
  // What is left out counts, too.
  expect(await unpackTar(await tarred({ ".x": "0123456789" }), folder, { bytes: 9, files: 9 })).toBe("becomes too large when unpacked");
  writeFileSync(path, readFileSync(path).subarray(0, 60));
  expect(await problemsOf(path)).toEqual([expect.stringContaining("cannot be unpacked")]);
});

/** Why a zip file is refused, and all that is in the folder around the one for it. */
async function refused(bytes: Uint8Array, limits?: { bytes: number; files: number }) {
  const around = join(temporaryFolder(), "around");
  mkdirSync(join(around, "inside"), { recursive: true });
  const path = join(temporaryFolder(), "a.zip");
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, bytes);
  return { reason: await unpackZip(path, join(around, "inside"), limits), files: [...filesIn(around).keys()] };
}

test.each(["../out.md", "a/../../out.md", "/broadsheet-out.md", "..\\out.md", "C:\\out.md"])(
  "a zip file with the path %s is refused",
  async (name) => {
    expect(await refused(zipSync({ [name]: strToU8("x") }))).toEqual({ reason: expect.stringContaining("leads out of it"), files: [] });
    expect(existsSync("/broadsheet-out.md")).toBe(false);
  },
);

test("a zip file that becomes too large or has too many files is refused", async () => {
  const zeros = zipSync({ "a.txt": new Uint8Array(5_000_000) });
  expect(zeros.length).toBeLessThan(10_000);
  expect((await refused(zeros, { bytes: 1_000_000, files: 9 })).reason).toBe("becomes too large when unpacked");
  expect((await refused(zipSync({ a: strToU8("x"), b: strToU8("x") }), { bytes: 9, files: 1 })).reason).toBe("contains too many files");
});

test("a link in a zip file leads nowhere", async () => {
  const link = zipSync({ "a.md": [strToU8("/etc/hostname"), { os: 3, attrs: 0o120777 << 16 }] });
  const path = zipped({});
  writeFileSync(path, link);
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  expect(await unpackZip(path, folder)).toBeUndefined();
  expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("/etc/hostname");
});

test("a zip file that is cut off or broken is refused by its name, and nothing comes in", async () => {
  const path = zipped({ "a.md": strToU8(story.repeat(50)) });
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, 100));
  const { counts, problems, content } = await tryImport(path);
  expect(counts).toBeUndefined();
  expect(problems).toMatchObject([
    { severity: "error", message: expect.stringMatching(/^export\.zip cannot be unpacked .* so nothing was imported\.$/u) },
  ]);
  expect(existsSync(content)).toBe(false);
  writeFileSync(path, bytes.fill(0xff, 40, 60));
  expect((await tryImport(path)).problems).toMatchObject([{ message: expect.stringContaining("export.zip") }]);
});

/** A server of the "public" web of a test, under whose certificate every name is this machine. */
async function web(body: Uint8Array): Promise<{ network: Network; at: string }> {
  const signingAlgorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await crypto.subtle.generateKey(signingAlgorithm, true, ["sign", "verify"]);
  const cert = await X509CertificateGenerator.createSelfSigned({ name: "CN=paper.example", keys, signingAlgorithm });
  const key = PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
  const server: Server = createServer({ key, cert: cert.toString("pem") }, (_, response) => void response.end(body));
  const port = await portOf(server);
  onTestFinished(() => new Promise<void>((done) => (server.close(() => done()), server.closeAllConnections())));
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  const network: Network = { resolve: async () => [{ address: "127.0.0.1", family: 4 }], isAllowed: (address) => address === "127.0.0.1" };
  return { network, at: `https://paper.example:${port}/feeds/export.zip?key=1` };
}

test("what lies at an address comes in", async () => {
  const { network, at } = await web(zipSync(PAPER));
  const { content, counts } = await tryImport(at, { network });
  expect(counts).toMatchObject({ published: 1 });
  expect(headlinesIn(content)).toEqual(["Cranes"]);
});

test.each([
  ["http://paper.example/feed.xml", "is not encrypted"],
  ["https://127.0.0.1/feed.xml", "is not on the public internet"],
  ["https://[::1]/feed.xml", "is not on the public internet"],
  ["https://169.254.169.254/latest/meta-data/", "is not on the public internet"],
  ["https://localhost/feed.xml", "is not on the public internet"],
  ["https://me:secret@paper.example/", "contains a user name or a password"],
])("%s is refused", async (address, why) => {
  const { counts, problems } = await tryImport(address);
  expect(counts).toBeUndefined();
  expect(problems).toMatchObject([{ severity: "error", message: expect.stringContaining(why) }]);
});

test("documents that nothing reads are named by kind, beside stories and alone", async () => {
  const documents = { "b.org": "* B\n", "c.org": "* C\n", "d.textile": "h1. D\n" };
  for (const stories of [{}, { "a.md": "---\ntitle: A\ndate: 2024-03-12\n---\nWords.\n" }]) {
    const { messages } = await tryImport(folderOf({ ...stories, ...documents }));
    expect(messages).toContain("2 .org files are not read as articles, and were left out: b.org, c.org.");
    expect(messages).toContain("A .textile file is not read as an article, and was left out.");
  }
});
