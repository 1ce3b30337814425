import { archivePath, frontPath, latestPath, placesPath, subjectPath, topicsPath } from "#content/paths.ts";
import { useWords } from "../words/words.ts";
import { useEdition } from "./EditionContext.ts";
import { Nameplate } from "./Nameplate.tsx";
import "./footer.css";
import { PageLink } from "../ui/PageLink.tsx";

/** The foot of every page. Its navigation is also the menu of a reader without JavaScript. */
export function Footer() {
  const edition = useEdition();
  const words = useWords();
  const read = [
    [frontPath, words.frontPage],
    [latestPath, words.latest],
    [archivePath, words.archiveByDate],
    [topicsPath, words.topicsAToZ],
    [placesPath, words.placesAToZ],
  ] as const;
  return (
    <footer className="foot">
      <div className="page">
        <div>
          <Nameplate name={edition?.name ?? "Broadsheet"} />
          <p>{words.made}</p>
        </div>
        <nav id="menu" tabIndex={-1} aria-label={words.morePages}>
          {edition && edition.sections.length > 0 && (
            <FooterList
              title={words.sections}
              links={edition.sections.map(({ slug, name }) => [subjectPath("section", slug), name] as const)}
            />
          )}
          <FooterList title={words.read} links={read} />
        </nav>
      </div>
    </footer>
  );
}

function FooterList({ title, links }: { title: string; links: readonly (readonly [path: string, name: string])[] }) {
  return (
    <div>
      <h2>{title}</h2>
      <ul>
        {links.map(([path, name]) => (
          <li key={path}>
            <PageLink to={path} dir="auto">
              {name}
            </PageLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
