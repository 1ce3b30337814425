import { counted } from "#compiler/text/counted.ts";
import { REDIRECTS } from "#compiler/settings/redirectsFile.ts";
import { reportPage, reportText as text } from "../reporting/reportPage.ts";
import type { PageCount, StatsResult } from "./statsResult.ts";

/** How many rows a table has; stats.json and stats.csv have all. */
const SHOWN = 100;

/** The report of `stats` as a page. */
export function statsHtml(result: StatsResult, name: string): string {
  const { stories, subjects, pages, referrers, feeds, missing } = result;
  const counts = (all: { name: string; count: number }[], heads: string[]): string =>
    table(
      heads,
      all.map((each) => [each.name, each.count]),
    );
  return reportPage({
    title: `What was read: ${name}`,
    summary: [...summaryOf(result), ...LIMITS],
    parts: [
      { id: "stories", title: "Stories", intro: BY_OPENED, html: pageTable(stories) },
      { id: "subjects", title: "Topics, sections, authors, places and threads", intro: BY_OPENED, html: pageTable(subjects) },
      { id: "pages", title: "Other pages", intro: BY_OPENED, html: pageTable(pages) },
      {
        id: "referrers",
        title: "Referrers",
        intro: "Other sites from which pages were opened, three times at least.",
        html: counts(referrers, ["site", "opened"]),
      },
      {
        id: "feeds",
        title: "Feeds",
        intro: "Requests, most of them by programs: not the number of subscribers.",
        html: counts(feeds, ["feed", "requests"]),
      },
      {
        id: "missing",
        title: "Addresses without a page",
        intro: `Where a page was probably meant, the line for ${REDIRECTS} is beside it.`,
        html: table(
          ["address", "requests", `line for ${REDIRECTS}`],
          missing.map((each) => [each.name, each.count, each.redirect ?? ""]),
        ),
      },
    ],
  });
}

const BY_OPENED = "By how often the page itself was opened.";

/** What was counted, in sentences. */
export function summaryOf({ from, to, requests, opened, inApp, bots, prefetched, stored, notFound, unreadable }: StatsResult): string[] {
  if (from === undefined || to === undefined) return ["There is no request in these logs, or none of these days."];
  const apart = [
    counted(bots, "request by a program", "requests by programs"),
    `${counted(stored, "page")} stored for reading offline`,
    `${counted(prefetched, "page")} requested in advance`,
  ];
  return [
    `${counted(requests, "request")} from ${minute(from)} to ${minute(to)} UTC.`,
    `${counted(opened, "page was", "pages were")} opened, and ${inApp.toLocaleString("en")} more opened or prefetched in the app.`,
    `Not counted: ${apart.join(", ")}.`,
    ...(notFound === 0 ? [] : [`${counted(notFound, "request was", "requests were")} for addresses without a page.`]),
    ...(unreadable === 0 ? [] : [`${counted(unreadable, "line")} could not be read.`]),
  ];
}

/** What no log can say. */
const LIMITS = [
  "A log cannot tell a story that a reader opened in the app from one that the app fetched in advance, so these have a column of their own. It does not see what is read offline, or comes from the cache of a browser or of a delivery network.",
];

const minute = (instant: string): string => instant.slice(0, 16).replace("T", " ");

const pageTable = (all: PageCount[]): string =>
  table(
    ["page", "opened", "opened or prefetched in the app"],
    all.map(({ path, headline, opened, inApp }) => [headline === undefined ? path : `${headline} (${path})`, opened, inApp]),
  );

function table(heads: string[], rows: (string | number)[][]): string {
  if (rows.length === 0) return "";
  const cell = (value: string | number): string =>
    typeof value === "number" ? `<td class="number">${value.toLocaleString("en")}</td>` : `<td><bdi>${text(value)}</bdi></td>`;
  const more =
    rows.length > SHOWN ? `<p class="note">And ${(rows.length - SHOWN).toLocaleString("en")} more, which stats.json lists.</p>` : "";
  return `<table><thead><tr>${heads.map((head) => `<th scope="col">${text(head)}</th>`).join("")}</tr></thead>
<tbody>
${rows
  .slice(0, SHOWN)
  .map((row) => `<tr>${row.map(cell).join("")}</tr>`)
  .join("\n")}
</tbody></table>${more}`;
}
