import type { Article } from "#content/article.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import type { PictureFile } from "#compiler/draft/pictures.ts";
import { link } from "#compiler/link/link.ts";
import { siteAt } from "#compiler/write/site.ts";
import { type Printed, writeSite } from "#compiler/write/writeSite.ts";
import { makeSettings } from "./makeSettings.ts";
import { filesIn, temporaryFolder } from "./temporaryFolder.ts";

type Options = { json?: { url?: string | undefined; [field: string]: unknown }; base?: string; out?: string; pictures?: PictureFile[] };

/** An edition as it lies on the disk: all its files with their text, and what was reported. */
export type Written = Printed & { out: string; texts: Map<string, string>; problems: Problem[]; text: (file: string) => string };

/** Writes an edition into a folder of its own (or `out`). Its address is https://example.org/, unless the JSON says otherwise. */
export async function written(
  articles: Article[],
  { json = {}, base, out = temporaryFolder(), pictures = [] }: Options = {},
): Promise<Written> {
  const settings = makeSettings({ url: "https://example.org/", ...json });
  const problems: Problem[] = [];
  const press = { linked: link(articles, settings), pictures, settings, site: siteAt(settings.url, base), out };
  const printed = await writeSite(
    press,
    (problem) => problems.push(problem),
    () => {},
  );
  const texts = filesIn(out);
  const text = (file: string): string => {
    const found = texts.get(file);
    if (found === undefined) throw new Error(`There is no file ${file}, but ${[...texts.keys()].join(", ")}.`);
    return found;
  };
  return { ...printed, out, texts, problems, text };
}
