import { expect } from "vitest";
import { journey, someOf } from "../support/journey.ts";

journey.for(someOf([1024, 1600, 1100, 1280], 2))(
  "the nameplate keeps its distance from what stands beside it, %i px wide",
  async (width, { visit }) => {
    for (const path of ["/", "/topic/europol"]) {
      const { page } = await visit(path, { width });
      const [plate, field] = await Promise.all([page.locator(".masthead .nameplate").boundingBox(), page.locator(".quick").boundingBox()]);
      expect((field?.x ?? 0) - (plate?.x ?? 0) - (plate?.width ?? 0)).toBeGreaterThanOrEqual(24);
      // It stands in the middle, whatever is in its ears.
      expect(Math.abs((plate?.x ?? 0) + (plate?.width ?? 0) / 2 - width / 2)).toBeLessThanOrEqual(1);
    }
  },
);

journey.for(someOf([768, 1280, 1024, 1600], 2))(
  "the head of a story and its picture have one measure, %i px wide",
  async (width, { visit }) => {
    const { page } = await visit("/article/voyager-1-makes-sense-again", { width, javaScriptEnabled: false });
    const edges = await page
      .locator(".story-top > :is(.kicker, h1, .standfirst, .credits), .hero, .hero img, .hero figcaption")
      .evaluateAll((parts) =>
        parts.map((part) => {
          const { left, right } = part.getBoundingClientRect();
          return `${Math.round(left)} to ${Math.round(right)}`;
        }),
      );
    expect(edges.length).toBe(7);
    expect(new Set(edges).size).toBe(1);
  },
);
