import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, type Message } from "html-validate";
import { describe, expect, it, vi } from "vitest";
import { compile } from "#compiler/compile.ts";
import { prerender } from "../support/prerender.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** What HTML forbids, and what is known to go wrong with it. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // How it is spelled is React's affair: <img/>, dateTime, crossorigin="", selected="".
    "void-style": "off",
    "attr-case": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    // Its ids begin with an underscore.
    "valid-id": ["error", { relaxed: true }],
    // Safari takes a list without marks for no list, unless it says that it is one.
    "no-redundant-role": "off",
    // A title is the headline of a story.
    "long-title": "off",
    // A list may have a name.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A table that scrolls is a region, but no section of the story.
    "prefer-native-element": ["error", { exclude: ["region", "list"] }],
  },
});

/** Every HTML file of the sample edition, the text of its public record, and what React said while it wrote them. */
async function sampleEdition(): Promise<{ pages: Map<string, string>; record: string; warnings: string[] }> {
  const warnings: string[] = [];
  const spy = vi.spyOn(console, "error").mockImplementation((...said) => void warnings.push(said.join(" ")));
  const pages = new Map<string, string>();
  const out = temporaryFolder();
  const { built } = await compile({ content: "content", out });
  if (!built) throw new Error("The sample edition cannot be compiled.");
  await prerender(built.pages, {
    template: readFileSync("index.html", "utf8"),
    styles: { first: "", rest: "" },
    fonts: [],
    filesOf: () => [],
    site: { url: "https://example.org/", base: "/", data: "/data/" },
    edition: built.edition,
    redirects: built.redirects,
    write: (file, html) => pages.set(file, html),
  });
  spy.mockRestore();
  return { pages, record: readFileSync(join(out, "data/public-record.json"), "utf8"), warnings };
}

describe("the pages of the sample edition", () => {
  it("are valid HTML, none makes React warn, and the record holds every story as it is", async () => {
    const { pages, record, warnings } = await sampleEdition();
    expect(record, "run npm run build, and commit content/record").toBe(readFileSync("content/record/index.json", "utf8"));
    expect(pages.get("article/voyager-1-makes-sense-again/versions.html")).toMatch(/<del[^>]*>[^<]*1976/u);
    expect(warnings).toEqual([]);
    expect(pages.size).toBeGreaterThan(200);
    const faults = new Map<string, string>();
    for (const [file, html] of pages) for (const message of await faultsOf(html)) faults.set(describeFault(message), file);
    expect([...faults].map(([fault, file]) => `${file}: ${fault}`)).toEqual([]);
  }, 180_000);
});

async function faultsOf(html: string): Promise<Message[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages);
}

function describeFault({ ruleId, message, selector }: Message): string {
  return `${ruleId}: ${message} (${selector})`;
}
