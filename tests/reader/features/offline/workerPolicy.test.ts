import { afterEach, describe, expect, it, vi } from "vitest";
import { WORKER_META, WORKER_POLICY, workerScript } from "#reader/features/offline/workerPolicy.ts";

function pageWith(address?: string): Document {
  const page = document.implementation.createHTMLDocument();
  if (address !== undefined) page.head.innerHTML = `<meta name="${WORKER_META}" content="${address}">`;
  return page;
}

afterEach(() => vi.unstubAllGlobals());

describe("the address of the worker", () => {
  it("is missing where the page names none, as in development", () => {
    expect(workerScript(pageWith())).toBeUndefined();
  });

  it("is a text in browsers without Trusted Types", () => {
    expect(workerScript(pageWith("/sw.js"))).toBe("/sw.js");
  });

  it("is trusted by a policy that trusts no other address", () => {
    const made: { name: string; trust: (url: string) => string }[] = [];
    const createPolicy = (name: string, { createScriptURL }: { createScriptURL: (url: string) => string }) => {
      made.push({ name, trust: createScriptURL });
      return { createScriptURL: (url: string) => ({ trusted: createScriptURL(url) }) };
    };
    vi.stubGlobal("trustedTypes", { createPolicy });
    expect(workerScript(pageWith("/paper/sw.js"))).toEqual({ trusted: "/paper/sw.js" });
    expect(made.map(({ name }) => name)).toEqual([WORKER_POLICY]);
    expect(() => made[0]?.trust("/other.js")).toThrow("not this page's worker");
  });
});
