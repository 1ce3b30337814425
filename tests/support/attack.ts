import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import fc from "fast-check";

type Attack = { raw: string; /** The number of bytes of the answer after which the client disconnects. */ leaves: number | undefined };

export type Attacked = {
  answers: number;
  statuses: Map<string, number>;
  /** Paths that the server answered with an error. */ failed: Set<string>;
};

const METHODS = ["GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE", "PATCH", "PROPFIND"];
const PATHS = [
  "/",
  "/article/tea",
  "/article/tea.html",
  "/long.bin",
  "/gone",
  "/loop",
  "/socket",
  "/vanishing.txt",
  "/%00",
  "/article/%00tea",
  "/../secret",
  "/..%2f..%2fetc/passwd",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/.broadsheet-files",
  "//evil.example/",
  `/a${"/".repeat(15_000)}b`,
  "/\\evil.example",
  "/%zz",
  "/%ff%fe",
  "/api/health",
  "/api/ready",
  "/api/account",
  "/api/sign-in",
  "/api/verify",
  "/api/library",
  "/api/account/export",
  "/api/auth/callback/twitter?state=%00&code=x",
  "*",
  "http://elsewhere.example/article/tea",
  `/${"long/".repeat(900)}`,
];
const HEADERS: [string, string[]][] = [
  [
    "Range",
    ["bytes=9-5", "bytes=0-", "bytes=-1", "bytes=-0", "bytes=99999999999999999999-", "bytes=1-2,4-9", "bytes=a-b", "lines=1-2", "bytes="],
  ],
  ["If-Range", ['"x"', 'W/"x"', "Thu, 01 Jan 1970 00:00:00 GMT", "nonsense"]],
  ["If-None-Match", ["*", '"a", W/"b"', "a,,b", '"']],
  ["If-Match", ["*", '"x"', ",", '"']],
  ["If-Modified-Since", ["nonsense", "Thu, 01 Jan 2099 00:00:00 GMT"]],
  ["If-Unmodified-Since", ["nonsense", "Thu, 01 Jan 1970 00:00:00 GMT"]],
  ["Accept-Encoding", ["br;q=0", "gzip;q=2", "*;q=0", ";;;,,,", "br".repeat(500), 'br;q="1']],
  ["Accept", ["text/html", ";", '*/*;q="', "a/b".repeat(900)]],
  ["Cookie", ["__Host-broadsheet.session_token=x.y", "=;=;", "a".repeat(4000)]],
  ["Content-Type", ["application/json", "text/plain", "application/json;;;"]],
  ["Origin", ["null", "http://evil.example", "http://localhost"]],
  ["X-Forwarded-For", ["1.2.3.4:5", "[::1]:2", ",,,", "::::::::"]],
];

/** Headers that define where a request ends or what it becomes. */
const FRAMING: [string, string[]][] = [
  ["Content-Length", ["5", "-1", "99999999", "x"]],
  ["Transfer-Encoding", ["chunked", "gzip, chunked", "x"]],
  ["Expect", ["100-continue", "nonsense"]],
  ["Connection", ["close", "upgrade"]],
  ["Upgrade", ["websocket", "h2c"]],
];
const BODIES = [
  "",
  "{}",
  '{"email":"a\\u0000b","password":1}',
  "5\r\nhello\r\n0\r\n\r\n",
  "ffffffff\r\nx",
  "\0\0\0",
  '{"token":"a\\u0000b"}',
];

const headerOf = (headers: [string, string[]][]) =>
  fc.constantFrom(...headers).chain(([name, values]) => fc.constantFrom(...values).map((value) => `${name}: ${value}`));

/** Random bytes. */
const noise = fc.string({ unit: "binary", maxLength: 60 });

/** Requests that the parser accepts and the rest of the server has to handle. */
const wellFormed = fc.record({
  method: fc.oneof({ weight: 8, arbitrary: fc.constant("GET") }, fc.constantFrom(...METHODS)),
  path: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PATHS) }, fc.webPath()),
  version: fc.constant("HTTP/1.1"),
  headers: fc.array(headerOf(HEADERS), { maxLength: 3 }),
  body: fc.constant(""),
});

const broken = fc.record({
  method: fc.oneof(fc.constantFrom("get", "G\0T", "", "CONNECT", "POST"), noise),
  path: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PATHS) }, noise),
  version: fc.constantFrom("HTTP/1.1", "HTTP/1.0", "HTTP/9.9", ""),
  headers: fc.array(fc.oneof(headerOf(HEADERS), headerOf(FRAMING), noise), { maxLength: 5 }),
  body: fc.constantFrom(...BODIES),
});

