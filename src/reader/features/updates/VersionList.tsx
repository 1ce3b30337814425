import { type StoryWords, type Version, type VersionsPage, versionsOf } from "#content/version.ts";
import { formatDate, useCalendar } from "../../i18n/formatDate.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import { Timestamp } from "../../ui/Timestamp.tsx";
import { Changed } from "./Changed.tsx";
import { paragraphChanges } from "./paragraphChanges.ts";
import { useRecordWords } from "./recordParts.ts";
import "../../ui/correction.css";

/** The versions of a story, newest first, each with its changes. Small edits soon after publication are folded into the one before. */
export function VersionList({ entries }: Pick<VersionsPage, "entries">) {
  const withdrawals = new Map(entries.flatMap((entry) => (entry.type === "withdrawal" ? [[entry.withdraws, entry] as const] : [])));
  return (
    <ol role="list" className="versions">
      {shownVersions(versionsOf(entries)).map((shown) => (
        <li key={shown.first.hash}>
          <VersionHead of={shown} />
          {[shown.before, shown.first, shown.last].some((version) => version && withdrawals.has(version.hash)) ? (
            <Withdrawn of={withdrawals.get(shown.last.hash) ?? withdrawals.get(shown.first.hash)} />
          ) : (
            <WhatChanged before={shown.before?.text} after={shown.last.text} />
          )}
        </li>
      ))}
    </ol>
  );
}

/** A version with the small edits that are folded into it. `number` counts all versions. */
type Shown = { number: number; before: Version | undefined; first: Version; last: Version; folded: number };

function shownVersions(versions: Version[]): Shown[] {
  const shown: Shown[] = [];
  for (const [place, version] of versions.entries()) {
    const latest = shown.at(-1);
    if (version.folded && latest) Object.assign(latest, { last: version, folded: latest.folded + 1 });
    else shown.push({ number: place + 1, before: latest?.last, first: version, last: version, folded: 0 });
  }
  return shown.toReversed();
}

function VersionHead({ of: { number, before, first, last, folded } }: { of: Shown }) {
  const recordWords = useRecordWords();
  return (
    <>
      <h2 className="label">
        <Timestamp date={first.at} style="moment" />
      </h2>
      <p className="meta">
        <span>{recordWords.version(number)}</span>
        <span>{before ? first.changed.map((part) => recordWords.parts[part]).join(", ") : recordWords.firstVersion}</span>
        <code translate="no">{shortHash(last.hash)}</code>
      </p>
      {folded > 0 && <p className="hint">{recordWords.folded(folded)}</p>}
    </>
  );
}

/** Enough of a hash to tell versions apart, with the name of its algorithm. */
const shortHash = (hash: string): string => `sha256:${hash.slice(0, 12)}`;

/** @param of the withdrawal; undefined if the version that this one replaced was withdrawn, not this one */
function Withdrawn({ of }: { of: { at: string; reason: string } | undefined }) {
  const recordWords = useRecordWords();
  const calendar = useCalendar();
  return (
    <p className="correction">
      {of ? recordWords.withdrawn(formatDate(of.at, "day", calendar), of.reason) : recordWords.replacedWithdrawn}
    </p>
  );
}

function WhatChanged({ before, after }: { before: StoryWords | undefined; after: StoryWords | undefined }) {
  const words = useWords();
  const calendar = useCalendar();
  const { theirs } = useLanguages();
  if (!before || !after) return null;
  const known = new Set(before.corrections.map((correction) => JSON.stringify(correction)));
  const corrections = after.corrections.filter((correction) => !known.has(JSON.stringify(correction)));
  return (
    <>
      {corrections.map(({ date, text }) => (
        <p className="correction" key={date + text}>
          <b>{words.correction(formatDate(date, "day", calendar))}</b> <span {...theirs}>{text}</span>
        </p>
      ))}
      {before.datePublished !== after.datePublished && (
        <p>
          {words.published}{" "}
          <del>
            <Timestamp date={before.datePublished} style="moment" />
          </del>{" "}
          <ins>
            <Timestamp date={after.datePublished} style="moment" />
          </ins>
        </p>
      )}
      {paragraphChanges(linesOf(before), linesOf(after)).map((pieces, place) => (
        <p key={place} {...theirs}>
          <Changed pieces={pieces} />
        </p>
      ))}
    </>
  );
}

/** The text of a version without its corrections, a line each. */
export const linesOf = ({ headline, standfirst, authors, paragraphs }: StoryWords): string[] =>
  [headline, standfirst, authors.join(", "), ...paragraphs].filter(Boolean);
