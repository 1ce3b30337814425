import { THEMES } from "#content/brand.ts";
import type { AccessibilityFacts, Counts } from "./accessibilityFacts.ts";

/** The statement as a Markdown page, in the order of the models of the W3C and of Commission Implementing Decision (EU) 2018/1523. */
export function statement(facts: AccessibilityFacts, version: string, now: Date): string {
  const { name, url, languages, timeZone } = facts;
  const day = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone }).format(now);
  const limits = limitsOf(facts.counts);
  return `---
title: Accessibility
menu: true
${languages[0]?.startsWith("en") ? "" : "inLanguage: en\n"}---

${name} wants everybody to be able to read it. This statement is about ${url ?? "its site"}.

## How accessible it is

${limits.length > 0 ? PARTIAL : UNASSESSED}
${limits.map((limit) => `\n- ${limit}`).join("")}${limits.length > 0 ? "\n" : ""}
## What helps readers

- Pages can be used with a keyboard alone, and read without JavaScript.
- The reading settings change the size and typeface of the text, spacing, colours, contrast and motion.
- Text has a contrast of at least ${THEMES.map((theme) => `${contrastText(facts.contrast[theme])} (${theme})`).join(", ")}.
- Stories are in ${list(languages.map(languageName))}, and say so to screen readers.

## Tell us

${contactText(facts.contact)}

## How this was assessed

This is a self-assessment of ${day}, made by a program (Broadsheet ${version}), which measured the colours and looked through all texts, pictures and recordings. The software behind the site is tested in a browser on every kind of page, by the rules of axe-core among others. Nobody who depends on assistive technology has evaluated this site yet.
`;
}

const GUIDELINES =
  "[Web Content Accessibility Guidelines (WCAG) 2.2](https://www.w3.org/TR/WCAG22/), level AA, to which the European standard EN 301 549 refers";

const PARTIAL = `This site is **partially conformant** with the ${GUIDELINES}. These parts may shut readers out:`;

const UNASSESSED = `This site has **not been fully assessed** against the ${GUIDELINES}. A program found none of the faults that it looks for, which are not all.`;

/** What is known to shut readers out, a sentence each. */
function limitsOf(counts: Counts): string[] {
  return [
    sentence(counts.picturesWithoutText, "picture has", "pictures have", "no alternative text (1.1.1)."),
    sentence(counts.recordingsWithoutTranscript, "recording has", "recordings have", "no transcript (1.2.1)."),
    sentence(counts.filmsWithoutCaptions, "film has", "films have", "no captions (1.2.2)."),
    sentence(
      counts.weakStyles,
      "rule of its design",
      "rules of its design",
      "may shut readers out, such as by too little contrast (1.4.3).",
    ),
    sentence(counts.embeds, "part comes", "parts come", "from other sites, which are responsible for them."),
  ].flat();
}

const sentence = (count: number, one: string, many: string, rest: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many} ${rest}`];

function contactText(contact: string | undefined): string {
  const then = "Say which page it is and what you use to read it.";
  if (contact === undefined) return `If something shuts you out, please tell us. ${then}`;
  return `If something shuts you out, please [tell us](${contact.includes("@") ? `mailto:${contact}` : contact}). ${then}`;
}

/** Rounded down: a ratio is never shown as higher than it is. */
const contrastText = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;

const languageName = (language: string): string => new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;

const list = (names: string[]): string => new Intl.ListFormat("en").format(names);
