import type { Page } from "playwright-core";
import { hasRing } from "./focusRing.ts";

/** Controls that look alike have the same ring, in whatever dialog of a kind: it is photographed once. */
const seenRings = new Set<string>();

/** Moves through the open dialog with Tab. @returns controls that Tab does not reach, those that it reaches though they are hidden from screen readers, or whose focus is not seen, and a dialog without a name */
export async function dialogStops(page: Page): Promise<string[]> {
  const most = await page.evaluate(() => {
    for (const element of document.querySelectorAll("[data-reached]")) element.removeAttribute("data-reached");
    return document.querySelectorAll("dialog[open] :is(a[href], button, input, select, textarea, summary, [tabindex])").length;
  });
  if ((await page.locator("dialog[open]").count()) === 0) return ["no dialog is open"];
  const ringless: string[] = [];
  for (let step = 0; step <= most + 2; step += 1) {
    await page.keyboard.press("Tab");
    const { kind, name } = await page.evaluate(reach);
    // After the last one the browser's own controls have the focus.
    if (kind.startsWith("body") || seenRings.has(kind)) continue;
    if (await hasRing(page)) seenRings.add(kind);
    else ringless.push(`its focus is not seen: ${name}`);
  }
  return [...ringless, ...(await page.evaluate(wrong))];
}

/** It is run in the page, like the function below. */
function reach(): { kind: string; name: string } {
  const { activeElement: here } = document;
  here?.setAttribute("data-reached", "");
  const kind = [here, here?.parentElement, here?.closest("dialog")]
    .map((element) => `${element?.localName}.${element?.className}`)
    .join(" in ");
  return { kind, name: here?.outerHTML.slice(0, 160) ?? "" };
}

function wrong(): string[] {
  const all = document.querySelectorAll<HTMLElement>(
    "dialog[open] :is(a[href], button:enabled, input:enabled:not([type=radio]), input:checked, select:enabled, textarea:enabled, summary)",
  );
  const named = [...document.querySelectorAll<HTMLElement>("dialog[open], [role=dialog]")].filter((dialog) => {
    const heading = document.getElementById(dialog.getAttribute("aria-labelledby") ?? "");
    return (dialog.ariaLabel ?? heading?.textContent ?? "").trim() === "";
  });
  const hidden = document.querySelectorAll("[aria-hidden=true][data-reached], [aria-hidden=true] [data-reached]");
  return [
    ...named.map(({ outerHTML }) => `has no name: ${outerHTML.slice(0, 120)}`),
    ...[...hidden].map(({ outerHTML }) => `has the focus and no name: ${outerHTML.slice(0, 120)}`),
    ...[...all]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.hasAttribute("data-reached"))
      .map(({ outerHTML }) => `never reached: ${outerHTML.slice(0, 160)}`),
  ];
}
