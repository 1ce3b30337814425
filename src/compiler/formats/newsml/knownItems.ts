import { keptBack } from "../../draft/release/keptBack.ts";
import { readXml } from "../../xml/readXml.ts";
import { XmlError } from "../../xml/XmlError.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import type { ArchiveFile } from "../archiveFormat.ts";
import { childAt, childrenNamed } from "../../xml/childrenNamed.ts";
import { codeOf } from "./concepts.ts";
import { newsmlRelease } from "./newsmlRelease.ts";
import { type Picture, pictureOf } from "./pictureOf.ts";

/** How the items of a file refer to each other. */
export type KnownItems = {
  /** Pictures of the file by their guid. */
  pictures: Map<string, Picture>;
  /** The guids of the pictures that belong to a story, by its guid, in the order of the package. */
  picturesOf: Map<string, string[]>;
  /** The guids of all pictures that belong to some story. */
  shown: Set<string>;
  packages: number;
};

/** Reads only the references between items; faults are left to the second pass, which reports them. */
export async function knownItems(file: ArchiveFile): Promise<KnownItems> {
  const known: KnownItems = { pictures: new Map(), picturesOf: new Map(), shown: new Set(), packages: 0 };
  const groups: string[][] = [];
  const links: [string, string[]][] = [];
  const texts = new Set<string>();
  try {
    for await (const item of readXml(file, { paths: [...itemPaths("newsItem"), ...itemPaths("packageItem")], report: () => {} })) {
      const guid = item.attributes["guid"] ?? "";
      if (item.local === "packageItem") {
        known.packages += 1;
        groups.push(residrefs(childAt(item, "groupSet")));
      } else if (["picture", "graphic"].includes(codeOf(childAt(item, "itemMeta", "itemClass")).toLowerCase())) {
        const now = Date.now();
        const isFree = keptBack(newsmlRelease(childAt(item, "itemMeta"), undefined, { timeZone: "UTC", now }), { now }) === undefined;
        const picture = isFree ? pictureOf(item) : undefined;
        if (picture !== undefined) known.pictures.set(guid, picture);
      } else {
        texts.add(guid);
        links.push([guid, childrenNamed(childAt(item, "itemMeta"), "link").flatMap(({ attributes }) => attributes["residref"] ?? [])]);
      }
    }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
  }
  for (const refs of groups) for (const text of refs.filter((ref) => texts.has(ref))) join(known, text, refs);
  for (const [text, refs] of links) join(known, text, refs);
  return known;
}

function join(known: KnownItems, text: string, refs: string[]): void {
  const before = known.picturesOf.get(text) ?? [];
  const pictures = [...new Set([...before, ...refs.filter((ref) => known.pictures.has(ref))])];
  known.picturesOf.set(text, pictures);
  for (const picture of pictures) known.shown.add(picture);
}

/** What the groups of a package refer to, in order. */
function residrefs(element: XmlElement | undefined): string[] {
  return (element?.children ?? []).flatMap((child) =>
    child.local === "itemRef" ? [child.attributes["residref"] ?? ""] : residrefs(child),
  );
}

/** Where items of a kind may be: alone, in a message, or in an API response. */
export const itemPaths = (name: string): string[] => [name, `*/${name}`, `*/*/${name}`, `*/newsMessage/itemSet/${name}`];
