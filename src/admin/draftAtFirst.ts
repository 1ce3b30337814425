import type { AppEventListener } from "@sveltia/cms";

type Entry = Parameters<AppEventListener["handler"]>[0]["entry"];

/** A new story or page is a draft where nobody has said that it is published. Older ones without a word about it are out, and stay so. */
export function draftAtFirst(entry: Entry): Entry | undefined {
  const isOpen = typeof entry.getIn(["data", "draft"]) !== "boolean" && ["articles", "pages"].includes(entry.get("collection"));
  return entry.get("newRecord") && isOpen ? entry.setIn(["data", "draft"], true) : undefined;
}
