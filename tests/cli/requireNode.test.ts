import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);

/** The command as a Node of that version begins it. */
async function begun(version: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const file = pathToFileURL(resolve("bin/broadsheet.js")).href;
  const fake = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`;
  const script = `${fake} process.argv.splice(1, 0, "broadsheet"); import("${file}");`;
  const { code, stderr, stdout } = await run(process.execPath, ["-e", script, ...args]).then(
    ({ stderr, stdout }) => ({ code: 0, stderr, stdout }),
    ({ code, stderr, stdout }: { code: number; stderr: string; stdout: string }) => ({ code, stderr, stdout }),
  );
  return { code, said: stderr + stdout };
}

it.each(["14.21.3", "18.20.8", "20.18.3"])(
  "a Node %s is told in one sentence which it should be, before anything is loaded",
  async (version) => {
    const { code, said } = await begun(version);
    expect(code).toBe(1);
    expect(said).toBe(`Broadsheet needs Node 20.19 or newer, and this is Node ${version}. Get a newer one from https://nodejs.org/.\n`);
  },
);

it.each(["20.19.0", "22.1.0", "100.0.0"])("a Node %s is as good as any", async (version) => {
  expect((await begun(version, "--help")).said).not.toContain("needs Node");
});
