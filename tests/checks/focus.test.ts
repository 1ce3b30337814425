/* oxlint-disable no-empty-pattern -- Vitest reads which fixtures are needed from a pattern, and wants one also where none is. */
import { expect } from "vitest";
import { accountOpener, accountStates } from "../support/accessibility/accountStates.ts";
import { pressEveryButton } from "../support/accessibility/everyButton.ts";
import { PAGE_STATES } from "../support/accessibility/pageStates.ts";
import { readerOpeners } from "../support/accessibility/readerOpener.ts";
import { openPaper } from "../support/accountPaper.ts";
import { journey as visiting } from "../support/journey.ts";

const journey = visiting.extend("paper", { scope: "file" }, async ({}, { onCleanup }) => {
  // Each page says from which network it comes.
  const paper = await openPaper({ BEHIND_PROXY: "1" });
  onCleanup(() => paper.close());
  return paper;
});

journey("no button of any page leaves the focus on the body", async ({ browser, site, task }) => {
  const { lost, pressed, born } = await pressEveryButton(PAGE_STATES, await readerOpeners(browser, site.address));
  task.meta.figure = `${pressed.length} presses in ${PAGE_STATES.length} states, ${lost.length} lost`;
  expect([...lost, ...born].join("\n")).toBe("");
  expect(pressed.length).toBeGreaterThan(150);
});

journey("nor does any button of the account's pages", async ({ browser, paper }) => {
  const opens = await Promise.all([1, 2, 3].map(() => accountOpener(browser, paper)));
  const { lost, pressed, born } = await pressEveryButton(accountStates(paper), opens);
  expect([...lost, ...born].join("\n")).toBe("");
  expect(pressed.length).toBeGreaterThan(25);
});
