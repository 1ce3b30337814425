import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Brand, PLAIN } from "#content/brand.ts";
import { type Origins, SLOT_NAMES, type Slot, type SlotName, type Slots } from "#content/slots.ts";
import type { Site } from "#content/site.ts";
import { nearestName } from "../../text/nearestName.ts";
import type { Report } from "../../draft/problem.ts";
import { editionNamed } from "../../settings/editionSettings.ts";
import type { Settings } from "../../settings/settings.ts";
import { PUBLIC_FOLDER } from "../../settings/settingsFile.ts";
import { checkSlot } from "./checkSlot.ts";

const FOLDER = "slots";

/**
 * Reads what a paper puts into the slots of its pages. A slot with faults is left out and reported. In the edition of a language,
 * a file in a folder of its tag replaces the paper's: `slots/nl/footer.html`.
 */
export function readSlots(content: string, settings: Settings, site: Site, report: Report): Slots | undefined {
  const { slots: options = {}, origins = {} } = settings;
  const context = { content, settings, site, report };
  const main = readFolder(FOLDER, context);
  const own = languageFolders(context).map(({ folder, prefix }) => ({
    prefix,
    ...readFolder(folder, context),
  }));
  const names = [main, ...own].flatMap((each) => each.names);
  for (const name of SLOT_NAMES) if (options[name] && !names.includes(name)) report(missing(name));
  const editions = own.map(({ prefix, ...its }) => {
    const paper = main.slots.filter(({ name }) => !its.names.includes(name));
    return [prefix, [...paper, ...its.slots.filter(({ html }) => html !== "")].toSorted(byName)] as const;
  });
  const slots = [main.slots, ...editions.map(([, each]) => each)].flat();
  if (slots.length === 0) {
    // Without slots only the origins for recordings matter, since those are in stories.
    const media = nonEmpty({ "media-src": origins["media-src"] });
    return Object.keys(media).length === 0 ? undefined : { slots, origins: media, styles: "", files: [] };
  }
  const files = new Map([main, ...own].flatMap((each) => each.files.map((file) => [file.file, file])));
  return {
    slots: main.slots,
    ...(editions.length > 0 && { editions: Object.fromEntries(editions) }),
    origins: nonEmpty(origins),
    styles: stylesOf(new Set(slots.map(({ name }) => name)), options),
    files: [...files.values()],
  };
}

const byName = (a: Slot, b: Slot): number => SLOT_NAMES.indexOf(a.name) - SLOT_NAMES.indexOf(b.name);

type Context = { content: string; settings: Settings; site: Site; report: Report };

/** The slots of a folder, the files that they load, and the names of all slots for which it has a file. */
type Folder = Pick<Slots, "slots" | "files"> & { names: SlotName[] };

function readFolder(folder: string, { content, settings: { slots: options = {}, origins = {} }, site, report }: Context): Folder {
  const made: Folder = { slots: [], files: [], names: [] };
  for (const entry of entriesOf(join(content, folder))) {
    if (entry.isDirectory()) continue;
    const file = `${folder}/${entry.name}`;
    const name = SLOT_NAMES.find((each) => `${each}.html` === entry.name);
    if (name === undefined) {
      if (IS_HTML.test(file)) report(unknownSlot(folder, entry.name));
      continue;
    }
    made.names.push(name);
    const html = readFileSync(join(content, file), "utf8");
    const checked = checkSlot(html, { name, file, origins, site, public: join(content, PUBLIC_FOLDER) }, report);
    if (!checked) continue;
    const { height: _, ...own } = { height: undefined, ...options[name] };
    const after = name === "in-story" && { after: options["in-story"]?.after ?? 3 };
    made.slots.push({ name, consent: false, ...own, ...after, ...checked.slot });
    made.files.push(...checked.files);
  }
  return made;
}

/** The folders of slots for editions in other languages. Any other folder with HTML in it is reported. */
function languageFolders({ content, settings, report }: Context): { folder: string; prefix: string }[] {
  return entriesOf(join(content, FOLDER)).flatMap((entry) => {
    const folder = `${FOLDER}/${entry.name}`;
    const [first] = entry.isDirectory() ? entriesOf(join(content, folder)).filter(({ name }) => IS_HTML.test(name)) : [];
    if (!first) return [];
    const edition = editionNamed(entry.name, `${folder}/${first.name}`, settings, `${FOLDER}/`);
    if (!("problem" in edition)) return [{ folder, prefix: edition.prefix }];
    report(edition.problem);
    return [];
  });
}

/** Adds the styles and files of the slots to the paper's brand. */
export function withSlots(brand: Brand | undefined, slots: Slots | undefined): Brand | undefined {
  if (!slots || slots.styles === "") return brand;
  const looks = brand ?? PLAIN;
  return { ...looks, rules: looks.rules + slots.styles, files: [...looks.files, ...slots.files] };
}

const IS_HTML = /\.html?$/iu;

const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
};

/** Drops directives without origins: they add nothing to the policy. */
const nonEmpty = (origins: NonNullable<Settings["origins"]>): Origins =>
  Object.fromEntries(Object.entries(origins).filter(([, all]) => all !== undefined && all.length > 0));

function unknownSlot(folder: string, file: string) {
  const nearest = nearestName(file.replace(IS_HTML, ""), SLOT_NAMES);
  const message = `There is no slot of this name, so ${file} is left out.`;
  const remedy = `The slots are ${SLOT_NAMES.join(", ")}.`;
  return {
    severity: "warning" as const,
    file: `${folder}/${file}`,
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
function stylesOf(names: ReadonlySet<SlotName>, settings: NonNullable<Settings["slots"]>): string {
  const at = (name: SlotName): string => `[data-slot=${name}]`;
  const heights = [...names].flatMap((name) => {
    const height = name === "head" ? undefined : settings[name]?.height;
    return height === undefined ? [] : [`.slot${at(name)}{min-block-size:${height}px}`];
  });
  const ofStory = [at("before-story"), at("after-story")].join();
  const withText = `main>.slot:is(${ofStory},${at("sidebar")})`;
  const sidebar = names.has("sidebar")
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
