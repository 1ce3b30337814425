import { describe, expect, it } from "vitest";
import type { ListPage } from "#content/pages/listPage.ts";
import { pagerPages } from "#reader/features/lists/Pager.tsx";

const list = (changes: Partial<ListPage>): ListPage => ({
  kind: "topic",
  slug: "europol",
  name: "Europol",
  related: [],
  days: [],
  ...changes,
});
const shown = (changes: Partial<ListPage>) => pagerPages(list(changes)).map((stop) => (stop.type === "page" ? stop.page : stop.type));

describe("the pager", () => {
  it("stands still where everything is on the newest page", () => {
    expect(shown({ count: 29, fullPages: 1 })).toEqual(["newest"]);
  });

  it("leads from the newest page to the last full page that it does not hold itself", () => {
    expect(shown({ count: 249, fullPages: 12 })).toEqual(["newest", 11, 10, "gap", 1]);
    expect(shown({ count: 250, fullPages: 12 })).toEqual(["newest", 12, 11, "gap", 1]);
    expect(shown({ count: 30, fullPages: 1 })).toEqual(["newest", 1]);
  });

  it("shows short lists of pages without a gap", () => {
    expect(shown({ count: 60, fullPages: 3 })).toEqual(["newest", 2, 1]);
    expect(shown({ count: 40, fullPages: 2 })).toEqual(["newest", 1]);
    expect(shown({ count: 80, fullPages: 4 })).toEqual(["newest", 3, 2, 1]);
  });

  it("shows a numbered page between its neighbours, knowing nothing of how long the list has grown", () => {
    expect(shown({ page: 5, newer: true })).toEqual(["newest", 6, 5, 4, "gap", 1]);
    expect(shown({ page: 5 })).toEqual(["newest", 5, 4, "gap", 1]);
    expect(shown({ page: 1, newer: true })).toEqual(["newest", 2, 1]);
  });
});
