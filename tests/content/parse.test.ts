import { describe, expect, it } from "vitest";
import { ArticleSchema } from "#content/article.ts";
import { ContractError, parse } from "#content/parse.ts";
import { anArticle } from "../support/anArticle.ts";

const read = (value: unknown) => parse(ArticleSchema, value, "article");

function faultOf(value: unknown): ContractError {
  try {
    read(value);
  } catch (error) {
    if (error instanceof ContractError) return error;
  }
  throw new Error("The value was let in.");
}

describe("parse", () => {
  it("lets in an article that has nothing but what it must have", () => {
    expect(read(anArticle())).toEqual(anArticle());
  });

  it("names the field that is missing", () => {
    const { headline: _, ...rest } = anArticle();
    expect(faultOf(rest)).toMatchObject({ field: "headline", message: "The article cannot be read: headline is missing." });
  });

  it("names a field deep in the body", () => {
    const body = [{ type: "list", ordered: false, items: [[{ type: "paragraph", children: [{ type: "text", text: 7 }] }]] }];
    expect(faultOf({ ...anArticle(), body }).field).toBe("body.0.items.0.0.children.0.text");
  });

  it("refuses a link that would run a script", () => {
    const body = [{ type: "paragraph", children: [{ type: "link", url: "javascript:alert(1)", children: [] }] }];
    expect(faultOf({ ...anArticle(), body }).field).toBe("body.0.children.0.url");
  });

  it("refuses a protocol-relative address, which leads away from the edition", () => {
    const body = [{ type: "paragraph", children: [{ type: "link", url: "//elsewhere.example/", children: [] }] }];
    expect(faultOf({ ...anArticle(), body }).field).toBe("body.0.children.0.url");
  });

  it("refuses a date without a zone, which is a different moment for every reader", () => {
    expect(faultOf({ ...anArticle(), datePublished: "2024-04-22T07:10:00" }).message).toContain("with zone");
  });

  it("refuses a day that is in no calendar", () => {
    expect(faultOf({ ...anArticle(), datePublished: "2024-14-42T07:10:00Z" }).field).toBe("datePublished");
  });

  it("refuses a block of a kind it does not know", () => {
    expect(faultOf({ ...anArticle(), body: [{ type: "marquee", text: "x" }] }).field).toMatch(/^body\.0/u);
  });

  it("says so where there is no object at all", () => {
    expect(faultOf("<!doctype html>").message).toMatch(/^The article cannot be read: it is /u);
  });
});
