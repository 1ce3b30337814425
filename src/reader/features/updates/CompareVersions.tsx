import { Fragment, useEffect, useId, useRef, useState } from "react";
import { type StoryWords, type VersionsPage, versionsOf } from "#content/version.ts";
import { formatDate, useCalendar } from "../../i18n/formatDate.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { Changed } from "./Changed.tsx";
import { comparison, isSame } from "./paragraphChanges.ts";
import { useRecordWords } from "./recordParts.ts";
import { linesOf } from "./VersionList.tsx";

type Readable = { number: number; at: string; text: StoryWords };

/** Shows any two versions of a story side by side, except those that were withdrawn. */
export function CompareVersions({ entries }: Pick<VersionsPage, "entries">) {
  const recordWords = useRecordWords();
  const versions = versionsOf(entries).flatMap(({ at, text }, place) => (text ? [{ number: place + 1, at, text }] : []));
  const [chosen, setChosen] = useState([versions.at(-2), versions.at(-1)]);
  const [shown, setShown] = useState<(Readable | undefined)[]>([]);
  const [before, after] = shown;
  if (versions.length < 2) return null;
  const choose = (place: number) => (version: Readable | undefined) => setChosen(chosen.with(place, version));
  return (
    <section className="compare needs-script">
      <form
        className="bar"
        aria-label={recordWords.compare}
        onSubmit={(event) => {
          event.preventDefault();
          setShown(chosen);
        }}
      >
        <VersionChoice label={recordWords.compareFrom} versions={versions} chosen={chosen[0]} onChoose={choose(0)} />
        <VersionChoice label={recordWords.compareTo} versions={versions} chosen={chosen[1]} onChoose={choose(1)} />
        <button className="button" type="submit">
          {recordWords.sideBySide}
        </button>
      </form>
      {before && after && <SideBySide key={`${before.number} ${after.number}`} before={before} after={after} />}
    </section>
  );
}

type ChoiceProps = {
  label: string;
  versions: Readable[];
  chosen: Readable | undefined;
  onChoose: (version: Readable | undefined) => void;
};

function VersionChoice({ label, versions, chosen, onChoose }: ChoiceProps) {
  const id = useId();
  const nameOf = useVersionName();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen?.number}
        onChange={({ target }) => onChoose(versions.find(({ number }) => number === Number(target.value)))}
      >
        {versions.map((version) => (
          <option key={version.number} value={version.number}>
            {nameOf(version)}
          </option>
        ))}
      </select>
    </p>
  );
}

function useVersionName(): (version: Readable) => string {
  const recordWords = useRecordWords();
  const calendar = useCalendar();
  return ({ number, at }) => recordWords.versionAt(number, formatDate(at, "moment", calendar));
}

function SideBySide({ before, after }: { before: Readable; after: Readable }) {
  const recordWords = useRecordWords();
  const { theirs } = useLanguages();
  const nameOf = useVersionName();
  const paragraphs = comparison(allLinesOf(before.text), allLinesOf(after.text));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="compared">
      <h2 className="label" tabIndex={-1} ref={title}>
        {nameOf(before)}
      </h2>
      <h2 className="label">{nameOf(after)}</h2>
      {paragraphs.every(isSame) && <p className="hint">{recordWords.nothingChanged}</p>}
      {paragraphs.map((pieces, place) => (
        <Fragment key={place}>
          <p {...theirs}>
            <Changed pieces={pieces} without="added" />
          </p>
          <p {...theirs} className={isSame(pieces) ? "again" : undefined}>
            <Changed pieces={pieces} without="removed" />
          </p>
        </Fragment>
      ))}
    </div>
  );
}

const allLinesOf = (text: StoryWords): string[] => [...linesOf(text), ...text.corrections.map((correction) => correction.text)];
