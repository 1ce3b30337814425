import { describe, expect, it, vi } from "vitest";
import { replayClicks } from "#reader/hydration/early/replayClicks.ts";

/** A page with one control, and how often something has answered it. */
function control(html: string) {
  document.body.innerHTML = html;
  const element = document.body.querySelector<HTMLElement>("button, a, summary");
  if (!element) throw new Error("There is no control.");
  const answered = vi.fn();
  return { element, answered, listen: () => element.addEventListener("click", answered) };
}

describe("a press that comes before the app", () => {
  it("is answered when the app is there, once", () => {
    const { element, answered, listen } = control('<button type="button"><svg></svg>Text</button>');
    const press = replayClicks();
    element.querySelector("svg")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    listen();
    press.replay();
    expect(answered).toHaveBeenCalledTimes(1);
  });

  it("is told at once, so that the app can hurry", async () => {
    const { element } = control('<button type="button">Text</button>');
    const press = replayClicks();
    element.click();
    await expect(press.clicked).resolves.toBeUndefined();
    press.replay();
  });

  it("is no longer kept when the app answers for itself", () => {
    const { element, answered, listen } = control('<button type="button">Text</button>');
    const press = replayClicks();
    press.replay();
    listen();
    element.click();
    expect(answered).toHaveBeenCalledTimes(1);
  });

  it.each(['<a href="#menu">Menu</a>', "<summary>More</summary>", '<form action="#"><button>Search</button></form>'])(
    "is left to the browser where it needs nobody: %s",
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

  it("on a link that opens a dialog waits, says so, and is answered when the link is an opener", async () => {
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

  it("on such a link leads where the link leads, where the app never comes", () => {
    history.replaceState(null, "", "/");
    const { element } = control('<a href="#menu" data-opens="menu">Menu</a>');
    const press = replayClicks();
    element.click();
    expect(location.hash).toBe("");
    press.giveUp();
    expect(location.hash).toBe("#menu");
  });

  it("is forgotten with its button, and only the last counts", () => {
    const { element } = control('<button type="button">One</button>');
    const press = replayClicks();
    element.click();
    element.remove();
    expect(press.replay).not.toThrow();
  });
});
