import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { prerender } from "../support/prerender.ts";
import { anEdition } from "../support/anArticle.ts";

const template = `<html lang="en"><head><!--head--><link rel="stylesheet" href="./x.css"></head><body><div id="root"><!--page--></div></body></html>`;

async function notFoundPage(): Promise<string> {
  const files = new Map<string, string>();
  await prerender([], {
    template,
    styles: { first: "", rest: "" },
    fonts: [],
    filesOf: (modules) => modules.map((module) => `assets/${module.split("/").at(-1)}.js`),
    site: { url: "https://paper.example/", base: "/", data: "/data/" },
    edition: anEdition,
    redirects: [],
    write: (file, html) => files.set(file, html),
  });
  return files.get("404.html") ?? "";
}

describe("a prerendered page", () => {
  it("holds one inline script, before the style sheet, and the policy names exactly its hash", async () => {
    const html = await notFoundPage();
    const [script, ...others] = [...html.matchAll(/<script>(.*?)<\/script>/gu)];
    expect(others).toEqual([]);
    const hash = createHash("sha256")
      .update(script?.[1] ?? "")
      .digest("base64");
    expect(html).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(script?.index).toBeLessThan(html.indexOf("stylesheet"));
  });

  it("names the colours of the browser's frame before the script that changes them", async () => {
    const html = await notFoundPage();
    expect(html.match(/name="theme-color"/gu)).toHaveLength(2);
    expect(html.lastIndexOf('theme-color" content')).toBeLessThan(html.indexOf("<script>"));
  });
});
