import { nearestName } from "../text/nearestName.ts";
import { type LossCause, type Problem, SKIPPED_SUFFIX } from "../draft/problem.ts";

/**
 * The problem to report for an article without required fields.
 * @param unknown the names of its fields that mean nothing: one may be a misspelling of the missing field
 * @param form how the file seems to give them instead, as a noun
 */
export function missingFields(
  missing: string[],
  unknown: string[],
  form?: string,
): Pick<Problem, "message" | "remedy" | "nearest" | "place"> & { cause: LossCause } {
  const [found] = unknown.flatMap((name) => {
    const nearest = nearestName(name, missing);
    return nearest === undefined ? [] : [{ place: name, nearest }];
  });
  const remedy = `Add ${missing.map((field) => REMEDIES[field] ?? field).join(", and ")}, or mark it as a draft (draft: true).`;
  return {
    ...found,
    message: `It has no ${missing.join(" and no ")}${form === undefined || found ? "" : `, but ${form}`}${SKIPPED_SUFFIX}`,
    remedy,
    cause: causeOf(missing),
  };
}

function causeOf(missing: string[]): LossCause {
  if (missing.includes("date") || missing.includes("datePublished")) return "no date";
  return missing.includes("headline") ? "no headline" : "other";
}

const REMEDIES: Record<string, string> = {
  date: "a date, such as date: 2024-03-12",
  datePublished: 'a date, such as "datePublished": "2024-03-12"',
  headline: "a headline, such as headline: The ferry is back",
  text: "its text below the front matter",
  body: 'its text, as "body"',
};