const posted = fc.record({
  method: fc.constant("POST"),
  path: fc.constantFrom(...PATHS),
  version: fc.constant("HTTP/1.1"),
  headers: fc.array(headerOf(FRAMING), { minLength: 1, maxLength: 3 }),
  body: fc.constantFrom(...BODIES),
});

/** A range of a file, as players and download managers request it; random headers seldom contain one. */
const partial = fc.record({
  method: fc.constant("GET"),
  path: fc.constant("/long.bin"),
  version: fc.constant("HTTP/1.1"),
  headers: fc.constantFrom(["Range: bytes=0-"], ["Range: bytes=100-199"], ["Range: bytes=-1"]),
  body: fc.constant(""),
});

const attack: fc.Arbitrary<Attack> = fc
  .tuple(
    fc.oneof({ weight: 30, arbitrary: wellFormed }, { weight: 10, arbitrary: posted }, { weight: 10, arbitrary: broken }, partial),
    fc.option(fc.constantFrom(0, 1, 100, 70_000), { nil: undefined, freq: 3 }),
  )
  .map(([{ method, path, version, headers, body }, leaves]) => ({
    raw: [`${method} ${path} ${version}`, "Host: localhost", ...headers, "", body].join("\r\n"),
    leaves,
  }));

/** Creates files that cannot be read, and files that disappear again and again. @returns a function that stops this */
export async function spoil(site: string): Promise<() => void> {
  mkdirSync(join(site, "article"));
  writeFileSync(join(site, "article", "tea.html"), "tea story");
  writeFileSync(join(site, "long.bin"), Buffer.alloc(5_000_000));
  symlinkSync("loop.html", join(site, "loop.html"));
  symlinkSync("nowhere", join(site, "gone.html"));
  const socket = createServer();
  await new Promise<void>((listening) => socket.listen(join(site, "socket.html"), listening));
  const [here, away] = [join(site, "vanishing.txt"), join(site, "vanished")];
  writeFileSync(here, "x".repeat(200_000));
  let isHere = true;
  const vanishing = setInterval(() => {
    renameSync(isHere ? here : away, isHere ? away : here);
    isHere = !isHere;
  }, 7);
  return () => {
    clearInterval(vanishing);
    socket.close();
  };
}

/** Sends a number of requests to a port of this machine, sixteen at a time. The same seed sends the same ones. */
export async function attackServer(port: number, count: number, seed: number): Promise<Attacked> {
  const attacked: Attacked = { answers: 0, statuses: new Map(), failed: new Set() };
  const attacks = fc.sample(attack, { numRuns: count, seed }).values();
  const one = async () => {
    for (const { raw, leaves } of attacks) {
      const status = await send(port, raw, leaves);
      if (status === undefined) continue;
      attacked.answers += 1;
      if (status === "500") attacked.failed.add(raw.split(" ")[1] ?? "");
      attacked.statuses.set(status, (attacked.statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 16 }, one));
  return attacked;
}

/** Milliseconds without an answer after which the client disconnects: a server may wait for the rest of a request. */
const SILENCE = 150;

function send(port: number, raw: string, leaves: number | undefined): Promise<string | undefined> {
  return new Promise((done) => {
    let [bytes, status]: [number, string | undefined] = [0, undefined];
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(raw, "latin1");
      if (leaves === 0) socket.destroy();
    });
    socket.setTimeout(SILENCE, () => socket.destroy()).on("error", () => {});
    socket.on("data", (part) => {
      status ??= /^HTTP\/1\.1 ((?!100)\d{3})/mu.exec(part.toString("latin1"))?.[1];
      bytes += part.length;
      if (leaves !== undefined && bytes >= leaves) socket.destroy();
    });
    socket.on("close", () => done(status));
  });
}

/** The number of open file descriptors of a process, from the kernel. */
export const openFiles = (process: number): number => readdirSync(`/proc/${process}/fd`).length;

/** How much processor time a process has taken, in milliseconds. */
export function processorTime(process: number): number {
  // In hundredths of a second (proc_pid_stat(5)).
  const [user, system] = readFileSync(`/proc/${process}/stat`, "utf8").split(" ").slice(13, 15).map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10;
}

/** When a process started. It shows whether another process has taken its number. */
export const startOf = (process: number): string => readFileSync(`/proc/${process}/stat`, "utf8").split(" ")[21] ?? "";
