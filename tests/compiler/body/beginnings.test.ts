import { expect, test } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import { datelineOf } from "../../../src/compiler/body/datelineOf.ts";
import { isBeginning } from "../../../src/compiler/body/isBeginning.ts";
import { withoutHeadline } from "../../../src/compiler/body/withoutHeadline.ts";

const paragraph = (text: string): Block => ({ type: "paragraph", children: [{ type: "text", text }] });
const heading = (text: string): Block => ({ type: "heading", level: 2, id: "a", children: [{ type: "text", text }] });

test.each([
  ["OSLO, Norway (TCA) -- After the storm", undefined],
  ["ÅRHUS – After", undefined],
  ["ST. JOHN'S — After", undefined],
  ["Oslo -- After", "Oslo"],
  ["AB - c", "Oslo"],
  ["After the STORM -- he said", "Oslo"],
])("a story that begins with %j has the dateline %s", (text, dateline) => {
  expect(datelineOf("Oslo", [heading("BERGEN -- x"), paragraph(text), paragraph("BERGEN -- After")])).toBe(dateline);
});

test("a summary that only repeats how the text begins is recognised", () => {
  const body = [paragraph("The ferry “Aurora” left."), paragraph("It came back.")];
  for (const summary of ["The ferry Aurora …", "The ferry [...]", "The ferry Aurora left. It came back.", "The ferry. Read more »", "…"])
    expect(isBeginning(summary, body)).toBe(true);
  for (const summary of ["A ferry left", "It came back.", "The ferry Aurora left. It came back. So what?"])
    expect(isBeginning(summary, body)).toBe(false);
});

test("a heading above the text that repeats the headline is left out, and nothing else", () => {
  const text = paragraph("Text");
  expect(withoutHeadline([heading("The  FERRY"), text], "The ferry")).toEqual([text]);
  for (const body of [[heading("A ferry"), text], [text, heading("The ferry")], [paragraph("The ferry")], []])
    expect(withoutHeadline(body, "The ferry")).toEqual(body);
  expect(withoutHeadline([heading("")], undefined)).toEqual([heading("")]);
});
