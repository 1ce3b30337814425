import type { Draft, DraftRef } from "../../draft/draft.ts";
import { type Raw, scalarText } from "../../text/jsonRecord.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { plain } from "./plain.ts";
import { authorOf } from "./publicationOf.ts";
import type { Tables } from "./tablesOf.ts";

/** Tags whose name starts with "#" are internal and never shown. */
export function tagsOf(
  id: string,
  { tags, tagsOf: byPost }: Tables,
  firstTag: "section" | "topic",
): { section?: DraftRef; topics: DraftRef[] } {
  const shown = (byPost.get(id) ?? []).flatMap((tagId) => {
    const tag = tags.get(tagId);
    const name = plain(tag?.["name"]);
    if (tag === undefined || name === "" || name.startsWith("#") || scalarText(tag["visibility"]) === "internal") return [];
    const slug = scalarText(tag["slug"]);
    return [slug === "" ? { name } : { name, slug }];
  });
  const [section, ...topics] = shown;
  return section === undefined || firstTag === "topic" ? { topics: shown } : { section, topics };
}

export function authorsOf(
  post: Raw,
  { users, authorsOf: byPost }: Tables,
  where: ArchivePlace,
  { once }: ArchiveContext,
): Draft["authors"] {
  const ids = byPost.get(scalarText(post["id"])) ?? [scalarText(post["author_id"])];
  return ids.flatMap((id) => {
    const user = users.get(id);
    const author = authorOf(user);
    const message = "An author's account has no name but its email, which is not shown; give the author a name in Ghost.";
    if (user !== undefined && author === undefined) once(`ghost author ${id}`, { severity: "warning", ...where, message });
    return author === undefined ? [] : [{ ...author, kind: "person" as const }];
  });
}
