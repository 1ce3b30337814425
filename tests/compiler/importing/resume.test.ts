import { spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { articlesIn, tryImport } from "../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

/** Enough that there is time to kill their import in the middle. */
const POSTS = 800;

/** An export of a number of posts. */
function anExport(posts: number): string {
  const item = (id: number) =>
    `<item><title>Story ${id}</title><link>https://news.example.org/story-${id}/</link><content:encoded><![CDATA[Text of ${id}, see <a href="/story-${id - 1}/">before</a>.]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date>2020-01-01 00:00:00</wp:post_date><wp:status>publish</wp:status></item>`;
  const items = Array.from({ length: posts }, (_, at) => item(at + 1)).join("\n");
  const file = join(temporaryFolder(), "export.xml");
  writeFileSync(
    file,
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>News</title><wp:wxr_version>1.2</wp:wxr_version>${items}</channel></rss>`,
  );
  return file;
}

const written = (content: string): number =>
  existsSync(join(content, "articles/2020")) ? readdirSync(join(content, "articles/2020")).length : 0;

test("an import that was killed in the middle ends with the same bytes when it is resumed", async () => {
  const input = anExport(POSTS);
  const content = join(temporaryFolder(), "content");
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", "import", input, "--to", content], { stdio: "ignore" });
  const ended = once(child, "exit");
  await expect.poll(() => written(content), { timeout: 90_000, interval: 5 }).toBeGreaterThan(50);
  child.kill("SIGKILL");
  await ended;
  expect(written(content)).toBeLessThan(POSTS);
  expect(existsSync(join(content, ".import/state.json"))).toBe(true);

  const resumed = await tryImport(input, { content, resume: true });
  expect(resumed.counts).toMatchObject({ in: POSTS, published: POSTS, skipped: 0 });
  expect(resumed.counts?.written).toBeLessThan(POSTS);
  const unbroken = await tryImport(input);
  expect(articlesIn(unbroken.content).size).toBe(POSTS);
  // The command that was killed has left its lease.
  rmSync(join(content, ".broadsheet"), { recursive: true });
  expect(filesIn(content)).toEqual(filesIn(unbroken.content));
}, 120_000);

test("an import that is complete cannot be resumed, and says so", async () => {
  const input = anExport(2);
  const { content } = await tryImport(input);
  const { counts, messages } = await tryImport(input, { content, resume: true });
  expect(counts).toBeUndefined();
  expect(messages).toEqual([expect.stringContaining("nothing to resume")]);
});

test("an import whose folder another one has taken over records nothing", async () => {
  const content = join(temporaryFolder(), "content");
  const taken = (): never => {
    throw new Error("taken over");
  };
  await expect(tryImport(anExport(1), { content, alone: (work) => work(taken) })).rejects.toThrow("taken over");
  expect(existsSync(join(content, ".import/imported.json"))).toBe(false);
});
