import type { BrowserContext, Frame, Page } from "playwright-core";

/** Records every call of a function that payloads call, by the name or address of its frame. */
export async function watchAlerts(context: BrowserContext): Promise<Set<string>> {
  const alerted = new Set<string>();
  await context.exposeBinding("noteAlert", ({ frame }, name: string) => void alerted.add(name || frame.url()));
  await context.addInitScript(
    "const nameOf = (frame) => frame.name || (frame.parent === frame ? '' : nameOf(frame.parent));" +
      "for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => { window.noteAlert(nameOf(window)); };",
  );
  return alerted;
}

/** Dispatches the events of a reader to every element, so that its handlers run. Links and buttons are pressed if `presses` is set. */
export function poke(frame: Frame, presses: boolean): Promise<void> {
  return frame.evaluate((press) => {
    for (const element of document.querySelectorAll<HTMLElement | SVGElement>("body, body *")) {
      for (const type of ["mouseover", "mouseenter", "pointerenter", "focus", "animationstart", "toggle"])
        element.dispatchEvent(new Event(type));
      if (press) element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
  }, presses);
}

/** What could run in a page, even if it has not: event handlers, and addresses with other schemes than those of pages and pictures. */
export function couldRun(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => {
          if (/^on/iu.test(name) || name === "srcdoc") return true;
          const isAddress = /^(?:href|src|action|formaction|data|poster|xlink:href)$/iu.test(name);
          // eslint-disable-next-line no-control-regex
          return isAddress && /^[\u0000-\u0020]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|^\s*data:(?!image\/)/iu.test(value);
        })
        .map(({ name, value }) => `<${element.localName} ${name}="${value}">`),
    ),
  );
}

/** Shows each payload unchanged, in a frame that is named by its number. */
export async function showRaw(page: Page, payloads: string[]): Promise<void> {
  await page.setContent("<!doctype html><title>Raw</title>");
  await page.evaluate((list) => {
    for (const [index, payload] of list.entries()) {
      const frame = document.createElement("iframe");
      frame.name = String(index);
      frame.srcdoc = `<!doctype html><body>${payload}`;
      document.body.append(frame);
    }
  }, payloads);
}
