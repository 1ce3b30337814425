import type { Release } from "../../draft/release/release.ts";
import { meaningOf } from "../../draft/release/releaseFields.ts";
import { type ReleaseReader, releaseTable } from "../../draft/release/releaseTable.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import { childAt, childrenNamed } from "../../xml/childrenNamed.ts";
import { NOTE_TO_EDITORS, orderToHold } from "../iptc/orderToHold.ts";

const readFields = releaseTable({
  "management-status": { means: "status" },
  "date.release": { means: "release" },
  "date.expire": { means: "expiry" },
  "doc.rights.startdate": { means: "release" },
  "doc.rights.enddate": { means: "expiry" },
  "doc.rights.limitations": { publishes: ["none", "no", "no limitations", "unlimited", "unrestricted"] },
  "doc.rights.geography": { publishes: ["world", "worldwide", "global", "all", "universe"] },
  "ed-msg": NOTE_TO_EDITORS,
});

/** When readers may see a NITF document, by its `docdata` and the `meta` elements of its head; undefined documents say nothing. */
export function nitfRelease(nitf: XmlElement | undefined, time: Parameters<ReleaseReader>[1]): Release {
  const data = childAt(nitf, "head", "docdata");
  const normOf = (name: string) => childAt(data, name)?.attributes["norm"];
  const rights = childrenNamed(data, "doc.rights").map(({ attributes }) => attributes);
  const metas = childrenNamed(childAt(nitf, "head"), "meta").flatMap(({ attributes: { name = "", content } }) =>
    [undefined, "release"].includes(meaningOf(name)) ? [] : [[name, content]],
  );
  const messages = childrenNamed(data, "ed-msg").flatMap(({ attributes }) => [attributes["msg-type"], orderToHold(attributes["info"])]);
  const written = {
    "management-status": data?.attributes["management-status"],
    date: { release: normOf("date.release"), expire: normOf("date.expire") },
    doc: { rights },
    "ed-msg": messages,
  };
  return readFields({ ...Object.fromEntries(metas), ...written }, time);
}
