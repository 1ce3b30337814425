import type { Page } from "playwright-core";

/** Moves through the open dialog with Tab. @returns controls that Tab does not reach, those that it reaches though they are hidden from screen readers, and a dialog without a name */
export async function dialogStops(page: Page): Promise<string[]> {
  const most = await page.evaluate(() => {
    for (const element of document.querySelectorAll("[data-reached]")) element.removeAttribute("data-reached");
    return document.querySelectorAll("dialog[open] :is(a[href], button, input, select, textarea, summary, [tabindex])").length;
  });
  if ((await page.locator("dialog[open]").count()) === 0) return ["no dialog is open"];
  for (let step = 0; step <= most + 2; step += 1) {
    await page.keyboard.press("Tab");
    await page.evaluate(() => document.activeElement?.setAttribute("data-reached", ""));
  }
  return page.evaluate(() => {
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
  });
}
