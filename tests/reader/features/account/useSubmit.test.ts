import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useSubmit } from "#reader/features/account/useSubmit.ts";

/** The hook, with answers that the test gives. */
function telling() {
  const waiting: { word: string; done: () => void; fail: (error: Error) => void }[] = [];
  const hook = renderHook(() => useSubmit((word: string) => new Promise<void>((done, fail) => waiting.push({ word, done, fail }))));
  const answer = (word: string, fault?: Error) =>
    act(async () => {
      const one = waiting.find((each) => each.word === word);
      if (fault) one?.fail(fault);
      else one?.done();
    });
  return { now: () => hook.result.current, start: (word: string) => act(() => hook.result.current.start(word)), answer };
}

it("tells how it stands from before it is told until the answer", async () => {
  const { now, start, answer } = telling();
  expect(now().state).toBe("idle");
  start("one");
  expect(now().state).toBe("underway");
  await answer("one");
  expect(now().state).toBe("done");
});

it("holds what went wrong until it is told again", async () => {
  const { now, start, answer } = telling();
  start("one");
  await answer("one", new Error("No."));
  expect(now()).toMatchObject({ state: "failed", error: new Error("No.") });
  start("two");
  expect(now().error).toBeUndefined();
});

it("lets the last one count, whichever answer comes first", async () => {
  const { now, start, answer } = telling();
  start("one");
  start("two");
  await answer("one", new Error("No."));
  expect(now().state).toBe("underway");
  await answer("two");
  expect(now().state).toBe("done");
});

it("forgets what went wrong, and an answer that is still to come", async () => {
  const { now, start, answer } = telling();
  start("one");
  act(() => now().forget());
  expect(now().state).toBe("idle");
  await answer("one", new Error("No."));
  expect(now()).toMatchObject({ state: "idle" });
  expect(now().error).toBeUndefined();
});

it("rejects for whoever waits for it", async () => {
  const { now, answer } = telling();
  let fault: unknown;
  act(
    () =>
      void now()
        .run("one")
        .catch((error: unknown) => (fault = error)),
  );
  await answer("one", new Error("No."));
  expect(fault).toEqual(new Error("No."));
});
