import { afterEach, expect, it, vi } from "vitest";
import { keepTabInside } from "#reader/ui/keepTabInside.ts";

afterEach(() => document.body.replaceChildren());

it.each([
  ["b", "Tab", true, false],
  ["first", "Tab", true, true],
  ["card", "Tab", true, true],
  ["last", "Tab", true, false],
  ["last", "Tab", false, true],
  ["first", "Tab", false, false],
  ["card", "Tab", false, false],
  ["last", "Enter", false, false],
])("from #%s, %s closes a popover only where it would leave it: with Shift %s, %s", (id, key, shiftKey, closes) => {
  document.body.innerHTML = `<div id="card" tabindex="-1"><a id="first" href="#x">1</a><button id="b">2</button>
    <input type="radio" checked><input type="radio"><textarea id="last"></textarea><input type="checkbox"></div>`;
  const card = document.getElementById("card")!;
  const hide = vi.fn();
  card.hidePopover = hide;
  card.addEventListener("keydown", keepTabInside);
  const focused = document.getElementById(id)!;
  focused.focus();
  const event = new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true });
  focused.dispatchEvent(event);
  expect([event.defaultPrevented, hide.mock.calls.length]).toEqual([closes, closes ? 1 : 0]);
});
