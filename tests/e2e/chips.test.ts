import { expect } from "vitest";
import { journey } from "../support/journey.ts";

const TOPIC = "/topic/europol";

journey.for(["ltr", "rtl"])(
  "related topics are one row that a phone pushes sideways, also without scripts, %s",
  async (direction, { visit }) => {
    const { page } = await visit(TOPIC, { width: 360, javaScriptEnabled: false });
    await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
    const chips = page.locator(".list-head .chip");
    const boxes = () => chips.evaluateAll((all) => all.map((chip) => chip.getBoundingClientRect().toJSON()));
    const isSeen = ({ left, right }: { left: number; right: number }) => left >= 0 && right <= 360;

    const before = await boxes();
    expect(new Set(before.map(({ top }) => top)).size).toBe(1);
    expect(before.map(isSeen)).toEqual([true, true, false, false, false]);
    // One is cut by the edge of the window: that is how one sees that there are more.
    expect(before.filter(({ left, right }) => (left < 0 && right > 0) || (left < 360 && right > 360)).length).toBe(1);

    await chips.last().focus();
    expect((await boxes()).map(isSeen).at(-1)).toBe(true);
  },
);

journey("no ring around a related topic is cut off", async ({ visit }) => {
  for (const width of [360, 1280]) {
    const { page } = await visit(TOPIC, { width, waits: false });
    const rooms = await page.locator(".list-head .chips").evaluate((row) => {
      const outer = row.getBoundingClientRect();
      const [first, ...others] = [...row.querySelectorAll(".chip")].map((chip) => chip.getBoundingClientRect());
      return first ? [first.top - outer.top, outer.bottom - (others.at(-1)?.bottom ?? 0), first.left - outer.left] : [];
    });
    // Two pixels of ring, three of air.
    expect(Math.min(...rooms)).toBeGreaterThanOrEqual(5);
  }
});

journey("related topics have as many rows as they need where there is room", async ({ visit }) => {
  const { page } = await visit(TOPIC, { width: 1280, waits: false });
  const row = page.locator(".list-head .chips");
  expect(await row.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
  expect(await row.evaluate((list) => getComputedStyle(list).flexWrap)).toBe("wrap");
});
