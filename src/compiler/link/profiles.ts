import type { Picture } from "#content/image.ts";
import type { BylineProfile, Profile, StaffMember, StaffPage } from "#content/profile.ts";
import { slug } from "#content/slug.ts";
import { nearestName } from "../draft/nearestName.ts";
import type { Report } from "../draft/problem.ts";
import type { AuthorSettings, Settings } from "../settings/settings.ts";
import type { Subjects } from "./subjects.ts";

/** What the settings tell of people and desks. */
export type Profiles = { of: (slug: string) => Profile | undefined; byline: (slug: string) => BylineProfile | undefined };

const slugOf = ({ name, slug: given }: AuthorSettings): string => given ?? slug(name);

/** @param photos of people and desks by their slugs */
export function profiles({ desks, people }: Settings, photos: ReadonlyMap<string, Picture>): Profiles {
  const all = new Map([...desks, ...people].map((one) => [slugOf(one), profileOf(one, photos.get(slugOf(one)))]));
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

/** Who makes the paper; undefined where the settings do not want the page, or say of nobody what they do. */
export function staff(settings: Settings, subjects: Subjects, { of }: Profiles, report: Report): StaffPage | undefined {
  const { desks, people } = settings;
  if (!(settings.staff ?? people.some(({ role }) => role !== undefined))) return undefined;
  const member = (one: AuthorSettings): StaffMember => ({
    name: one.name,
    ...(subjects.author.has(slugOf(one)) && { slug: slugOf(one) }),
    ...(one.description !== undefined && { description: one.description }),
    ...of(slugOf(one)),
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
    message: `There is no desk "${desk}", so ${name} is at none.`,
    remedy: "Name one of the desks by its name or slug.",
    ...(nearest !== undefined && { nearest }),
  });
  return undefined;
}
