import { expect } from "vitest";
import { pageBarriers } from "../support/accessibility/pageBarriers.ts";
import { CALM, journey, RUN } from "../support/journey.ts";
import { LAYOUTS, NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";

const KINDS = [...PAGE_KINDS, NOT_FOUND]
  .filter(({ kind }) => RUN === "all" || LAYOUTS[RUN].includes(kind))
  .map((kind) => [kind.kind, kind] as const);

journey.for(KINDS)(
  "there is no barrier on a page of the kind %s: by day and by night, in colours of the system, magnified, and by touch",
  async ([, { path }], { visit }) => {
    const { page, forgive } = await visit(path, CALM);
    if (path === NOT_FOUND.path) forgive(/status of 404/u);
    expect(await pageBarriers(page)).toEqual([]);
  },
);
