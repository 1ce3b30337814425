import { describe, expect, it, vi } from "vitest";
import { replayClicks } from "#loading/early/replayClicks.ts";

/** A page with one control, and how often something has answered it. */
function control(html: string) {
  document.body.innerHTML = html;
  const element = document.body.querySelector<HTMLElement>("button, a, summary");
  if (!element) throw new Error("There is no control.");
  const answered = vi.fn();
  return { element, answered, listen: () => element.addEventListener("click", answered) };
}

describe("a click before hydration", () => {
  it("is replayed once when the app is ready", () => {
    const { element, answered, listen } = control('<button type="button"><svg></svg>Text</button>');
    const press = replayClicks();
    element.querySelector("svg")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    listen();
    press.replay();
    expect(answered).toHaveBeenCalledTimes(1);
  });

  it("resolves `clicked` at once, so that the app can start", async () => {
    const { element } = control('<button type="button">Text</button>');
    const press = replayClicks();
    element.click();
    await expect(press.clicked).resolves.toBeUndefined();
    press.replay();
  });

  it("is not replayed if it happens after hydration", () => {
    const { element, answered, listen } = control('<button type="button">Text</button>');
    const press = replayClicks();
    press.replay();
    listen();
    element.click();
    expect(answered).toHaveBeenCalledTimes(1);
  });

  it.each(['<a href="#menu">Menu</a>', "<summary>More</summary>", '<form action="#"><button>Search</button></form>'])(
    "is left to the browser if that handles it alone: %s",
    (html) => {
      const { element, answered, listen } = control(html);
      const press = replayClicks();
      element.addEventListener("click", (event) => event.preventDefault());
      element.click();
      listen();
      press.replay();
      expect(answered).not.toHaveBeenCalled();
    },
  );

  it("on a link that opens a dialog sets aria-busy, and is replayed when the app is ready", async () => {
    const { element, answered, listen } = control('<a href="#menu" data-opens="menu">Menu</a>');
    const press = replayClicks();
    const event = new MouseEvent("click", { bubbles: true, cancelable: true });
    element.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(element).toHaveAttribute("aria-busy", "true");
    listen();
    press.replay();
    expect(element).not.toHaveAttribute("aria-busy");
    expect(answered).not.toHaveBeenCalled();
    element.setAttribute("role", "button");
    await vi.waitFor(() => expect(answered).toHaveBeenCalledTimes(1));
  });

  it("on a link that opens a dialog follows the link if the app does not start", () => {
    history.replaceState(null, "", "/");
    const { element } = control('<a href="#menu" data-opens="menu">Menu</a>');
    const press = replayClicks();
    element.click();
    expect(location.hash).toBe("");
    press.giveUp();
    expect(location.hash).toBe("#menu");
  });

  it("is dropped with its button, and only the last click is replayed", () => {
    const { element } = control('<button type="button">One</button>');
    const press = replayClicks();
    element.click();
    element.remove();
    expect(press.replay).not.toThrow();
  });
});
