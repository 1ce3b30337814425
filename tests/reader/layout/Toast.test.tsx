import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useEffect } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { changeSetting, resetSettings } from "#reader/features/settings/settingsStore.ts";
import { WordsProvider } from "#reader/i18n/words.ts";
import { Toast } from "#reader/layout/Toast.tsx";
import { useAnnounce } from "#reader/toasts/AnnounceContext.ts";
import { makeOffer, type Offer, withdrawOffer } from "#reader/toasts/offers.ts";
import { wordsIn } from "../../support/words.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  act(() => (["undo", "fresh"] as const).forEach(withdrawOffer));
  act(resetSettings);
});

let say: (text: string) => void;

function Said({ onReady }: { onReady: (announce: typeof say) => void }) {
  const announce = useAnnounce();
  useEffect(() => onReady(announce), [announce, onReady]);
  return <input aria-label="Field" />;
}

const keepSay = (announce: typeof say) => void (say = announce);

function show() {
  const { container } = render(
    <WordsProvider value={wordsIn("en").page}>
      <Toast>
        <Said onReady={keepSay} />
      </Toast>
    </WordsProvider>,
  );
  return { shown: () => container.querySelector("[aria-live]")?.textContent };
}

function offer(id: Offer["id"], label?: string) {
  const take = vi.fn();
  act(() => makeOffer({ id, text: () => `About ${id}`, take, ...(label !== undefined && { label: () => label }) }));
  return take;
}

const press = (key: string, modifiers: KeyboardEventInit = {}, on: Element = document.body) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers });
  act(() => void on.dispatchEvent(event));
  return event.defaultPrevented;
};

it("shows what was said for four seconds, and the same again if it is said again", () => {
  const { shown } = show();
  act(() => say("Saved"));
  const first = screen.getByText("Saved");
  act(() => void vi.advanceTimersByTime(3999));
  expect(shown()).toBe("Saved");
  act(() => say("Saved"));
  expect(screen.getByText("Saved")).not.toBe(first);
  act(() => void vi.advanceTimersByTime(3999));
  expect(shown()).toBe("Saved");
  act(() => void vi.advanceTimersByTime(1));
  expect(shown()).toBe("");
});

it("shows the newest: an offer after what was said, or what was said before it goes on", () => {
  const { shown } = show();
  offer("fresh");
  expect(shown()).toBe("About fresh");
  act(() => say("Copied"));
  expect(shown()).toBe("Copied");
  act(() => void vi.advanceTimersByTime(4000));
  expect(shown()).toBe("About fresh");
  act(() => say("Copied"));
  offer("undo", "Undo");
  expect(shown()).toBe("About undoUndoZ");
  // What was said before an offer does not come back after it.
  act(() => withdrawOffer("undo"));
  expect(shown()).toBe("About fresh");
  act(() => withdrawOffer("fresh"));
  act(() => say("Saved"));
  offer("undo", "Undo");
  press("Escape");
  expect(shown()).toBe("");
});

it("closes on Escape, unless something is open over the page", () => {
  const { shown } = show();
  offer("fresh");
  act(() => say("Copied"));
  document.body.insertAdjacentHTML("beforeend", "<dialog open></dialog>");
  press("Escape");
  expect(shown()).toBe("Copied");
  document.querySelector("dialog")?.remove();
  press("x");
  expect(shown()).toBe("Copied");
  press("Escape");
  expect(shown()).toBe("About fresh");
  press("Escape");
  expect(shown()).toBe("");
});

it("is taken by its button or by Ctrl+Z, and dismissed by its other button", async () => {
  vi.useRealTimers();
  const user = userEvent.setup();
  const { shown } = show();
  const take = offer("undo", "Undo");
  expect(screen.getByRole("button", { name: "Undo" })).toHaveAttribute("aria-keyshortcuts", "z Control+Z Meta+Z");
  act(() => changeSetting("shortcuts", "off"));
  expect(shown()).toBe("About undoUndoCtrl+Z");
  const field = screen.getByRole("textbox");
  const unused = [
    press("z"),
    press("y", { ctrlKey: true }),
    press("z", { ctrlKey: true, shiftKey: true }),
    press("z", { ctrlKey: true, altKey: true }),
    press("z", { ctrlKey: true, metaKey: true }),
    press("z", { ctrlKey: true }, field),
  ];
  expect([unused.some(Boolean), take.mock.calls.length]).toEqual([false, 0]);
  expect(press("Z", { metaKey: true })).toBe(true);
  expect(take).toHaveBeenCalledOnce();
  expect([press("z", { ctrlKey: true }), shown()]).toEqual([false, ""]);
  const fresh = offer("fresh");
  const button = screen.getByRole("button", { name: "About fresh" });
  expect([button.getAttribute("aria-keyshortcuts"), button.className]).toEqual(["n", ""]);
  expect(press("z", { ctrlKey: true })).toBe(false);
  await user.click(button);
  expect([fresh.mock.calls.length, shown()]).toEqual([1, ""]);
  const again = offer("fresh");
  await user.click(screen.getByRole("button", { name: "Close" }));
  expect([again.mock.calls.length, shown()]).toEqual([0, ""]);
});
