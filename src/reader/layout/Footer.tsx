import type { LinkGroup } from "#content/menu.ts";
import { useWords } from "../i18n/words.ts";
import { useDialogs } from "../ui/DialogContext.ts";
import { TextLink } from "../ui/TextLink.tsx";
import { useEdition } from "../edition/EditionContext.ts";
import { Nameplate } from "./Nameplate.tsx";
import { ownLinks, useFooterGroups } from "./pageLinks.ts";
import { Slot } from "../slots/Slot.tsx";
import "./footer.css";

/** The footer of every page. Its navigation is also the menu for a reader without JavaScript. */
export function Footer() {
  const edition = useEdition();
  const words = useWords();
  const { open } = useDialogs();
  const groups = useFooterGroups(edition);
  const { text, social = [], madeWith = true } = edition?.footer ?? {};
  return (
    <footer className="foot">
      <div className="page">
        <div>
          <Nameplate />
          {text && <p dir="auto">{text}</p>}
          {madeWith && <p>{words.made}</p>}
          {social.length > 0 && (
            <div className="elsewhere">
              <FooterList group={{ name: words.elsewhere, items: social }} />
            </div>
          )}
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
          {groups.map((group) => (
            <FooterList key={group.name} group={group} />
          ))}
          <FooterList group={{ name: words.yours, items: ownLinks(words, edition) }} />
        </nav>
        <Slot name="footer" />
        <Slot name="head" />
      </div>
    </footer>
  );
}

function FooterList({ group: { name: title, items } }: { group: LinkGroup }) {
  if (items.length === 0) return null;
  return (
    <div>
      <h2 className="label">{title}</h2>
      <ul role="list">
        {items.map(({ url, name }) => (
          <li key={url}>
            <TextLink url={url} own dir="auto">
              {name}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
