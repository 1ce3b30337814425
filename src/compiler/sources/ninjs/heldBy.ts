import { instantOf } from "../../draft/instantOf.ts";
import { type Raw, scalarText } from "../article/record.ts";

/**
 * Why an item is not published, as a full sentence; undefined for one that is.
 * Its `expires` says when it is no longer news, which an archive never is: it does not count.
 * @param now milliseconds since 1970, against which an embargo counts
 */
export function heldBy(item: Raw, types: string[], now: number): string | undefined {
  const type = scalarText(item["type"]).toLowerCase();
  const status = scalarText(item["pubstatus"]).toLowerCase() || "usable";
  if (status !== "usable") return `Its publishing status is "${status}" and not usable.`;
  if (!["", "text", "composite", "component"].includes(type) && !types.includes(type))
    return `It is of the type "${type}" and not a story; it comes along with --types ${type}.`;
  return embargo(item, now);
}

/** An embargo whose end is not understood is kept: to publish too early is worse than not to publish. */
function embargo(item: Raw, now: number): string | undefined {
  const until = scalarText(item["embargoed"]).trim();
  if (until === "") return undefined;
  const instant = instantOf(until, "UTC");
  if (instant === undefined) return `It is under an embargo whose end ("${until}") cannot be read.`;
  return Date.parse(instant) > now ? `It is under embargo until ${until}.` : undefined;
}
