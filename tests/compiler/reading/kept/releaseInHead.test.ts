import { describe, expect, it } from "vitest";
import { keptBack } from "#compiler/draft/release/keptBack.ts";
import { releaseInHead } from "#compiler/reading/kept/releaseInHead.ts";
import { makeSettings } from "../../../support/makeSettings.ts";

const isKeptBack = (text: string | Uint8Array, path = "articles/a.md"): boolean => {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return keptBack(releaseInHead(bytes, path, makeSettings(), []), { now: Date.parse("2026-01-01") }) !== undefined;
};

describe("the head of a file that cannot be parsed", () => {
  it.each([
    '---\nheadline: "A\ndraft: true\n---\n',
    '---\nheadline: "A\n draft: "true\n---\n',
    "---\nheadline: [A\ndraft true\n---\n",
    "---\nheadline: [A\ndraft：true\n---\n",
    "---\nheadline: [A\ndarft: true\n---\n",
    "---\nheadline: [A\nstatus:\n  - in review\n---\n",
    "---\nheadline: [A\nexpires: 2025-12-31\n---\n",
    "---\nheadline: [A\ndate: 2027-01-01\n---\n",
    "---\nheadline: [A\nembargo: tomorow\n---\n",
    "---\nheadline: [A\nparams: { visibility: members }\n---\n",
    "---\nheadline: [A\nseo:\n  robots: noindex\n---\n",
    "---\n---\nheadline: [A\npublished: false\n---\n",
    "headline: A\ndraft: true\n--\nWords.\n",
    "<<<<<<< HEAD\ndraft: true\n=======\ndraft: false\n>>>>>>> other\n",
    '+++\ntitle = "A\ndraft = true\n+++\n',
    '+++\ntitle = "A\n[params]\npassword = "x"\n+++\n',
    "---\nheadline: A: B\n  draft: true\n---\n",
    "---\nheadline: [A\n\u200Bdraft\u00A0: true\n---\n",
    "---\nheadline: [A\n“draft”; true\n---\n",
    `---\nheadline: [A\nnote: ${"x".repeat(9000)}\ndraft: true\n\nWords.\n`,
    `<<<<<<< HEAD\n---\nheadline: A\n---\n${"x".repeat(9000)}\n=======\n---\ndraft: true\n---\nWords.\n>>>>>>> other\n`,
    Buffer.from("---\ndraft: true\n---\n", "utf16le"),
    `---\nheadline: [A\nnote: ${"x".repeat(9000)}\ndraft: true\n---\n`,
  ])("keeps back %j", (text) => expect(isKeptBack(text)).toBe(true));

  it.each([
    "---\nheadline: [A\ndraft: false\nstatus: published\nembargo: 2025-12-31\ndate: 2025-01-01\n---\ndraft: true\n",
    "---\nheadline: [A\n# draft: true\nexpires:\n---\n",
    "---\nheadline: 'A: draft: true\nimage:\n  status: unknown\n---\n",
    "---\nheadline: [A\ndate: 31.13.2025\n---\n",
    "---\nheadline: [A\nimage: {\n  status: draft\n  }\nnote: |\n  status: draft\n---\n",
    "---\nheadline: [A\nstage: 2\nstate: Bavaria\n---\n",
    "",
  ])("keeps nothing back in %j", (text) => expect(isKeptBack(text)).toBe(false));

  it("is all of a JSON file, since its fields may follow the text", () => {
    const text = `{ "headline": "A", "body": "${"x".repeat(9000)} \\"draft\\": true",, "other": 1`;
    expect(isKeptBack(text, "a.json")).toBe(false);
    expect(isKeptBack(`${text}, "draft": true`, "a.json")).toBe(true);
    expect(isKeptBack(`{\n  "headline": "A",\n  draft: true\n}`, "a.json")).toBe(true);
    expect(isKeptBack(`${text}, "article": { "status": "withheld" `, "a.json")).toBe(true);
  });
});
