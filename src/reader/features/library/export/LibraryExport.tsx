import { useSuspenseQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import type { Edition } from "#content/edition/edition.ts";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { libraryFile } from "#content/library/exportFile.ts";
import { pageUrl } from "../../../edition/address.ts";
import { useEdition, useEditionLanguage } from "../../../edition/EditionContext.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import type { ExportWords } from "../../../i18n/wordTypes.ts";
import { useWords } from "../../../i18n/words.ts";
import { exportWordsQuery } from "../../../data/libraryWords.ts";
import { allRecords } from "../../../data/library/library.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { readLinks, useOutsideLinks } from "../../../device/outsideLinks.ts";
import { LibraryImport } from "./LibraryImport.tsx";
import { ServiceImport } from "./ServiceImport.tsx";
import type * as Takeout from "./takeout.ts";
import { download } from "../../../device/download.ts";
import { BindStories, type PrintProps } from "./BindStories.tsx";
import "../../../styles/forms.css";
import "../../../ui/button.css";

/**
 * Exports a library: as a file for another device, a page to read, feeds or a book; and imports one.
 * @param loadPrint imports the component that prints stories
 */
export function LibraryExport({ loadPrint }: { loadPrint: () => Promise<ComponentType<PrintProps>> }) {
  const general = useWords();
  const edition = useEdition();
  const { data: words } = useSuspenseQuery(exportWordsQuery(useEditionLanguage()));
  const say = useAnnounce();
  const formats = useFormats(words, edition);
  const take = (make: Exporter) => () =>
    void allRecords()
      .then(make)
      .then((done) => done && say(done))
      .catch(() => say(general.partFailed));
  return (
    <details className="takeout" onToggle={() => void readLinks()}>
      <summary>
        {words.takeTitle} <span className="hint">{words.serviceTitle}</span>
      </summary>
      <div>
        <p>{words.takeText}</p>
        <ul role="list" className="ways">
          {formats.map(([name, make]) => (
            <li key={name}>
              <button className="button quiet" type="button" onClick={take(make)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
        <BindStories words={words} loadPrint={loadPrint} />
        <LibraryImport words={words} />
        <ServiceImport words={words} />
      </div>
    </details>
  );
}

/** @returns what is said once it is done, or undefined if the reader cancelled */
type Exporter = (records: LibraryRecord[]) => Promise<string | undefined>;

/** The formats that a library can be exported in, each with its name. */
function useFormats(words: ExportWords, edition: Edition | undefined): [string, Exporter][] {
  const follows = useLibrary("followed").size > 0;
  const hasMarks = useLibrary("highlight").size > 0;
  const hasLinks = (useOutsideLinks()?.size ?? 0) > 0;
  const title = `${edition?.name ?? ""}: ${words.takeTitle}`;
  const give = (...file: Parameters<typeof download>) => {
    download(...file);
    return words.fileReady;
  };
  const asJson = async (records: LibraryRecord[]) =>
    give("library.json", "application/json", JSON.stringify(libraryFile(records, (await readLinks()).values(), new Date()), null, 2));
  const asHtml = async (records: LibraryRecord[]) => {
    const { libraryPage } = await import("./libraryPage.ts");
    const { language = "en", direction = "ltr" } = edition ?? {};
    return give(
      "library.html",
      "text/html",
      libraryPage(records, (await readLinks()).values(), { title, language, direction, headings: words.headings, resolve }),
    );
  };
  const asOpml = async (records: LibraryRecord[]) => {
    const { opml } = await import("./opml.ts");
    return give("feeds.opml", "text/x-opml", opml(title, records, resolve));
  };
  const asFolder = async (records: LibraryRecord[]) => {
    const { notesInMarkdown, writeInto } = await import("./takeout.ts");
    const folder = await pickFolder();
    if (!folder) return undefined;
    await writeInto(folder, edition?.name ?? "", notesInMarkdown(records, resolve));
    return words.folderWritten;
  };
  const asFile =
    (name: string, type: string, make: (takeout: typeof Takeout, records: LibraryRecord[]) => string | Uint8Array) =>
    async (records: LibraryRecord[]) =>
      give(name, type, make(await import("./takeout.ts"), records));
  const asMarkdown = asFile("highlights.zip", "application/zip", (to, records) => to.zipped(to.notesInMarkdown(records, resolve)));
  const asReadwise = asFile("highlights.csv", "text/csv", (to, records) => to.readwiseCsv(records, edition?.name ?? "", resolve));
  const asCards = asFile("cards.csv", "text/csv", (to, records) => to.cardsCsv(records, resolve));
  const asTable = asFile("stories.csv", "text/csv", (to, records) => to.storiesCsv(records, resolve));
  const asLinks = async () => give("links.csv", "text/csv", (await import("./takeout.ts")).linksCsv((await readLinks()).values()));
  const formats: [string, Exporter][] = [
    [words.asJson, asJson],
    [words.asHtml, asHtml],
    [words.asTable, asTable],
  ];
  if (hasLinks) formats.push([words.asLinks, asLinks]);
  if (hasMarks) formats.push([words.asMarkdown, asMarkdown], [words.asReadwise, asReadwise], [words.asCards, asCards]);
  if (hasMarks && "showDirectoryPicker" in window) formats.push([words.asFolder, asFolder]);
  // Feed readers do not accept a list without feeds.
  if (follows) formats.push([words.asOpml, asOpml]);
  return formats;
}

declare global {
  interface Window {
    /** Not in every browser (https://wicg.github.io/file-system-access/). */
    showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>;
  }
}

/** A folder that the reader picks, or undefined if they cancel. */
async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  return window.showDirectoryPicker?.({ mode: "readwrite" }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  });
}

/** @param path of a page or a feed, in the edition */
const resolve = (path: string): string => new URL(pageUrl(path), location.href).href;
