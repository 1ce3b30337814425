import { bothReleases, type Release } from "../../draft/release/release.ts";
import { type ReleaseReader, releaseTable } from "../../draft/release/releaseTable.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import { childAt, childrenNamed, wordsOf } from "../../xml/childrenNamed.ts";
import { nitfRelease } from "../nitf/nitfRelease.ts";
import { NOTE_TO_EDITORS, orderBesides } from "../iptc/orderToHold.ts";
import { codeOf } from "./concepts.ts";

const readFields = releaseTable({
  pubStatus: { means: "status" },
  embargoed: { means: "embargo" },
  edNote: NOTE_TO_EDITORS,
  // The item's next steps; most signals are of other kinds.
  signal: { withholds: ["kill", "killed", "withdraw", "withdrawn", "recall", "recalled", "cancel", "canceled", "cancelled"] },
  // The moments of Infomaker's Writer.
  pubstart: { means: "release" },
  pubstop: { means: "expiry" },
});

/**
 * When readers may see an item. Its `expires` does not count: it says when the item is no longer news.
 * @param nitf the document that holds its text
 */
export function newsmlRelease(itemMeta: XmlElement | undefined, nitf: XmlElement | undefined, time: Parameters<ReleaseReader>[1]): Release {
  const embargoed = childAt(itemMeta, "embargoed");
  const properties = childrenNamed(itemMeta, "itemMetaExtProperty").flatMap(({ attributes: { type = "", value } }) => {
    const name = type.replace(/^.*:/u, "");
    return ["pubstart", "pubstop"].includes(name) ? [[name, value]] : [];
  });
  const written = {
    ...Object.fromEntries(properties),
    pubStatus: codeOf(childAt(itemMeta, "pubStatus")),
    // An empty element is an embargo without an end (NewsML-G2 specification, embargoed).
    embargoed: embargoed && (wordsOf(embargoed) || true),
    edNote: childrenNamed(itemMeta, "edNote").map((note) => orderBesides(embargoed, wordsOf(note))),
    signal: childrenNamed(itemMeta, "signal").map(codeOf),
  };
  return bothReleases(readFields(written, time), nitfRelease(nitf, time));
}
