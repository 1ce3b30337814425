import * as v from "valibot";
import { SlugSchema } from "#content/article.ts";
import { slug } from "#content/slug.ts";
import type { Report } from "../draft/problem.ts";
import type { Dated } from "./dates.ts";

/** A draft with the last part of its address. */
export type Slugged = Dated & { slug: string };

/**
 * Gives each draft a unique slug: the one it has, else one made from its headline.
 * Of two that want the same, the one published first gets it and the other "-2".
 * @param drafts in order of publication
 */
export function slugs(drafts: Dated[], report: Report): Slugged[] {
  const takenBy = new Map<string, string>();
  return drafts.map((draft) => {
    const wanted = wantedSlug(draft);
    if (draft.slug !== undefined && draft.slug !== wanted && draft.slug.normalize("NFC") !== wanted) {
      const message = `"${draft.slug}" cannot be part of an address; the slug is "${wanted}".`;
      report({
        severity: "notice",
        file: draft.file,
        place: "slug",
        about: draft.slug,
        message,
        remedy: "Write letters, digits and hyphens.",
      });
    }
    let own = wanted;
    for (let copy = 2; takenBy.has(own.toLowerCase()); copy += 1) own = `${wanted}-${copy}`;
    const other = takenBy.get(wanted.toLowerCase());
    if (other !== undefined) {
      const message = `The slug "${wanted}" belongs to ${other}, which was published before; this article is at "${own}".`;
      report({ severity: "warning", file: draft.file, place: "slug", message, remedy: "Give one of the two a slug of its own." });
    }
    // Lower case, since a disk or a host may not tell "A" from "a".
    takenBy.set(own.toLowerCase(), draft.file);
    return Object.assign(draft, { slug: own });
  });
}

/** The slug that a draft has, else one made from its headline, even if another draft has the same. */
export function wantedSlug({ slug: given, headline }: Pick<Dated, "slug" | "headline">): string {
  if (given !== undefined && v.is(SlugSchema, given) && Buffer.byteLength(given) <= LONGEST) return given.normalize("NFC");
  return slug(given ?? "") || slug(headline) || "story";
}

/** In bytes. Most disks allow file names of 255, and this one gets an extension and sometimes a number. */
const LONGEST = 200;
