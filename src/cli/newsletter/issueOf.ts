import { dayIn } from "static-search/text/day";
import { weekOf } from "#compiler/write/opds/issues.ts";
import { type ChosenPart, chooseStories, type Span } from "./chooseStories.ts";
import { type Edition, type Issue, type IssueStory, makeIssue } from "./makeIssue.ts";
import { lineOf } from "#content/labels.ts";

const DAY = 24 * 60 * 60 * 1000;

/** The name of an issue, under which it is sent only once: its day, "2026-11-30", or its week, "2026-W49"; and the day on which it is made. */
export function nameOf({ newsletter, settings: { timeZone } }: Edition, now: number): { id: string; day: string } {
  const day = dayIn(timeZone)(now);
  return { id: newsletter.settings.every === "week" ? weekOf(day) : day, day };
}

/** A day or a week back, or since a moment. */
export const spanUntil = (until: number, { newsletter }: Edition, since?: number): Span => ({
  since: since ?? until - (newsletter.settings.every === "week" ? 7 : 1) * DAY,
  until,
});

/** @returns undefined if the paper has published nothing in the span */
export async function issueOf(
  edition: Edition,
  span: Span,
  day: string,
): Promise<{ issue: Issue; chosen: ChosenPart[]; subject: string } | undefined> {
  const chosen = await chooseStories(edition.served, edition.site.prefix ?? "", edition.newsletter, span);
  const issue = await makeIssue(edition, chosen, day);
  return issue.parts.length === 0 ? undefined : { issue, chosen, subject: subjectOf(issue) };
}

/** The headline of the first story. The sender's name is the paper's. */
export function subjectOf({ parts, name }: Issue): string {
  const first: IssueStory | undefined = parts[0]?.stories[0];
  if (first === undefined) return name;
  return lineOf({ headline: first.headline, ...(first.isSponsored && { sponsor: { label: first.label ?? "" } }) });
}
