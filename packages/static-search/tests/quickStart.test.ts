import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "./support/searchOver.ts";

const root = join(import.meta.dirname, "..");
const run = promisify(execFile);

const posts = [
  {
    id: "reef",
    title: "Bleaching on every reef",
    text: "Flights found it.",
    date: "2024-04-22",
    tags: [{ slug: "oceans", name: "Oceans" }],
  },
  { id: "shirt", title: "How to bleach a shirt", text: "And a reef knot.", date: "2023-01-01", tags: [] },
];

/** The code of the README that begins with the name of a file, and that after "Then:". */
function codeOfReadme(): Map<string, string> {
  const blocks = Array.from(readFileSync(join(root, "README.md"), "utf8").matchAll(/```js\n(.*?)```/gsu), ([, code = ""]) => code);
  return new Map(blocks.map((code) => [/^\/\/ ([\w.]+)/u.exec(code)?.[1] ?? "then", code]));
}

/** An empty folder in which the package is installed as it is published. */
function projectWithPackage(): string {
  const folder = temporaryFolder();
  const installed = join(folder, "node_modules", "static-search");
  execFileSync(process.execPath, ["--import", "tsx", join(root, "scripts", "build.ts"), installed], { cwd: root, stdio: "pipe" });
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const place = join(folder, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(folderOf(name), place);
  }
  return folder;
}

function folderOf(name: string): string {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = places.map((place) => join(place, name)).find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${name} is not installed.`);
  return found;
}

async function serve(folder: string): Promise<string> {
  const server = createServer((request, response) => response.end(readFileSync(join(folder, request.url ?? ""))));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== "object") throw new Error("The server listens at no port.");
  return `http://127.0.0.1:${address?.port}/`;
}

test(
  "the lines of the README build an index and query it, in plain Node with the package as it is published",
  { timeout: 180_000 },
  async () => {
    const folder = projectWithPackage();
    const code = codeOfReadme();
    expect([...code.keys()]).toEqual(["build.js", "schema.js", "search.js", "then"]);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    for (const [name, lines] of code) if (name !== "then") writeFileSync(join(folder, name), lines);
    mkdirSync(join(folder, "posts"));
    for (const post of posts) writeFileSync(join(folder, "posts", `${post.id}.json`), JSON.stringify(post));
    await run(process.execPath, ["build.js"], { cwd: folder });

    const address = await serve(join(folder, "public"));
    const query = `import { searchAt } from "./search.js";\n${code.get("then")?.replace('"/search/"', JSON.stringify(`${address}search/`))}console.log(total);`;
    writeFileSync(join(folder, "query.js"), query);
    const { stdout } = await run(process.execPath, ["query.js"], { cwd: folder });
    expect(stdout).toBe("Bleaching on every reef\n1\n");
  },
);
