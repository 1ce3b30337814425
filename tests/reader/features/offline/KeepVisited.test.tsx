import { render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { KeepVisited } from "#reader/features/offline/KeepVisited.tsx";
import { keepVisited } from "#reader/features/offline/noteVisited.ts";
import { makeArticle } from "../../../support/makeArticle.ts";

vi.mock("#reader/features/offline/noteVisited.ts", () => ({ keepVisited: vi.fn(async () => {}) }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("keeps a story that is read, and none that is left before anybody could read it", async () => {
  render(<KeepVisited page={makeArticle({ slug: "read" })} />);
  const left = render(<KeepVisited page={makeArticle({ slug: "left" })} />);
  left.unmount();
  await vi.runAllTimersAsync();
  expect(vi.mocked(keepVisited).mock.calls).toEqual([[expect.objectContaining({ slug: "read" })]]);
});
