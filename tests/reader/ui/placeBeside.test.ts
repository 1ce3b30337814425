import { expect, it, vi } from "vitest";
import { placeBeside } from "#reader/ui/placeBeside.ts";

function placed(text: { left: number; top: number; bottom: number }, ...further: [number?, { head: number; foot: number }?]) {
  const part = document.createElement("div");
  vi.spyOn(part, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 100, 50));
  placeBeside(part, new DOMRect(text.left, text.top, 10, text.bottom - text.top), ...further);
  return [part.style.left, part.style.top];
}

it("is below its text where there is room, else above, and within the window", () => {
  vi.spyOn(document.documentElement, "clientWidth", "get").mockReturnValue(400);
  vi.spyOn(document.documentElement, "clientHeight", "get").mockReturnValue(600);
  vi.stubGlobal("scrollX", 3);
  vi.stubGlobal("scrollY", 1000);
  expect(placed({ left: 40, top: 100, bottom: 120 })).toEqual(["43px", "1128px"]);
  expect(placed({ left: 2, top: 100, bottom: 120 }, 20)).toEqual(["19px", "1140px"]);
  expect(placed({ left: 390, top: 100, bottom: 120 })).toEqual(["287px", "1128px"]);
  // The bar of tools covers 64 px, unless the caller says otherwise.
  expect(placed({ left: 40, top: 450, bottom: 478 })).toEqual(["43px", "1486px"]);
  expect(placed({ left: 40, top: 450, bottom: 479 })).toEqual(["43px", "1392px"]);
  expect(placed({ left: 40, top: 450, bottom: 479 }, 8, { head: 0, foot: 0 })).toEqual(["43px", "1487px"]);
  // Where there is room on neither side, it is below.
  expect(placed({ left: 40, top: 58, bottom: 590 })).toEqual(["43px", "1000px"]);
  expect(placed({ left: 40, top: 57, bottom: 590 })).toEqual(["43px", "1598px"]);
});
