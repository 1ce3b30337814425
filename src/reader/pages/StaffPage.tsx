import { useSuspenseQuery } from "@tanstack/react-query";
import { staffPath, subjectPath } from "#content/paths.ts";
import type { StaffMember, StaffPage as StaffPageData } from "#content/profile.ts";
import { pageQuery } from "../data/queries.ts";
import { Profile } from "../features/lists/Profile.tsx";
import { Breadcrumbs } from "../layout/Breadcrumbs.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { useWords } from "../i18n/words.ts";
import { Title } from "../navigation/Title.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import "../teasers/list.css";

/** /staff: who makes the paper, desk by desk. */
export function StaffPage() {
  const words = useWords();
  const { data } = useSuspenseQuery(pageQuery("staff", staffPath));
  return (
    <>
      <Title of={words.staff} />
      <Masthead alternates={data.alternates} />
      <Breadcrumbs />
      <main id="main" className="page">
        <header className="list-head">
          <h1 tabIndex={-1}>{words.staff}</h1>
        </header>
        {data.groups.map((group) => (
          <Group key={group.desk?.name ?? ""} group={group} />
        ))}
      </main>
    </>
  );
}

function Group({ group: { desk, people } }: { group: StaffPageData["groups"][number] }) {
  const Heading = desk ? "h3" : "h2";
  return (
    <section className="day index">
      {desk && (
        <h2>
          <Name of={desk} />
        </h2>
      )}
      <div className="staff">
        {desk?.description && <p>{desk.description}</p>}
        {desk && <Profile profile={desk} alt={desk.name} />}
        {people.length > 0 && (
          <ul role="list" className="people">
            {people.map((person) => (
              <li key={person.name}>
                <Heading>
                  <Name of={person} />
                </Heading>
                {person.role && <p className="meta">{person.role}</p>}
                <Profile profile={{ ...person, bio: person.bio?.slice(0, 1) }} alt={person.name} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Name({ of: { name, slug } }: { of: StaffMember }) {
  if (slug === undefined) return <bdi>{name}</bdi>;
  return (
    <PageLink to={subjectPath("author", slug)}>
      <bdi>{name}</bdi>
    </PageLink>
  );
}
