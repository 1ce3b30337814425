import { expect, test } from "vitest";
import { headers, reportingHeaders } from "#compiler/write/headers.ts";

test("_headers guards every file, and keeps what is named by its content for good", () => {
  expect(headers({ url: "https://example.org/paper/", base: "/paper/", headers: { "X-Robots-Tag": "noai" } })).toBe(`/paper/*
  X-Content-Type-Options: nosniff
  Cross-Origin-Opener-Policy: same-origin
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()
  Content-Security-Policy: frame-ancestors 'none'
  Strict-Transport-Security: max-age=31536000
  X-Robots-Tag: noai

/paper/assets/*
  Cache-Control: public, max-age=31536000, immutable

/paper/media/*
  Cache-Control: public, max-age=31536000, immutable

/paper/pictures/*
  Cache-Control: public, max-age=31536000, immutable
  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox

/paper/icon.svg
  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox

/paper/data/*
  Access-Control-Allow-Origin: *

/paper/data/latest/page/*
  Cache-Control: public, max-age=86400, stale-while-revalidate=604800

/paper/data/topic/:slug/page/*
  Cache-Control: public, max-age=86400, stale-while-revalidate=604800

/paper/data/section/:slug/page/*
  Cache-Control: public, max-age=86400, stale-while-revalidate=604800

/paper/data/author/:slug/page/*
  Cache-Control: public, max-age=86400, stale-while-revalidate=604800

/paper/data/place/:slug/page/*
  Cache-Control: public, max-age=86400, stale-while-revalidate=604800

/paper/data/thread/:slug/page/*
  Cache-Control: public, max-age=86400, stale-while-revalidate=604800

/paper/data/archive/:year/:month/page/*
  Cache-Control: public, max-age=86400, stale-while-revalidate=604800
`);
});

test("_headers asks browsers to come by TLS alone where the edition has it", () => {
  expect(headers({ url: "http://example.org/", base: "/" })).not.toContain("Strict-Transport-Security");
});

test("a site that counts faults has browsers report them to its own server", () => {
  const text = headers({ url: "https://example.org/paper/", base: "/paper/", headers: reportingHeaders("/paper/") });
  expect(text).toContain('\n  Reporting-Endpoints: default="/paper/api/faults"\n');
  expect(text).toContain("\n  Content-Security-Policy: frame-ancestors 'none'; report-to default\n");
});
