import type { SubjectKind } from "#content/teaser.ts";
import { slug } from "#content/slug.ts";
import type { Settings, SubjectSettings } from "../settings.ts";
import type { Describe } from "./lists.ts";

/** Gives the function that finds what the settings say about a subject. */
export function describeBy(settings: Settings): Describe {
  const words: Record<SubjectKind, Map<string, string>> = {
    topic: descriptions(settings.topics),
    section: descriptions(settings.sections),
    author: descriptions([...settings.desks, ...settings.people]),
    place: descriptions(settings.places),
  };
  return (kind, subject) => words[kind].get(subject);
}

function descriptions(subjects: SubjectSettings[]): Map<string, string> {
  return new Map(subjects.flatMap((subject) => (subject.description ? [[subject.slug ?? slug(subject.name), subject.description]] : [])));
}
