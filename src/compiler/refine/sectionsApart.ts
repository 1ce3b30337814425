import { nearestName } from "../draft/nearestName.ts";
import type { Report } from "../draft/problem.ts";
import type { Settings } from "../settings.ts";
import type { Identified } from "./ids.ts";
import { type NameBook, slugOf } from "./nameBook.ts";

/**
 * Where the settings name the edition's sections, a story in another has a page
 * that no menu leads to: each such section is told once, with its first file.
 */
export function reportSectionsApart(drafts: Identified[], { sections }: Settings, sectionOf: NameBook, report: Report): void {
  if (sections.length === 0) return;
  const told = new Set(sections.map(slugOf));
  for (const { section, file } of drafts) {
    const found = section && sectionOf(section);
    if (!section || !found || told.has(found.slug)) continue;
    told.add(found.slug);
    const nearest = nearestName(
      found.name,
      sections.map(({ name }) => name),
    );
    const message = `The section "${found.name}" is not among those of edition.json, so no menu leads to it.`;
    const more = nearest === undefined ? {} : { nearest };
    const severity = nearest === undefined ? "notice" : "warning";
    report({
      severity,
      file,
      place: "section",
      about: section.name,
      message,
      ...more,
      remedy: "Add it to the sections there, or correct its name.",
    });
  }
}
