import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ask } from "../support/bareRequest.ts";
import { type Hosted, openHost } from "../support/hosts.ts";
import { NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";

describe("apache without its optional modules", () => {
  let open: Hosted;

  beforeAll(async () => {
    open = await openHost("apache without its optional modules", [{ site: inject("sampleSite"), base: "/" }]);
  });

  afterAll(() => open?.close());

  const get = (path: string, ...headers: string[]) => ask(open.ports[0] ?? 0, path, ...headers);

  it("has every kind of page, and lists none of its folders", async () => {
    for (const { path, text } of PAGE_KINDS) {
      for (const accept of [[], ["Accept-Encoding: br"], ["Accept-Encoding: gzip", "Accept-Language: en"]]) {
        const first = await get(path, ...accept);
        // A list has others below its address, and cannot be had there without mod_rewrite.
        const { status, headers, body } = first.status === 302 ? await get(`${path}.html`, ...accept) : first;
        expect(status, path).toBe(200);
        expect(headers.get("content-type"), path).toBe("text/html; charset=utf-8");
        expect(body, path).toContain(text);
        expect(body).not.toContain("Index of");
      }
    }
  });

  it.each([
    [NOT_FOUND.path, NOT_FOUND.text],
    ["/assets/gone-1a2b3c4d.js", "Not found"],
  ])("says that nothing is at %s", async (path, text) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).toContain(text);
  });
});
