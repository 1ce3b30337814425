import type { Page } from "playwright-core";
import { sidewaysScroll } from "../accessibility/sidewaysScroll.ts";
import { emptyIn } from "../emptyIn.ts";

/** How much of a row, or of the column beside the lead, may stay empty where headlines differ much in length, in pixels. */
const MOST_EMPTY = 200;

/** What is wrong with the layout of a front page, a line for each defect. */
export async function frontDefects(page: Page): Promise<string[]> {
  // In a narrower window, everything is in one column.
  const isWide = (page.viewportSize()?.width ?? 0) >= 768;
  const rows = isWide ? await emptyIn(page) : [];
  return [
    ...(await sidewaysScroll(page)),
    ...(await brokenWords(page)).map((word) => `broken: ${word}`),
    ...rows.filter(({ below }) => below > MOST_EMPTY).map(({ row, below }) => `${Math.round(below)} px empty in ${row}`),
    ...rows.filter(({ beside }) => Math.abs(beside) > 1).map(({ row }) => `the last line of ${row} is not full`),
    ...(isWide ? await aroundLead(page) : []),
  ];
}

/** Words on two lines, but not where the browser hyphenates: whether it can depends on the dictionaries of the machine. */
function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const around = text.parentElement;
      if (!around?.checkVisibility() || around.closest(".unseen, noscript, script, style, [aria-hidden=true]")) continue;
      if (getComputedStyle(around).hyphens === "auto") continue;
      for (const { 0: word, index } of (text.textContent ?? "").matchAll(/[^\s\u00AD\u200B\-–—/]+/gu)) {
        const tops = new Set<number>();
        for (let at = 0; at < word.length; at++) {
          range.setStart(text, index + at);
          range.setEnd(text, index + at + 1);
          // After a soft hyphen, an empty box at the end of the line before comes first.
          const box = [...range.getClientRects()].findLast(({ width }) => width > 0);
          if (box) tops.add(Math.round(box.top));
        }
        if (tops.size > 1) found.add(`${word} in ${around.className || around.localName}`);
      }
    }
    return [...found];
  });
}

/** Whether the lead is as wide as its column, and about as tall as the newest stories beside it. */
function aroundLead(page: Page): Promise<string[]> {
  return page.evaluate((most) => {
    const [lead, latest] = [document.querySelector(".lead"), document.querySelector(".latest")];
    if (!lead) return [];
    const parts = [...lead.children].map((part) => part.getBoundingClientRect());
    const { left, width, bottom } = lead.getBoundingClientRect();
    const covered = (from: number) => parts.some((part) => part.left < from + 1 && part.right > from && part.top > (parts[0]?.bottom ?? 0));
    const empty = covered(left + width / 4) ? [] : ["the first half of the lead is empty"];
    const end = Math.max(...parts.map((part) => part.bottom));
    const list = latest?.querySelector("ol")?.getBoundingClientRect();
    const gap = list && list.top < bottom ? list.bottom - end : 0;
    return Math.abs(gap) > most ? [...empty, `${Math.round(Math.abs(gap))} px empty below ${gap > 0 ? "the lead" : "Latest"}`] : empty;
  }, MOST_EMPTY);
}
