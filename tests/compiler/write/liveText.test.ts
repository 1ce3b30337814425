import { describe, expect, it } from "vitest";
import { liveText } from "#compiler/write/liveText.ts";
import { LiveFileSchema, MOST_LIVE_BYTES, type Post } from "#content/liveBlog.ts";
import { parse } from "#content/parse.ts";
import { anArticle } from "../../support/anArticle.ts";

const DATE = "2026-03-12T10:00:00Z";
const posts = (count: number, name: string): Post[] =>
  Array.from({ length: count }, (_, at) => ({ type: "post", id: `${name}-${count - at}`, date: DATE, children: [] }));

const textOf = (body: Post[]): string =>
  liveText(anArticle({ body, liveBlog: { coverageStartTime: DATE, count: body.length, keyEvents: [] } }));
const fileOf = (body: Post[]) => parse(LiveFileSchema, JSON.parse(textOf(body)), "file of a live blog");

describe("the file that an open live blog asks", () => {
  it.each(["पृथ्वीपरउतरना".repeat(6), "着陆器降落在月球背面".repeat(8)])("names as many posts as fit where their names are as %s", (name) => {
    const all = posts(60, name);
    const { newest, stamps, isAll } = fileOf(all);
    expect(Buffer.byteLength(textOf(all))).toBeLessThanOrEqual(MOST_LIVE_BYTES);
    expect(newest.length).toBeGreaterThan(10);
    expect(newest.length).toBeLessThan(40);
    expect(newest).toEqual(all.slice(0, newest.length).map(({ id }) => id));
    expect(stamps).toHaveLength(newest.length);
    expect(isAll).toBeUndefined();
  });

  it("says whether the posts that it names are all, and when the newest was", () => {
    expect(fileOf(posts(40, "p"))).toMatchObject({ isAll: true, date: DATE });
    expect(fileOf(posts(41, "p")).isAll).toBeUndefined();
    expect(fileOf([])).toEqual({ isAll: true, newest: [], stamps: [], posts: [] });
  });
});
