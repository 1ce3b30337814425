import type { LibraryRecord } from "#content/library/record.ts";
import { libraryFile } from "#content/library/exportFile.ts";
import { fileUrl } from "../../address.ts";
import { useEdition } from "../../shell/EditionContext.ts";
import { useSay } from "../../shell/SayContext.ts";
import type { TakeoutWords } from "../../words/takeout/en.ts";
import { useWords } from "../../words/words.ts";
import { allRecords } from "../store/library.ts";
import { BringIn } from "./BringIn.tsx";
import { download } from "./download.ts";
import { MakeBook } from "./MakeBook.tsx";

/** How a library leaves: as a file for another device, as a page to read, as feeds, as a book; and how one comes in. */
export function Takeout({ words }: { words: TakeoutWords }) {
  const general = useWords();
  const edition = useEdition();
  const say = useSay();
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
    const { feedList } = await import("./feedList.ts");
    download("feeds.opml", "text/x-opml", feedList(title, records, resolve));
  };
  return (
    <section className="takeout" aria-labelledby="takeout">
      <h2 id="takeout">{words.takeTitle}</h2>
      <p>{words.takeText}</p>
      <ul>
        {[
          [words.asJson, asJson],
          [words.asHtml, asHtml],
          [words.asOpml, asOpml],
        ].map(([name, make]) =>
          typeof name === "string" && typeof make === "function" ? (
            <li key={name}>
              <button className="button quiet" type="button" onClick={take(make)}>
                {name}
              </button>
            </li>
          ) : null,
        )}
      </ul>
      <MakeBook words={words} resolve={resolve} />
      <BringIn words={words} />
    </section>
  );
}

const resolve = (path: string): string => new URL(fileUrl(path), location.href).href;
