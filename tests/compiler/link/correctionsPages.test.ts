import { describe, expect, it } from "vitest";
import { makeArticles } from "../../support/makeArticle.ts";
import { linked, pageAt, pagesOf } from "../../support/linked.ts";

const day = (n: number) => new Date(Date.UTC(2024, 5, 1) + n * 86_400_000).toISOString();

const corrected = (count: number) =>
  makeArticles(count, (n) => ({ corrections: [{ date: day(n), children: [{ type: "text", text: `Correction ${n + 1}.` }] }] }));

const said = ({ corrections }: { corrections: { slug: string }[] }) => corrections.map(({ slug }) => slug);

describe("the list of corrections", () => {
  it("is not there where no story has one, or the settings want none", () => {
    expect(pagesOf("corrections", linked(makeArticles(2))).size).toBe(0);
    const { edition, ...rest } = linked(corrected(2), { corrections: false });
    expect(edition.corrections).toBeUndefined();
    expect(pagesOf("corrections", { edition, ...rest }).size).toBe(0);
  });

  it("has the newest correction first, and is told to every page", () => {
    const edition = linked(corrected(3));
    expect(said(pageAt("corrections", "/corrections", edition))).toEqual(["story-0003", "story-0002", "story-0001"]);
    expect(edition.edition.corrections).toBe(true);
  });

  it("keeps what stands on a numbered page for ever", () => {
    const before = linked(corrected(40));
    const after = linked(corrected(45));
    expect(said(pageAt("corrections", "/corrections/page/1", after))).toEqual(said(pageAt("corrections", "/corrections/page/1", before)));
    expect(pageAt("corrections", "/corrections/page/1", after)).toMatchObject({ page: 1, newer: true });
    expect(pageAt("corrections", "/corrections/page/2", after).newer).toBeUndefined();
    expect(said(pageAt("corrections", "/corrections", after))).toHaveLength(25);
  });
});
