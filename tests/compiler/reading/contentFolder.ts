import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterEach } from "vitest";
import type { Problem } from "../../../src/compiler/draft/problem.ts";
import { type Settings, SettingsSchema } from "../../../src/compiler/settings/settings.ts";
import { readDrafts } from "../../../src/compiler/reading/readDrafts.ts";
import { writeFiles } from "../../support/temporaryFolder.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A new content folder with these files; it is gone after the test. */
export function contentFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  folders.push(folder);
  writeFiles(folder, files);
  return folder;
}

export const settingsOf = (given: object = {}): Settings => v.parse(SettingsSchema, given);

/** What is read from files. */
export async function readFiles(files: Record<string, string | Uint8Array>, given: object = {}) {
  const problems: Problem[] = [];
  const reading = await readDrafts(contentFolder(files), settingsOf(given), (problem) => problems.push(problem));
  return { ...reading, problems };
}

/** The body of one Markdown text. */
export async function bodyOf(text: string) {
  const { drafts, problems } = await readFiles({ "story.md": `---\ntitle: A story\ndate: 2024-01-01\n---\n${text}\n` });
  return { body: drafts[0]?.body ?? [], problems: problems.map(({ place, message }) => `${place ?? ""}: ${message}`) };
}
