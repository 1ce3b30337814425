import { counted } from "#compiler/text/counted.ts";
import { escapeHtml } from "#compiler/text/escaped.ts";
import { type ReportPart, reportPage, reportText as text } from "../reporting/reportPage.ts";
import { printable } from "../terminal/printable.ts";
import type { LossGroup, ReportedLosses } from "./reportedLosses.ts";
import type { StorySample } from "./storySamples.ts";

export type Report = {
  archive: string;
  dry: boolean;

  summary: string[];
  losses: ReportedLosses;
  samples: StorySample[];
};

/** The report of an import as a page. Whatever comes from the archive is text in it. */
export function reportHtml({ archive, dry, summary, losses, samples }: Report): string {
  const parts = [
    part("mend", "What to mend first", "By cause, the most frequent first. A click lists each case.", groups("mend", losses.mend, MENDED)),
    part("stories", "Stories beside their originals", "Those that lost most, and a typical one.", samples.map(pair).join("")),
    part("words", "Lost words", "Texts with fewer words than their source.", groups("words", losses.words)),
    part("edited", "Your own changes", "Articles changed here since they were imported.", groups("edited", losses.edited)),
    part("left", "What was left out, and why", "Only the places: what readers may not see is not shown here.", groups("left", losses.left)),
    part("changes", "What was changed", "Nothing here needs to be mended.", groups("changes", losses.changes)),
  ];
  return reportPage({
    title: `Import of ${archive}`,
    summary: dry ? [...summary, "This was a dry run: nothing was imported."] : summary,
    parts,
  });
}

const MENDED = "<p>Nothing went wrong.</p>";

const part = (id: string, title: string, intro: string, html: string): ReportPart => ({ id, title, intro, html });

/** Causes beyond this number share one line. */
const MOST_CAUSES = 200;

function groups(id: string, all: Map<string, LossGroup>, none = ""): string {
  const sorted = [...all.values()].toSorted((a, b) => b.count - a.count);
  if (sorted.length === 0) return none;
  const rest = sorted.slice(MOST_CAUSES);
  const more = rest.length === 0 ? "" : `<p>And ${counted(rest.length, "rarer cause")}, which --json lists.</p>`;
  return (
    sorted
      .slice(0, MOST_CAUSES)
      .map((group, at) => details(`${id}-${at + 1}`, group))
      .join("\n") + more
  );
}

function details(id: string, { cause, remedy, count, losses }: LossGroup): string {
  const items = losses.map(
    ({ where, headline, detail }) =>
      `<li>${headline === undefined ? "" : `<bdi>${text(headline)}</bdi> `}<span class="where">${text(where)}</span>${detail === undefined ? "" : text(detail)}</li>`,
  );
  const more =
    count > losses.length ? `<p class="note">And ${(count - losses.length).toLocaleString("en")} more, which --json lists.</p>` : "";
  return `<details id="${id}"><summary><span class="count">${count.toLocaleString("en")}</span><span>${text(cause)}</span></summary>
${remedy === undefined ? "" : `<p>${text(remedy)}</p>`}<ul tabindex="0">${items.join("\n")}</ul>${more}</details>`;
}

function pair({ where, headline, losses, source, became }: StorySample): string {
  const blocks = became.map(
    ({ type, text: words }) => `${type === "paragraph" ? "" : `<span class="type">${text(type)}</span>`}<p dir="auto">${text(words)}</p>`,
  );
  return `<article><h3><bdi>${text(headline)}</bdi></h3>
<p class="where">${text(where)}: ${losses === 0 ? "nothing went wrong" : counted(losses, "problem")}</p>
<div class="pair">${pane("Source", `<pre dir="auto">${escapeHtml(visible(source))}</pre>`)}${pane("Article", blocks.join("\n"))}</div></article>
`;
}

const pane = (label: string, html: string): string =>
  `<div role="region" tabindex="0" aria-label="${label}"><span class="type">${label}</span>${html}</div>`;

/** Line breaks stay, and nothing else that would change what is shown around it. */
const visible = (source: string): string => source.split("\n").map(printable).join("\n");
