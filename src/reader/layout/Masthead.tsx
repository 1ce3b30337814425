import { DeviceNotice } from "../features/offline/DeviceNotice.tsx";
import { Timestamp } from "../ui/Timestamp.tsx";
import type { SamePage } from "./LanguageSwitch.tsx";
import { AccountTool } from "./AccountTool.tsx";
import { rarePart } from "#loading/hydration/hydrateOnIdle.tsx";
import { useEdition } from "../edition/EditionContext.ts";
import { Nameplate } from "./Nameplate.tsx";
import { QuickField } from "./QuickField.tsx";
import { SectionNav } from "./SectionNav.tsx";
import { TextTool } from "./TextTool.tsx";
import { Slot } from "../slots/Slot.tsx";
import { Trending } from "./Trending.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../i18n/words.ts";
import { useOpener } from "./useOpener.ts";
import { savedPath, searchPath } from "#content/paths.ts";
import { PageLink } from "../ui/PageLink.tsx";
import { pageUrl } from "../edition/address.ts";
import "../ui/button.css";
import "./masthead.css";

type Props = {
  /** "front" is large and shows what is trending; "story" is one line that stays in view. */
  head?: "front" | "list" | "story";
  /** The slug of the section that the page belongs to. */
  section?: string | undefined;
  /** Whether this is the search page, which has a field of its own. */
  searching?: boolean;
  /** The same page in other editions. */
  alternates?: SamePage[] | undefined;
  /** Whether this edition has no such page. */
  lost?: boolean;
};

const LanguageSwitch = rarePart(
  () => import("./LanguageSwitch.tsx").then((module) => module.LanguageSwitch),
  () => null,
);

/** The head of every page: menu, on the front page the date, nameplate over the Oxford rule, sections. */
export function Masthead({ head = "list", section, searching = false, alternates, lost }: Props) {
  const edition = useEdition();
  const story = head === "story";
  const date = head === "front" ? edition?.date : undefined;
  const header = (
    <header className={head === "list" ? "masthead" : `masthead ${head}-head`}>
      <div className="page ears">
        <div className="ear">
          <MenuTool worded={story} />
          {edition && !story && (date ?? edition.tagline) !== undefined && (
            <p className="edition">
              {date && (
                <b>
                  <Timestamp date={date} style="weekday" />
                </b>
              )}
              {edition.tagline}
            </p>
          )}
        </div>
        <Nameplate />
        <div className="ear">
          {!story && !searching && <QuickField />}
          {!searching && <SearchTool />}
          {!story && <TextTool isIcon />}
          {!story && !edition?.home && <SavedTool />}
          <AccountTool />
        </div>
      </div>
      <div className="page oxford" />
      {edition && !story && <SectionNav edition={edition} current={section} />}
      {edition && head === "front" && <Trending topics={edition.trending} />}
      <Slot name="masthead-end" />
      <DeviceNotice />
    </header>
  );
  if (!edition?.editions) return header;
  return (
    <>
      <LanguageSwitch editions={edition.editions} alternates={alternates} lost={lost} />
      {header}
    </>
  );
}

/** A link to the navigation in the footer; once the page is hydrated, the button that opens the menu. */
function MenuTool({ worded }: { worded: boolean }) {
  const words = useWords();
  return (
    <a className="tool" href="#menu" aria-label={worded ? undefined : words.menu} {...useOpener("menu")}>
      <Icon name="menu" />
      {worded && <span className="word">{words.menu}</span>}
    </a>
  );
}

/** A link to what the reader has saved. */
function SavedTool() {
  const words = useWords();
  return (
    <PageLink className="tool" to={savedPath} aria-label={words.saved}>
      <Icon name="save" />
    </PageLink>
  );
}

/** A link to the search page; once the page is hydrated, the button that opens the quick search. */
function SearchTool() {
  const words = useWords();
  return (
    <a className="tool find" href={pageUrl(searchPath)} aria-label={words.search} {...useOpener("search")}>
      <Icon name="search" />
    </a>
  );
}
