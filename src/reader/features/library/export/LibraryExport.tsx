import { useSuspenseQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import type { LibraryRecord } from "#content/library/record.ts";
import { libraryFile } from "#content/library/exportFile.ts";
import { fileUrl } from "../../../edition/address.ts";
import { useEdition } from "../../../edition/EditionContext.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { useWords } from "../../../i18n/words.ts";
import { exportWordsQuery } from "../../../data/libraryWords.ts";
import { allRecords } from "../../../data/library/library.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { LibraryImport } from "./LibraryImport.tsx";
import { download } from "./download.ts";
import { BindStories, type PrintProps } from "./BindStories.tsx";
import "../../../styles/forms.css";
import "../../../ui/button.css";

/**
 * How a library leaves: as a file for another device, as a page to read, as feeds, as a book; and how one comes in.
 * @param bringPrint imports what prints stories
 */
export function LibraryExport({ bringPrint }: { bringPrint: () => Promise<ComponentType<PrintProps>> }) {
  const general = useWords();
  const edition = useEdition();
  const { data: words } = useSuspenseQuery(exportWordsQuery(edition?.language ?? "en"));
  const follows = useLibrary("followed").size > 0;
  const say = useAnnounce();
  const title = `${edition?.name ?? ""}: ${words.takeTitle}`;
  const take = (make: (records: LibraryRecord[]) => Promise<void>) => () =>
    void allRecords()
      .then(make)
      .catch(() => say(general.partFailed));
  const asJson = async (records: LibraryRecord[]) =>
    download("library.json", "application/json", JSON.stringify(libraryFile(records, new Date()), null, 2));
  const asHtml = async (records: LibraryRecord[]) => {
    const { libraryPage } = await import("./libraryPage.ts");
    const { language = "en", direction = "ltr" } = edition ?? {};
    download("library.html", "text/html", libraryPage(records, { title, language, direction, headings: words.headings, resolve }));
  };
  const asOpml = async (records: LibraryRecord[]) => {
    const { opml } = await import("./opml.ts");
    download("feeds.opml", "text/x-opml", opml(title, records, resolve));
  };
  const ways: [string, (records: LibraryRecord[]) => Promise<void>][] = [
    [words.asJson, asJson],
    [words.asHtml, asHtml],
  ];
  // A list of no feeds is no file that a feed reader takes.
  if (follows) ways.push([words.asOpml, asOpml]);
  return (
    <details className="takeout">
      <summary>{words.takeTitle}</summary>
      <div>
        <p>{words.takeText}</p>
        <ul role="list" className="ways">
          {ways.map(([name, make]) => (
            <li key={name}>
              <button className="button quiet" type="button" onClick={take(make)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
        <BindStories words={words} resolve={resolve} bringPrint={bringPrint} />
        <LibraryImport words={words} />
      </div>
    </details>
  );
}

const resolve = (path: string): string => new URL(fileUrl(path), location.href).href;
