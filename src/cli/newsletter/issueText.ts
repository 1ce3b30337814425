import { lineOf } from "#content/labels.ts";
import type { Issue, IssueStory } from "./makeIssue.ts";

/** The text part of a letter, for mail programs and readers that show no HTML. @param leave the address that unsubscribes */
export function issueText(issue: Issue, leave: string | undefined): string {
  const parts = issue.parts.flatMap(({ name, stories }) => [
    ...(name === undefined ? [] : [titled(name, issue.language)]),
    ...stories.map(storyText),
  ]);
  const foot = [
    [issue.say("more"), issue.home].join("\n"),
    issue.say("reason"),
    leave === undefined ? undefined : [issue.say("leave"), leave].join("\n"),
    issue.imprint,
  ];
  const head = [`${issue.name}\n${issue.date}`, issue.note?.trim()];
  const whole = [...head, ...parts, "-- ", ...foot].filter((part) => part !== undefined).join("\n\n");
  return `${whole}\n`;
}

const titled = (name: string, language: string): string => `${name.toLocaleUpperCase(language)}\n${"=".repeat(name.length)}`;

function storyText({ headline, standfirst, label, isSponsored, ai, byline, address }: IssueStory): string {
  const line = isSponsored ? lineOf({ headline, sponsor: { label: label ?? "" } }) : headline;
  return [isSponsored ? undefined : label, line, standfirst, byline === "" ? undefined : byline, ai, address]
    .filter((part) => part !== undefined)
    .join("\n");
}
