import { expect } from "vitest";
import { pageBarriers } from "../support/accessibility/pageBarriers.ts";
import { CALM, journey } from "../support/journey.ts";
import { LAYOUTS, PAGE_KINDS } from "../support/pageKinds.ts";

/** The other kinds are looked at in controls.test.ts. */
const KINDS = PAGE_KINDS.filter(({ kind }) => LAYOUTS.core.includes(kind)).map(({ kind, path }) => [kind, path] as const);

journey.for(KINDS)(
  "there is no barrier on a page of the kind %s: by day and by night, in colours of the system, magnified, and by touch",
  async ([, path], { visit }) => {
    const { page } = await visit(path, CALM);
    expect(await pageBarriers(page)).toEqual([]);
  },
);
