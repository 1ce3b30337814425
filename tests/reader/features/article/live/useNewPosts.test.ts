import { describe, expect, it } from "vitest";
import { newIds } from "#reader/features/article/live/useNewPosts.ts";

const shown = (...ids: string[]) => ids.map((id) => ({ id, date: "2026-03-12T10:00:00Z" }));

describe("the posts that are new to an open live blog", () => {
  it("are those before the first that it shows", () => {
    expect(newIds({ newest: ["d", "c", "b", "a"] }, shown("b", "a"))).toEqual(["d", "c"]);
    expect(newIds({ newest: ["b", "a"] }, shown("b", "a"))).toEqual([]);
  });

  it("leave out what was published late, and stands among those that are there", () => {
    expect(newIds({ newest: ["c", "late", "b"] }, shown("c", "b"))).toEqual([]);
  });

  it("are all that are named, where the reader was away for longer", () => {
    expect(newIds({ newest: ["z", "y"] }, shown("a"))).toEqual(["z", "y"]);
    expect(newIds({ newest: ["z", "y"], date: "2026-03-12T10:01:00Z" }, shown("a"))).toEqual(["z", "y"]);
  });

  it("are none where the file is older than all that is shown", () => {
    expect(newIds({ newest: ["z", "y"], date: "2026-03-12T09:59:00Z" }, shown("a"))).toEqual([]);
  });
});
