import { expect, it, vi } from "vitest";
import type { Problem } from "../../../src/compiler/draft/problem.ts";
import type { Skipped } from "../../../src/compiler/reading/readDrafts.ts";
import { buildExitCode, printReport } from "../../../src/cli/terminal/printReport.ts";

function printed(problems: Problem[], skipped: Skipped[] = []): string[] {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  printReport(problems, { read: skipped.length, published: 0, skipped });
  const lines = error.mock.calls.map(([text]) => String(text));
  error.mockRestore();
  return lines;
}

const problem = (severity: Problem["severity"], file: string, message: string): Problem => ({ severity, file, message });

it("shows three problems of a kind and counts the others, whatever the arguments of a tag or the names in quotes", () => {
  const tags = ["a", "b", "c", "d", "e"].map((name) =>
    problem("warning", `${name}.md`, `{{< chart src="${name}.json" >}} is a template tag that means nothing here; it was left out.`),
  );
  const other = problem("warning", "f.md", `{{< map "x" >}} is a template tag that means nothing here; it was left out.`);
  const dates = ["g", "h", "i", "j"].map((name) => problem("error", `${name}.md`, `Its date "${name}" cannot be read.`));
  expect(printed([...dates, ...tags, other])).toEqual([
    ...tags.slice(0, 3).map(({ file, message }) => `warning ${file}: ${message}`),
    "    and 2 more of this kind (check --json lists all)",
    `warning f.md: ${other.message}`,
    ...dates.slice(0, 3).map(({ file, message }) => `error ${file}: ${message}`),
    "    and 1 more of this kind (check --json lists all)",
    "0 read = 0 published + 0 skipped",
  ]);
});

it("counts no stories where the settings kept them from being read", () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  printReport([problem("error", "edition.json", "nmae is not a known setting.")], { read: 0, published: 0, skipped: [] }, false);
  const lines = error.mock.calls.map(([text]) => String(text));
  error.mockRestore();
  expect(lines).toEqual(["error edition.json: nmae is not a known setting.", "No story was read: correct the settings first."]);
});

it("does so with stories that are kept back, and with tags cut short", () => {
  const skipped = ["a", "b", "c", "d"].map((name) => ({ file: `${name}.md`, reason: "It is marked as a draft (draft: true)." }));
  const cut = ["a", "b", "c", "d"].map((name) => problem("notice", `${name}.md`, `{% figure ${name.repeat(70)}… means nothing here.`));
  expect(printed(cut, skipped).filter((line) => line.includes("more of this kind"))).toHaveLength(2);
});

it("ends a build with 0 if the site is built, with 2 if an error keeps something back, and with 1 if it is not built or was to be strict", () => {
  const [error, warning] = [problem("error", "a.md", "It is broken."), problem("warning", "a.md", "It is odd.")];
  const codes = (isBuilt: boolean, strict: boolean) =>
    [[], [warning], [warning, error]].map((problems) => buildExitCode({ problems, isBuilt }, strict));
  expect([codes(true, false), codes(true, true), codes(false, false)]).toEqual([
    [0, 0, 2],
    [0, 1, 1],
    [1, 1, 1],
  ]);
});
