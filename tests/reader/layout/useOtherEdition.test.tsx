import { renderHook } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, it, vi } from "vitest";
import { setAddress } from "#reader/edition/address.ts";
import { useOtherEdition } from "#reader/layout/useOtherEdition.ts";

const editions = [
  { language: "en", prefix: "" },
  { language: "nl", prefix: "/nl" },
];

afterEach(() => {
  vi.unstubAllGlobals();
  setAddress({ base: "/", data: "/data/" });
});

/** Where a reader is led from an address of the Dutch edition that has nothing, at a host that answers so. */
async function ledFrom(path: string, answer: Response): Promise<{ asked: string[]; led: string[] }> {
  const asked: string[] = [];
  const led: string[] = [];
  setAddress({ base: "/", data: "/data/nl/", prefix: "/nl" });
  vi.stubGlobal("fetch", async (file: string) => {
    asked.push(file);
    return answer;
  });
  vi.stubGlobal("location", { replace: (to: string) => led.push(to) });
  renderHook(() => useOtherEdition(editions, true), {
    wrapper: ({ children }) => <MemoryRouter initialEntries={[path]}>{children}</MemoryRouter>,
  });
  await vi.waitFor(() => expect(asked).not.toEqual([]));
  await new Promise((done) => setTimeout(done));
  return { asked, led };
}

const found = (type: string) => new Response(null, { headers: { "Content-Type": type } });

it("leads to the edition that has the data of a page", async () =>
  expect(await ledFrom("/article/ferry?a=1#b", found("application/json; charset=utf-8"))).toEqual({
    asked: ["/data/article/ferry.json"],
    led: ["/article/ferry?a=1#b"],
  }));

it.each([
  ["that has none", new Response(null, { status: 404, headers: { "Content-Type": "application/json" } })],
  ["whose host answers with a page, whatever it is asked for", found("text/html")],
])("does not lead to an edition %s", async (_name, answer) => expect((await ledFrom("/article/ferry", answer)).led).toEqual([]));

it("stays on the host of the paper", async () =>
  expect((await ledFrom("//evil.example/ferry", found("application/json"))).led).toEqual(["/evil.example/ferry"]));
