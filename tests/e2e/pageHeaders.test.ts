import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";
import { expect, inject } from "vitest";
import { elementsOf } from "../support/elementsOf.ts";
import { journey } from "../support/journey.ts";
import { NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";

const OWN = ["/saved", "/following", "/highlights", "/history", "/catch-up", "/offline"].map((path) => ({ kind: path.slice(1), path }));

/** What every page forbids, in its own words: a host need not be able to send headers. */
const POLICY = {
  "default-src": "'none'",
  "script-src": /^'self' 'sha256-[^']+'$/u,
  "base-uri": "'none'",
  "form-action": "'self'",
  "connect-src": "'self'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "broadsheet-worker",
};

journey.for([...PAGE_KINDS, ...OWN, NOT_FOUND].map(({ kind, path }) => [kind, path] as const))(
  "a page of the kind %s is guarded by its headers and by its own policy",
  async ([, path], { site }) => {
    const answer = await fetch(new URL(path, site.address));
    const { headers } = answer;
    expect(answer.status).toBe(path === NOT_FOUND.path ? 404 : 200);
    expect(headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    const [, content = ""] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u.exec(await answer.text()) ?? [];
    const policy = new Map(content.split("; ").map((part) => [part.split(" ", 1)[0], part.slice(part.indexOf(" ") + 1)]));
    for (const [name, value] of Object.entries(POLICY)) expect(policy.get(name), name).toMatch(value);
    expect(content).not.toMatch(/unsafe|\*/u);
  },
);

journey("no page of the edition has a script in it that its policy does not name by its hash", ({ task }) => {
  const folder = inject("sampleSite");
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  const faults: string[] = [];
  let inline = 0;
  for (const name of pages) {
    const html = readFileSync(join(folder, name), "utf8");
    for (const element of elementsOf(parse(html))) {
      const attribute = (wanted: string) => element.attrs.find(({ name: own }) => own === wanted)?.value;
      if (element.attrs.some(({ name: own }) => own.startsWith("on"))) faults.push(`${name}: <${element.tagName}> has a handler`);
      if (element.tagName !== "script" || attribute("src") !== undefined || attribute("type") === "application/ld+json") continue;
      inline += 1;
      const text = element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
      const hash = `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
      if (!html.includes(hash)) faults.push(`${name}: ${text.slice(0, 80)}`);
    }
  }
  task.meta.figure = `${pages.length} pages, ${inline} inline scripts, ${faults.length} outside the policy`;
  expect(pages.length).toBeGreaterThan(100);
  expect(faults).toEqual([]);
});
