import type { Draft } from "../../draft/draft.ts";
import { releaseOf } from "../../draft/release/release.ts";
import { readXml } from "../../xml/readXml.ts";
import { type Archive, type ArchiveContext, type ArchiveFile, archiveTime } from "../archive.ts";
import { type Blog, blogOf, readHeader } from "./blog.ts";
import { field } from "./field.ts";
import { heldBy, releaseFields } from "./heldBy.ts";
import { noteAliases, noteListAliases } from "./aliases.ts";
import { itemDraft } from "./itemDraft.ts";
import { mediaIn } from "./media.ts";

/**
 * WordPress eXtended RSS, versions 1.0 to 1.2: what WordPress writes under
 * Tools, Export. The file is read twice, an item at a time: pictures often
 * stand after the posts that show them.
 */
export const wxrArchive: Archive = { name: "wxr", title: "WordPress export", detects, read };

function detects({ head }: Pick<ArchiveFile, "head">): boolean {
  return /<rss\b/u.test(head) && (/http:\/\/wordpress\.org\/export\/\d/u.test(head) || /<wp:wxr_version>/u.test(head));
}

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const media = await mediaIn(file);
  try {
    yield* items(file, blogOf(media), context);
  } finally {
    media.close();
  }
}

async function* items(file: ArchiveFile, blog: Blog, context: ArchiveContext): AsyncGenerator<Draft> {
  let versioned = false;
  for await (const element of readXml(file, { paths: ["rss/channel/*"], report: context.report })) {
    if (element.local === "wxr_version") versioned = true;
    if (element.local !== "item") {
      readHeader(element, blog, file.path, context);
      noteListAliases(element, blog, context);
      continue;
    }
    if (!versioned) reportVersion(file.path, context);
    const where = { file: file.path, place: `line ${element.line}, ${placeName(field(element, "post_id"))}` };
    const kind = heldBy(element, context.options.types);
    const { held = kind, moments } = kind === undefined ? releaseOf(releaseFields(element), archiveTime(context)) : {};
    noteAliases(element, blog, context);
    if (held === undefined) yield { ...itemDraft(element, where, blog, context), moments };
    else context.skip(where, held);
  }
}

const placeName = (id: string): string => (id === "" ? "an item without a number" : `post ${id}`);

function reportVersion(file: string, { once }: ArchiveContext): void {
  const message = "The file does not say which version of WordPress's export it is (wp:wxr_version); it was read as 1.2.";
  once(`wxr version of ${file}`, { severity: "notice", file, message });
}
