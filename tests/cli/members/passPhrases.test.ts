import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { passPhrases } from "#cli/members/passPhrases.ts";
import { folderOf } from "../../support/importing.ts";

const KEY = ".members/members.key";

/** What the command prints. */
async function printed(content: string, month?: string, server?: true): Promise<string> {
  const out = vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
  try {
    await passPhrases({ content, ...(month !== undefined && { month }), ...(server && { server }) }, Date.parse("2026-12-31T23:30:00Z"));
    return out.mock.calls.flat().join("\n");
  } finally {
    vi.restoreAllMocks();
  }
}

it("makes a key once, which only its owner can read and Git ignores, and prints a phrase for each tier and month", async () => {
  const content = folderOf({
    "edition.json": JSON.stringify({ timeZone: "Europe/Amsterdam", members: { tiers: [{ name: "Friends" }, { name: "Patrons" }] } }),
  });
  const first = await printed(content);
  expect(first).toMatch(/^Friends {2}2701(?:-[0-9a-hjkmnp-tv-z]{4}){4}\nPatrons {2}2701(?:-[0-9a-hjkmnp-tv-z]{4}){4}$/u);
  expect(statSync(join(content, KEY)).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(content, ".members/.gitignore"), "utf8")).toBe("*\n");
  expect(await printed(content)).toBe(first);
  expect(await printed(content, "2026-12")).toContain("2612-");
  const [friends = "", patrons = ""] = (await printed(content, "2028-01")).match(/2801\S+/gu) ?? [];
  expect(await printed(content, undefined, true)).toBe(`MEMBERS_PHRASES="friends=${friends} patrons=${patrons}"`);
  rmSync(join(content, KEY));
  expect(await printed(content)).not.toBe(first);
});

it("says what is wrong with the settings or the month", async () => {
  await expect(printed(folderOf({ "edition.json": "{}" }))).rejects.toThrow('Write "members": {} into');
  const content = folderOf({ "edition.json": '{ "members": {} }' });
  await expect(printed(content, "12-2026")).rejects.toThrow("12-2026 is no month such as 2026-12.");
});
