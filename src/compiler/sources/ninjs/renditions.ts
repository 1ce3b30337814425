import { isRecord, numberIn, type Raw, scalarText } from "../article/record.ts";
import type { Rendition } from "../rendition.ts";
import { recordsIn } from "./lowered.ts";

/** The renditions of an item that have an address: since version 2 a list, before that an object of them. */
export function renditionsOf(item: Raw): Rendition[] {
  const held = item["renditions"];
  const entries: [string, unknown][] = isRecord(held)
    ? Object.entries(held)
    : recordsIn(item, "renditions").map((each): [string, unknown] => [scalarText(each["name"]), each]);
  return entries.flatMap(([name, each]) => {
    if (!isRecord(each)) return [];
    const href = scalarText(each["href"]).trim();
    const type = (scalarText(each["contenttype"]) || scalarText(each["mimetype"])).toLowerCase();
    const area = (numberIn(each["width"]) || 0) * (numberIn(each["height"]) || 0);
    return href === "" ? [] : [{ name: name.toLowerCase(), href, type, area }];
  });
}
