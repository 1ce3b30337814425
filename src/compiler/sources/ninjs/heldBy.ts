import { type Raw, scalarText } from "../article/record.ts";

/** Why an item is no story, as a full sentence; undefined for one that is. */
export function heldBy(item: Raw, types: string[]): string | undefined {
  const type = scalarText(item["type"]).toLowerCase() || (PLANS.find(([field]) => field in item)?.[1] ?? "");
  return ["", "text", "composite", "component"].includes(type) || types.includes(type)
    ? undefined
    : `It is of the type "${type}" and not a story; it comes along with --types ${type}.`;
}

/** Fields that only items have which say what is to come. */
const PLANS = [
  ["eventdetails", "event"],
  ["plannedcoverage", "planning"],
] as const;

/** What an item says of when it may be published. Its `expires` says when it is no longer news, which an archive never is: it does not count. */
export const releaseFields = (item: Raw): Raw => ({ pubstatus: item["pubstatus"], embargoed: item["embargoed"] });
