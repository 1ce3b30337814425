import { readFileSync } from "node:fs";
import { join } from "node:path";
import { wcagContrast } from "culori";
import { describe, expect, it } from "vitest";

const sheet = (path: string) => readFileSync(join(import.meta.dirname, "../../../../../src/reader", path), "utf8");
const [code, tokens] = [sheet("features/article/rare/code.css"), sheet("styles/tokens.css")];

/** The value of a custom property below a selector; of one with two, that of the day or the night. */
function valueOf(css: string, selector: string, name: string, night: boolean): string | undefined {
  const rule = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  const value = new RegExp(`--${name}: ([^;]+);`, "u").exec(rule)?.[1];
  const [, day, dark] = /^light-dark\(([^,]+), ([^)]+)\)$/u.exec(value ?? "") ?? [];
  return (night ? dark : day) ?? value;
}

const PLAIN = { keyword: "blue", comment: "ink-faint" };

describe.each(["light", "dark", "sepia"])("in the theme %s", (theme) => {
  const own = (name: string) => (theme === "sepia" ? valueOf(tokens, '[data-theme="sepia"]', name, false) : undefined);
  const token = (name: string) => own(name) ?? valueOf(tokens, "[data-theme]", name, theme === "dark");
  const ofCode = (name: string) =>
    (theme === "sepia" ? valueOf(code, 'html[data-theme="sepia"] .code', name, false) : undefined) ??
    valueOf(code, "\n  .code", name, theme === "dark");

  it.each(["keyword", "string", "number", "type", "comment"])(
    "what is a %s in code has the contrast that text needs (WCAG 1.4.3)",
    (name) => {
      const color = name in PLAIN ? token(Reflect.get(PLAIN, name)) : ofCode(`code-${name}`);
      expect(wcagContrast(color ?? "", token("paper-sunk") ?? "")).toBeGreaterThanOrEqual(4.5);
    },
  );
});
