import { beforeEach, expect, test, vi } from "vitest";
import { reportFaults } from "#content/reportFaults.ts";

const OWN = "https://paper.example/assets/";

let listeners: Record<string, (event: object) => void> = {};
const ask = vi.fn(async (_to: string, _asked: { body: string }) => new Response());

beforeEach(() => {
  listeners = {};
  ask.mockClear();
  vi.useFakeTimers();
  vi.stubGlobal("fetch", ask);
  vi.stubGlobal("addEventListener", (type: string, listener: (event: object) => void) => void (listeners[type] = listener));
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

/** What was sent after a while. */
function sent(): unknown {
  vi.advanceTimersByTime(3000);
  return ask.mock.calls.map(([to, { body }]) => [to, JSON.parse(body)]);
}

test("errors of our scripts are sent together, without a cookie, and those of others are not", () => {
  reportFaults("/api/faults", OWN);
  listeners["error"]?.({ message: "Uncaught Error: x", filename: `${OWN}app-1.js`, lineno: 3 });
  listeners["error"]?.({ message: "Uncaught Error: x", filename: "chrome-extension://a/b.js", lineno: 3 });
  const reason = Object.assign(new TypeError("no 'words'"), { stack: `TypeError: x\n at f (${OWN}lists-1.js:7:9)` });
  listeners["unhandledrejection"]?.({ reason });
  listeners["unhandledrejection"]?.({ reason: "a word" });
  listeners["securitypolicyviolation"]?.({
    effectiveDirective: "img-src",
    blockedURI: "https://a.example/b",
    sourceFile: `${OWN}app-1.js`,
    lineNumber: 1,
  });
  expect(sent()).toEqual([
    [
      "/api/faults",
      {
        faults: [
          { kind: "error", message: "Uncaught Error: x", place: "app-1.js:3" },
          { kind: "rejection", message: "TypeError: no …", place: "lists-1.js:7" },
          { kind: "policy", message: "img-src https", place: "app-1.js:1" },
        ],
      },
    ],
  ]);
  expect(ask).toHaveBeenCalledWith("/api/faults", expect.objectContaining({ credentials: "omit", keepalive: true }));
});

test("the worker's are marked as such, and after five no more are sent", () => {
  reportFaults("/api/faults", "https://paper.example", true);
  for (let line = 1; line < 9; line++) listeners["error"]?.({ message: "x", filename: "https://paper.example/sw.js", lineno: line });
  expect(sent()).toMatchObject([["/api/faults", { faults: [1, 2, 3, 4, 5].map((line) => ({ kind: "worker", place: `sw.js:${line}` })) }]]);
});
