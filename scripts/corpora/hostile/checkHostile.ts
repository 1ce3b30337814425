import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { launchChromium } from "../../../tests/support/chromium.ts";
import { table } from "../table.ts";
import { paperOf } from "./paperOf.ts";
import { runsInPaper } from "./runsInPaper.ts";
import { runsRaw } from "./runsRaw.ts";

/** How many of the payloads must run without cleaning in today's browser for the check to prove anything. */
const LEAST_RAW = 100;

/**
 * Puts public lists of payloads into every field of an article, builds the paper,
 * and triggers everything in it in a real Chromium without any policy.
 * @returns what is wrong, and how many payloads there are, ran uncleaned, and ran or could run in the paper
 */
export async function checkHostile(root: string): Promise<{ faults: string[]; payloads: number; raw: number; ran: number }> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-hostile-"));
  const browser = await launchChromium();
  try {
    const lists = listsIn(join(root, "hostile"));
    const payloads = lists.flatMap(({ payloads: ofList }) => ofList);
    const raw = await runsRaw(browser, payloads);
    const paper = await runsInPaper(browser, await paperOf(folder, payloads));
    const rows = lists.map((list) => [list.name, list.payloads.length, list.payloads.filter((payload) => raw.has(payload)).length]);
    console.log(table(["payloads", "number", "run uncleaned"], rows));
    console.log(
      `In the paper: ${paper.alerted.length} ran and ${paper.couldRun.length} could run, on ${paper.shown} of ${paper.pages} pages.`,
    );
    const faults = [
      ...(raw.size < LEAST_RAW ? [`hostile: only ${raw.size} payloads ran where nothing cleans them, so the trial proves nothing.`] : []),
      ...paper.alerted.map((place) => `hostile: a payload ran at ${place}.`),
      ...paper.couldRun.map((markup) => `hostile: this could run: ${markup}`),
      ...(paper.shown < paper.pages ? [`hostile: ${paper.pages - paper.shown} articles did not come up.`] : []),
    ];
    return { faults, payloads: payloads.length, raw: raw.size, ran: paper.alerted.length + paper.couldRun.length };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function listsIn(folder: string): { name: string; payloads: string[] }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => ({
      name: name.replace(/\.json$/u, ""),
      payloads: v.parse(v.array(v.string()), JSON.parse(readFileSync(join(folder, name), "utf8"))).filter((text) => text.trim() !== ""),
    }));
}
