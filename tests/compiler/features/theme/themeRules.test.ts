import { expect, test } from "vitest";
import type { Problem } from "#compiler/draft/problem.ts";
import { markRules, sectionRules, sharedTokens } from "#compiler/features/theme/themeRules.ts";
import { makeSettings } from "../../../support/makeSettings.ts";

test("corners and density are tokens", () => {
  expect(sharedTokens({})).toEqual({});
  expect(sharedTokens({ corners: "square", density: "compact" })).toEqual({
    radius: "0",
    "radius-panel": "0",
    "radius-pill": "0",
    "s-4": "*0.8",
    "s-5": "*0.8",
    "s-6": "*0.8",
    "s-7": "*0.8",
    "s-8": "*0.8",
  });
  expect(sharedTokens({ corners: "round", density: "airy" })).toEqual({
    radius: "8px",
    "radius-panel": "14px",
    "s-4": "*1.2",
    "s-5": "*1.2",
    "s-6": "*1.2",
    "s-7": "*1.2",
    "s-8": "*1.2",
  });
});

test("the rule and the size of the nameplate are CSS, unless they are the reader's own", () => {
  expect(markRules({}, undefined)).toBe("");
  expect(markRules({ rule: "double", nameplate: "small" }, undefined)).toBe(
    ".masthead .oxford{background:linear-gradient(var(--ink) 1px,#0000 1px 5px,var(--ink) 5px)}.nameplate{font-size:calc(min(1.75rem,8vw)*0.75)}.front-head .nameplate{font-size:calc(min(clamp(2.25rem,1rem + 5.4vw,5.25rem),10vw,(100vw - 4rem)/8.2)*0.75)}",
  );
  expect((["single", "thick", "none"] as const).map((rule) => markRules({ rule }, undefined))).toEqual([
    ".masthead .oxford{background:linear-gradient(#0000 5px,var(--ink) 5px)}",
    ".masthead .oxford{background:linear-gradient(var(--ink) 4px,#0000 4px)}",
    ".masthead .oxford{background:none}",
  ]);
});

test("a logo takes the place of the name, and its dark version in the dark", () => {
  const logo = { light: "assets/light.svg", dark: "assets/light.svg", width: 60, height: 10 };
  expect(markRules({}, logo)).toBe(
    ":root{--logo:url(./light.svg)}@media screen{.nameplate{display:block;font-size:0;padding:0;aspect-ratio:60/10;background:var(--logo) center/contain no-repeat var(--paper);forced-color-adjust:none;inline-size:min(12.6rem,46vw);justify-self:center}.front-head .nameplate{font-size:0;inline-size:min(27rem,56vw)}.foot .nameplate{font-size:0;justify-self:start}}",
  );
  expect(markRules({ rule: "none", nameplate: "large" }, { ...logo, dark: "assets/dark.svg" })).toBe(
    ".masthead .oxford{background:none}:root{--logo:url(./light.svg)}[data-theme=dark]{--logo:url(./dark.svg)}@media (prefers-color-scheme:dark){:root:not([data-theme]){--logo:url(./dark.svg)}}@media screen{.nameplate{display:block;font-size:0;padding:0;aspect-ratio:60/10;background:var(--logo) center/contain no-repeat var(--paper);forced-color-adjust:none;inline-size:min(15.12rem,46vw);justify-self:center}.front-head .nameplate{font-size:0;inline-size:min(32.4rem,56vw)}.foot .nameplate{font-size:0;justify-self:start}}",
  );
});

test("sections have their colours where these have enough contrast and there is such a section", () => {
  const problems: Problem[] = [];
  const sections = { world: "#a8071a", science: { light: "#00552a", dark: "#7fe0a0" }, sport: "#ffff00", wrold: "#000000" };
  const known = makeSettings({ sections: [{ name: "World" }, { name: "Science" }, { name: "Games", slug: "sport" }] });
  expect(sectionRules({ sections }, {}, known, (problem) => problems.push(problem))).toBe(
    ':root,[data-theme]{--section-world:light-dark(#a8071a,#e85450);--section-science:light-dark(#00552a,#7fe0a0)}[data-theme=sepia]{--section-world:#a8071a;--section-science:#00552a}a[href$="/section/world"]{--section:var(--section-world)}a[href$="/section/science"]{--section:var(--section-science)}:is(.kicker,.kicker *):is(a[href$="/section/world"],a[href$="/section/science"]){color:var(--section)}.sections a[aria-current]:is(a[href$="/section/world"],a[href$="/section/science"]){border-color:var(--section)}.desk-head:has(h2 a[href$="/section/world"]){border-color:var(--section-world)}.desk-head:has(h2 a[href$="/section/science"]){border-color:var(--section-science)}',
  );
  expect(problems).toEqual([
    {
      severity: "warning",
      file: "theme/theme.json",
      place: "sections.sport",
      message:
        "In the theme light, the colour of the section sport (#ffff00) on the paper (#f2f2ed) has a contrast of 1.04:1 and needs 4.5:1 (WCAG AA), so the section has no colour.",
      remedy: "The nearest colour that passes is #727200.",
    },
    {
      severity: "warning",
      file: "theme/theme.json",
      place: "sections.wrold",
      message: "There is no section wrold, so its colour is left out.",
      remedy: "Known are world, science, sport.",
      nearest: "world",
    },
  ]);
  expect(sectionRules({}, {}, known, () => {})).toBe("");
  expect(sectionRules({ sections: { any: "#a8071a" } }, {}, makeSettings(), () => {})).toContain("--section-any");
});
