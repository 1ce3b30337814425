import { subjectPath } from "#content/paths.ts";
import { useWords } from "../i18n/words.ts";
import { useDialogs } from "../ui/DialogContext.ts";
import { useEdition } from "../edition/EditionContext.ts";
import { Nameplate } from "./Nameplate.tsx";
import { namedLinks, ownLinks, pageLinks } from "./pageLinks.ts";
import "./footer.css";
import { PageLink } from "../ui/PageLink.tsx";

/** The foot of every page. Its navigation is also the menu of a reader without JavaScript. */
export function Footer() {
  const edition = useEdition();
  const words = useWords();
  const { open } = useDialogs();
  return (
    <footer className="foot">
      <div className="page">
        <div>
          <Nameplate name={edition?.name ?? "Broadsheet"} />
          <p>{words.made}</p>
          <p className="bar needs-script">
            <button className="plain" type="button" aria-haspopup="dialog" onClick={() => open("settings")}>
              {words.readingSettings}
            </button>
            <button className="plain" type="button" aria-haspopup="dialog" onClick={() => open("shortcuts")}>
              {words.shortcuts}
            </button>
          </p>
        </div>
        <nav id="menu" tabIndex={-1} aria-label={words.morePages}>
          {edition && edition.sections.length > 0 && (
            <FooterList
              title={words.sections}
              links={edition.sections.map(({ slug, name }) => ({ path: subjectPath("section", slug), name }))}
            />
          )}
          <FooterList title={words.read} links={pageLinks(words)} />
          {edition?.pages && <FooterList title={edition.name} links={namedLinks(edition.pages)} />}
          <FooterList title={words.yours} links={ownLinks(words, edition?.accounts)} />
        </nav>
      </div>
    </footer>
  );
}

function FooterList({ title, links }: { title: string; links: { path: string; name: string }[] }) {
  return (
    <div>
      <h2 className="label">{title}</h2>
      <ul>
        {links.map(({ path, name }) => (
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
