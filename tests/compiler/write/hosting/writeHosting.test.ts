import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Redirect } from "#content/site.ts";
import { writeHosting } from "#compiler/write/hosting/writeHosting.ts";
import { writeMoved } from "#compiler/write/redirects/writeMoved.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/hosting");

const site = { url: "https://paper.example/daily/", base: "/daily/" };

const redirects: Redirect[] = [
  { from: "/2014/03/12/slug/", to: "/article/slug" },
  { from: "/daily/caf%C3%A9/a+b.html", to: "/article/caf%C3%A9" },
  { from: "/?p=123", to: "/article/slug" },
  { from: "/index.php?page_id=7&lang=d.", to: "/article/$slug" },
  { from: "/?flag", to: "/article/slug" },
  { from: "/away", to: "https://elsewhere.example/x?y=1", status: 302 },
  { from: "/blog/:year/*", to: "/archive/:year", isPattern: true },
];

const editions = [
  { language: "en", prefix: "" },
  { language: "de", prefix: "/de" },
];

/** The files of a site in two languages, below a path, with old addresses of every kind. */
function files(isCompressed: boolean, edition: Parameters<typeof writeHosting>[0]["edition"] = { editions }): Map<string, string> {
  const written = new Map<string, string>();
  const output = {
    write: (file: string, text: string | Uint8Array) => void written.set(file, String(text)),
    has: (file: string) => ["500.html", "de/500.html"].includes(file),
  };
  writeHosting({ site, redirects, edition }, isCompressed, output);
  writeMoved(redirects, site, { editions }, output);
  return written;
}

test.each([".htaccess", ".hosting/nginx-maps.conf", ".hosting/nginx-server.conf", ".hosting/Caddyfile", "_redirects", "redirects.json"])(
  "%s of a site is as in tests/fixtures/hosting",
  (file) => {
    const expected = join(FIXTURES, file.replace(/^\./u, "").replace(/^.*\//u, ""));
    if (process.env["UPDATE_FIXTURES"]) writeFileSync(expected, files(true).get(file) ?? "");
    expect(files(true).get(file)).toBe(readFileSync(expected, "utf8"));
  },
);

test("vercel.json of a site is as in tests/fixtures/hosting", () => {
  expect(JSON.parse(files(true).get("vercel.json") ?? "")).toEqual(JSON.parse(readFileSync(join(FIXTURES, "vercel.json"), "utf8")));
});

test("the body of a 404 for programs says that there is nothing", () => {
  expect(files(true).get(".hosting/not-found.txt")).toBe("Not found\n");
});

test("the folder of stories leads to their list, in each edition, unless the front page is a page of its own", () => {
  const caddy = (edition: Parameters<typeof files>[1]) => files(false, edition).get(".hosting/Caddyfile") ?? "";
  expect(caddy({})).toContain('"/daily/topic" "/daily/topics"');
  expect(caddy({ editions })).toContain('"/daily/de/topic" "/daily/de/topics"');
  expect(caddy({ editions, home: true })).not.toContain('"/daily/topic"');
});
