import * as v from "valibot";
import type { Article } from "#content/article.ts";
import { inlineText, plainText } from "#content/blocks/plainText.ts";
import { deviceDatabase } from "../../device/deviceDatabase.ts";

/** A story as it was when it was read, at the instant `at`. */
const VersionSchema = v.object({ slug: v.string(), at: v.string(), paragraphs: v.array(v.string()) });

export type ReadVersion = v.InferOutput<typeof VersionSchema>;

/** How many stories are remembered. */
const MOST = 300;

/** The text of a story, a paragraph each. */
export function paragraphsOf({ headline, standfirst, body, corrections }: Article): string[] {
  const notes = corrections.map(({ children }) => inlineText(children));
  return [headline, standfirst ?? "", ...plainText(body).split("\n"), ...notes].filter(Boolean);
}

/**
 * Records that a story was read as it is now. That stays on the device.
 * @returns the version that was read before, if it differs
 */
export async function noteRead(article: Article): Promise<ReadVersion | undefined> {
  if (!("indexedDB" in globalThis)) return undefined;
  const database = await deviceDatabase();
  const before = v.safeParse(VersionSchema, await database.get("read", article.slug));
  const now: ReadVersion = { slug: article.slug, at: new Date().toISOString(), paragraphs: paragraphsOf(article) };
  await database.put("read", now);
  await forgetOldest();
  return before.success && before.output.paragraphs.join("\n") !== now.paragraphs.join("\n") ? before.output : undefined;
}

async function forgetOldest(): Promise<void> {
  const database = await deviceDatabase();
  if ((await database.count("read")) <= MOST) return;
  const all: unknown[] = await database.getAll("read");
  const versions = all.flatMap((each) => {
    const version = v.safeParse(VersionSchema, each);
    return version.success ? [version.output] : [];
  });
  // Deletes several at a time, so that this is rare.
  const oldest = versions.toSorted((a, b) => a.at.localeCompare(b.at)).slice(0, MOST / 10);
  for (const { slug } of oldest) await database.delete("read", slug);
}
