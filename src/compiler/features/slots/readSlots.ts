import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Brand, PLAIN } from "#content/brand.ts";
import { type Origins, SLOT_NAMES, type Slot, type SlotName, type Slots } from "#content/slots.ts";
import type { Site } from "#content/site.ts";
import { nearestName } from "../../text/nearestName.ts";
import type { Report } from "../../draft/problem.ts";
import type { Settings } from "../../settings/settings.ts";
import { PUBLIC_FOLDER } from "../../settings/settingsFile.ts";
import { checkSlot } from "./checkSlot.ts";

const FOLDER = "slots";

/**
 * Reads what a paper puts into the slots of its pages. A slot with faults is left out
 * and reported.
 */
export function readSlots(
  content: string,
  { slots: settings = {}, origins = {} }: Settings,
  site: Site,
  report: Report,
): Slots | undefined {
  const files = filesIn(join(content, FOLDER));
  const made: Slots = { slots: [], origins: {}, styles: "", files: [] };
  for (const file of files) {
    const name = SLOT_NAMES.find((each) => `${each}.html` === file);
    if (name === undefined) {
      if (/\.html?$/iu.test(file)) report(unknownSlot(file));
      continue;
    }
    const checked = checkSlot(
      readFileSync(join(content, FOLDER, file), "utf8"),
      { name, origins, site, public: join(content, PUBLIC_FOLDER) },
      report,
    );
    if (!checked) continue;
    const { height: _, ...own } = { height: undefined, ...settings[name] };
    made.slots.push({
      name,
      consent: false,
      ...own,
      ...(name === "in-story" && { after: settings["in-story"]?.after ?? 3 }),
      ...checked.slot,
    });
    made.files.push(...checked.files.filter(({ file: one }) => !made.files.some((other) => other.file === one)));
  }
  for (const name of SLOT_NAMES) if (settings[name] && !files.includes(`${name}.html`)) report(missing(name));
  if (made.slots.length === 0) {
    // Without slots only the origins for recordings matter, since those are in stories.
    const media = nonEmpty({ "media-src": origins["media-src"] });
    return Object.keys(media).length === 0 ? undefined : { ...made, origins: media };
  }
  return { ...made, origins: nonEmpty(origins), styles: stylesOf(made.slots, settings) };
}

/** Adds the styles and files of the slots to the paper's brand. */
export function withSlots(brand: Brand | undefined, slots: Slots | undefined): Brand | undefined {
  if (!slots || slots.slots.length === 0) return brand;
  const looks = brand ?? PLAIN;
  return { ...looks, rules: looks.rules + slots.styles, files: [...looks.files, ...slots.files] };
}

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
};

/** Drops directives without origins: they add nothing to the policy. */
const nonEmpty = (origins: NonNullable<Settings["origins"]>): Origins =>
  Object.fromEntries(Object.entries(origins).filter(([, all]) => all !== undefined && all.length > 0));

function unknownSlot(file: string) {
  const nearest = nearestName(file.replace(/\.html?$/iu, ""), SLOT_NAMES);
  const message = `There is no slot of this name, so ${file} is left out.`;
  const remedy = `The slots are ${SLOT_NAMES.join(", ")}.`;
  return {
    severity: "warning" as const,
    file: `${FOLDER}/${file}`,
    message,
    remedy,
    ...(nearest !== undefined && { nearest: `${nearest}.html` }),
  };
}

function missing(name: SlotName) {
  const message = `The settings name the slot ${name}, but there is no ${FOLDER}/${name}.html.`;
  return {
    severity: "warning" as const,
    file: "edition.json",
    place: `slots.${name}`,
    message,
    remedy: "Write the file, or remove the setting.",
  };
}

/**
 * The styles of slots: those above, below and beside a story as wide as its text, the height reserved for each, a column for the
 * sidebar inside the page's frame in wide windows, and none of them in print.
 */
function stylesOf(slots: Slot[], settings: NonNullable<Settings["slots"]>): string {
  const at = (name: SlotName): string => `[data-slot=${name}]`;
  const heights = slots.flatMap(({ name }) => {
    const height = name === "head" ? undefined : settings[name]?.height;
    return height === undefined ? [] : [`.slot${at(name)}{min-block-size:${height}px}`];
  });
  const ofStory = [at("before-story"), at("after-story")].join();
  const withText = `main>.slot:is(${ofStory},${at("sidebar")})`;
  const sidebar = slots.some(({ name }) => name === "sidebar")
    ? `@media (width>=90rem){main:has(>${at("sidebar")}){--outside:max(0px,(100vw - var(--page))/2 - var(--gutter));display:grid;grid-template-columns:minmax(0,1fr) calc(18rem + var(--outside));align-content:start}main>*{grid-column:1/-1}main>:is(.story,${ofStory}){grid-column:1}main>.slot${at("sidebar")}{grid-column:2;inline-size:auto;margin-inline:0 calc(var(--outside) + var(--gutter))}}`
    : "";
  return [
    ".slot{overflow:clip}",
    ":is(main,.masthead)>.slot{inline-size:min(100% - 2*var(--gutter),40rem);margin:var(--s-4) auto}.masthead>.slot{inline-size:min(100% - 2*var(--gutter),var(--page))}",
    `${withText}{font-size:var(--t-body);inline-size:min(100% - 2*var(--gutter),var(--measure))}${withText}>*{font-size:1rem}`,
    ...heights,
    sidebar,
    "@media print{.slot{display:none!important}}",
  ].join("");
}
