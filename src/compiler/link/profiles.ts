import type { Picture } from "#content/image.ts";
import type { BylineProfile, Profile, StaffMember, StaffPage } from "#content/profile.ts";
import { slug } from "#content/slug.ts";
import { nearestName } from "../text/nearestName.ts";
import type { Report } from "../draft/problem.ts";
import type { AuthorSettings, Settings } from "../settings/settings.ts";
import type { Subjects } from "./subjects.ts";

/** The profiles of people and desks, from the settings. */
export type Profiles = { of: (slug: string) => Profile | undefined; byline: (slug: string) => BylineProfile | undefined };

const slugOf = ({ name, slug: given }: AuthorSettings): string => given ?? slug(name);

/** @param photos photographs of people and desks, by slug */
export function profiles({ desks, people }: Settings, photos: ReadonlyMap<string, Picture>): Profiles {
  const all = new Map([...desks, ...people].map((author) => [slugOf(author), profileOf(author, photos.get(slugOf(author)))]));
  return {
    of: (own) => {
      const profile = all.get(own);
      return profile && Object.keys(profile).length > 0 ? profile : undefined;
    },
    byline: (own) => {
      const { role, photo, links } = all.get(own) ?? {};
      if (role === undefined && !photo && !links) return undefined;
      return { slug: own, role, image: photo?.url, sameAs: links?.map(({ url }) => url) };
    },
  };
}

function profileOf({ role, bio, links, contact }: AuthorSettings, photo: Picture | undefined): Profile {
  return {
    ...(role !== undefined && { role }),
    ...(photo && { photo }),
    ...(bio !== undefined && { bio: bio.split(/\n\s*\n/u).map((paragraph) => paragraph.trim()) }),
    ...(links && links.length > 0 && { links }),
    ...(contact !== undefined && { contact }),
  };
}

/** The staff page; undefined if the settings turn it off, or give nobody a role. */
export function staff(settings: Settings, subjects: Subjects, { of }: Profiles, report: Report): StaffPage | undefined {
  const { desks, people } = settings;
  if (!(settings.staff ?? people.some(({ role }) => role !== undefined))) return undefined;
  const member = (author: AuthorSettings): StaffMember => ({
    name: author.name,
    ...(subjects.author.has(slugOf(author)) && { slug: slugOf(author) }),
    ...(author.description !== undefined && { description: author.description }),
    ...of(slugOf(author)),
  });
  const deskOf = new Map(people.map((person, at) => [person, findDesk(person, at, desks, report)]));
  const peopleAt = (desk: AuthorSettings | undefined) => people.filter((person) => deskOf.get(person) === desk).map(member);
  const groups = [{ people: peopleAt(undefined) }, ...desks.map((desk) => ({ desk: member(desk), people: peopleAt(desk) }))];
  return { groups: groups.filter((group) => "desk" in group || group.people.length > 0) };
}

function findDesk({ name, desk }: AuthorSettings, at: number, desks: AuthorSettings[], report: Report): AuthorSettings | undefined {
  if (desk === undefined) return undefined;
  const found = desks.find((each) => slugOf(each) === desk || each.name === desk);
  if (found) return found;
  const nearest = nearestName(
    desk,
    desks.flatMap((each) => [each.name, slugOf(each)]),
  );
  report({
    severity: "warning",
    file: "edition.json",
    place: `people.${at}.desk`,
    message: `There is no desk "${desk}", so ${name} is listed without one.`,
    remedy: "Name one of the desks by its name or slug.",
    ...(nearest !== undefined && { nearest }),
  });
  return undefined;
}
