import { describe, expect, it } from "vitest";
import { adminPage } from "#cli/admin/adminPage.ts";

const page = { name: "Tea & Post", base: "/paper/", styles: ["assets/a.css", "assets/b.css"] };

describe("adminPage", () => {
  it("names the bundle, the configuration and the reader's sheets, and allows the repository's server alone", () => {
    expect(adminPage(page, { backend: "github", repository: "ostmark/paper" })).toBe(
      [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; `,
        "style-src 'self' 'unsafe-inline'; img-src 'self' blob: data: https://avatars.githubusercontent.com; ",
        "font-src 'self'; media-src blob:; connect-src 'self' blob: data: https://api.github.com; ",
        `frame-src blob:; base-uri 'self'; form-action 'none'">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Tea &amp; Post</title>',
        '<meta name="preview-style" content="/paper/assets/a.css"><meta name="preview-style" content="/paper/assets/b.css">',
        '<link rel="cms-config-url" type="application/yaml" href="/paper/admin/config.yml">',
        '<script type="module" src="/paper/admin/desk.js"></script></head><body></body></html>\n',
      ].join(""),
    );
  });

  it("allows a server of the paper's own, with the pictures that it has of its users", () => {
    const own = adminPage(page, { backend: "gitea", repository: "ostmark/paper", server: "https://git.ostmark.example/code" });
    expect(own).toContain("img-src 'self' blob: data: https://git.ostmark.example; ");
    expect(own).toContain("connect-src 'self' blob: data: https://git.ostmark.example; ");
  });
});
