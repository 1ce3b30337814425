import { escapeHtml } from "#compiler/text/escaped.ts";
import { printable } from "../terminal/printable.ts";
import { reportStyle } from "./reportStyle.ts";

/** A part of a report. Title and intro are plain text; one without HTML is left out. */
export type ReportPart = { id: string; title: string; intro: string; html: string };

/**
 * A report as one page, without scripts: it opens from a disk, loads nothing, and is not published.
 * @param title, summary text from any input
 */
export function reportPage({ title, summary, parts }: { title: string; summary: string[]; parts: ReportPart[] }): string {
  const shown = parts.filter(({ html }) => html !== "");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${reportText(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>${reportText(title)}</h1>
${summary.map((line) => `<p>${reportText(line)}</p>`).join("\n")}
<nav aria-label="Parts">${shown.map(({ id, title: name }) => `<a href="#${id}">${reportText(name)}</a>`).join("")}</nav>
</header>
<main>
${shown.map(({ id, title: name, intro, html }) => `<section id="${id}">\n<h2>${reportText(name)}</h2>\n<p class="note">${reportText(intro)}</p>\n${html}\n</section>`).join("\n")}
</main>
</body>
</html>
`;
}

/** Text of an input, for use between tags and in attributes of a report. */
export const reportText = (words: string): string => escapeHtml(printable(words));
