import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { folderState } from "#cli/dev.ts";

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "folder-state-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

it("The state of a folder is another once a file came, and the same as long as nothing did", async () => {
  const content = await folder();
  const before = await folderState(content);
  expect(await folderState(content)).toBe(before);
  await writeFile(join(content, "tea.md"), "# Tea");
  expect(await folderState(content)).not.toBe(before);
});

it("The state of a folder that vanished is another, and no fault that would end what watches it", async () => {
  const content = await folder();
  const before = await folderState(content);
  await rm(content, { recursive: true });
  expect(await folderState(content)).not.toBe(before);
});
