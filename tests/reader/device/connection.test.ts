import { renderHook } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { KEPT_HEADER } from "#content/serviceWorker.ts";
import { noteAnswer, serverUnreachable, useFromDevice } from "#reader/device/connection.ts";

const answer = (since?: string) => noteAnswer(new Headers(since === undefined ? {} : { [KEPT_HEADER]: since }));

it("of several answers from the device the oldest counts, until the server answers", () => {
  const changed = vi.fn();
  const stop = serverUnreachable.watch(changed);
  const seen = ["2024-04-22", "2024-04-23", "2024-04-21", "2024-04-21", undefined, "2024-04-23"].map((since) => {
    answer(since);
    return [renderHook(useFromDevice).result.current?.since, serverUnreachable.is()];
  });
  expect(seen).toEqual([
    ["2024-04-22", true],
    ["2024-04-22", true],
    ["2024-04-21", true],
    ["2024-04-21", true],
    [undefined, false],
    ["2024-04-23", true],
  ]);
  expect(changed).toHaveBeenCalledTimes(4);
  stop();
  answer();
  expect(changed).toHaveBeenCalledTimes(4);
});
