import { TextLink } from "../../../ui/TextLink.tsx";
import { useWords } from "../../../i18n/words.ts";
import { useJob } from "../../../device/kept/jobs.ts";
import { drop } from "./keep.ts";
import type { KeptRecord } from "../../../device/kept/keptRecord.ts";
import "../../../teasers/deskHead.css";
import "../../../ui/ownList.css";

/** What the reader has chosen to keep, each with its size and a button that removes it. */
export function KeptList({ records, onChange }: { records: KeptRecord[]; onChange: () => void }) {
  const words = useWords();
  if (records.length === 0) return null;
  return (
    <section aria-labelledby="kept-here">
      <header className="desk-head">
        <h2 id="kept-here">{words.keptByYou}</h2>
        <p className="hint">{words.spaceUsed(words.size(records.reduce((sum, { bytes }) => sum + bytes, 0)))}</p>
      </header>
      <ul role="list" className="own-list">
        {records.map((record) => (
          <li key={record.id}>
            <KeptItem record={record} onRemove={() => void drop(record.id).then(onChange)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function KeptItem({ record, onRemove }: { record: KeptRecord; onRemove: () => void }) {
  const words = useWords();
  const job = useJob(record.id);
  const done = job?.done ?? record.stories.length;
  const all = record.whole || job?.state === "whole";
  return (
    <>
      <TextLink url={record.path} dir="auto">
        {record.name || words.keepEdition}
      </TextLink>
      <p className="meta">
        <span>
          {record.total === 0
            ? words.size(record.bytes)
            : all
              ? words.keepSize(words.stories(record.total), words.size(record.bytes))
              : words.keepOf(words.number(done), words.number(record.total))}
        </span>
        <button className="plain more-link" type="button" onClick={onRemove}>
          {words.keepRemove}
        </button>
      </p>
    </>
  );
}
