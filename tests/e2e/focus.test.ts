/* oxlint-disable no-empty-pattern -- Vitest reads which fixtures are needed from a pattern, and wants one also where none is. */
import { expect } from "vitest";
import { accountOpener, accountStates } from "../support/accessibility/accountStates.ts";
import { pressEveryButton } from "../support/accessibility/everyButton.ts";
import { PAGE_STATES } from "../support/accessibility/pageStates.ts";
import { readerOpeners } from "../support/accessibility/readerOpener.ts";
import { openPaper } from "../support/accountPaper.ts";
import { journey as visiting, someOf } from "../support/journey.ts";

const LONG = { timeout: 300_000 };

/** Where something goes, opens or fails at a press. All pages are walked in tests/checks, which takes minutes. */
const NAMES = [
  "last of saved",
  "last of following",
  "story with words selected",
  "search that failed",
  "last of history",
  "last of highlights",
  "search with many pages",
  "page that did not come",
];
const STATES = PAGE_STATES.filter(({ name }) => someOf(NAMES, 4).includes(name));

const journey = visiting.extend("paper", { scope: "file" }, async ({}, { onCleanup }) => {
  // Each page says from which network it comes.
  const paper = await openPaper({ BEHIND_PROXY: "1" });
  onCleanup(() => paper.close());
  return paper;
});

journey("no button leaves the focus on the body, and no region comes with its words", LONG, async ({ browser, site }) => {
  const { lost, pressed, born } = await pressEveryButton(STATES, await readerOpeners(browser, site.address));
  expect([...lost, ...born].join("\n")).toBe("");
  expect(pressed.length).toBeGreaterThanOrEqual(STATES.length);
});

journey("nor does any button where an account is entered and kept in step", LONG, async ({ browser, paper }) => {
  const opens = await Promise.all([1, 2].map(() => accountOpener(browser, paper)));
  const states = accountStates(paper).filter(({ name }) => ["sign in without a connection", "account, in step"].includes(name));
  const { lost, pressed, born } = await pressEveryButton(states, opens);
  expect([...lost, ...born].join("\n")).toBe("");
  expect(pressed.length).toBeGreaterThan(8);
});
