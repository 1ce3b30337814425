import { Icon } from "../ui/Icon.tsx";
import { Timestamp } from "../ui/Timestamp.tsx";
import { useWords } from "../words/words.ts";
import { useEdition } from "./EditionContext.ts";
import { Nameplate } from "./Nameplate.tsx";
import { SectionNav } from "./SectionNav.tsx";
import { Trending } from "./Trending.tsx";
import "../ui/button.css";
import "./masthead.css";

type Props = {
  /** "front" is large and tells what is trending; "story" is one line that stays in view. */
  head?: "front" | "list" | "story";
  /** The slug of the section that the page belongs to. */
  section?: string | undefined;
};

/** The head of every page: menu, date, nameplate over the Oxford rule, sections. */
export function Masthead({ head = "list", section }: Props) {
  const edition = useEdition();
  const story = head === "story";
  return (
    <header className={`masthead ${head}-head`}>
      <div className="page ears">
        <div className="ear">
          <MenuLink worded={story} />
          {edition && !story && (
            <p className="edition">
              <b>
                <Timestamp date={edition.date} style="weekday" />
              </b>
              {edition.tagline}
            </p>
          )}
        </div>
        <Nameplate name={edition?.name ?? "Broadsheet"} />
        <div className="ear" />
      </div>
      <div className="page">
        <div className="oxford" />
      </div>
      {edition && !story && <SectionNav sections={edition.sections} current={section} />}
      {edition && head === "front" && <Trending topics={edition.trending} />}
    </header>
  );
}

function MenuLink({ worded }: { worded: boolean }) {
  const words = useWords();
  return (
    <a className="tool" href="#menu">
      <Icon name="menu" />
      <span className={worded ? "word" : "unseen"}>{words.menu}</span>
    </a>
  );
}
