import { useEffect, useState } from "react";
import type { ListPage } from "#content/pages/listPage.ts";
import { address } from "../../../edition/address.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import type { Words } from "../../../i18n/wordTypes.ts";
import { useWords } from "../../../i18n/words.ts";
import { type Job, useJob } from "../../../device/kept/jobs.ts";
import { drop, keep, pause } from "./keep.ts";
import { readRecord } from "../../../device/kept/records.ts";
import { freeSpace } from "../../../device/kept/room.ts";
import { Status } from "../../../ui/Status.tsx";
import { inSite, listPath } from "#content/paths.ts";
import { editionPages } from "./editionPages.ts";
import { type ListRef, listStories } from "./listStories.ts";

export type KeepPanelProps = { list: ListPage; title: string; onClose: () => void };

/** The size of a list, the progress of keeping it, and buttons to start, pause or remove it. Closing the panel stops nothing. */
export function KeepPanel({ list, title, onClose }: KeepPanelProps) {
  const words = useWords();
  const id = keptListId(list);
  const running = useJob(id);
  const [before, setBefore] = useState<Job>();
  const [room, setRoom] = useState<number>();
  useEffect(() => {
    void freeSpace().then(setRoom);
    void readRecord(id).then(
      (record) => record && setBefore({ state: record.whole ? "whole" : "paused", done: record.stories.length, total: record.total }),
      () => {},
    );
  }, [id]);
  const job = running ?? before;
  const done = list.kind === "latest" ? words.keepEditionDone : words.keepDone;
  const count = list.count ?? 0;
  const start = () => void keepList({ ...list, count });
  const remove = () => void drop(id).then(() => setBefore(undefined));
  return (
    <Dialog title={title} className="keep" onClose={onClose}>
      <p>{list.kind === "latest" ? words.keepEditionIntro : words.keepIntro}</p>
      <p>
        <b>{list.bytes === undefined ? words.stories(count) : words.keepSize(words.stories(count), words.size(list.bytes))}</b>
      </p>
      {room !== undefined && <p className="hint">{roomText(room, count, list.bytes)}</p>}
      {job && <KeepProgress job={job} done={done} />}
      <Status className="unseen">{running && announcementOf(running, done, words)}</Status>
      <div className="bar">
        {job?.state !== "running" && job?.state !== "whole" && (
          <button className="button" type="button" onClick={start}>
            {job ? words.keepResume : words.keepStart}
          </button>
        )}
        {job?.state === "running" && (
          <button className="button quiet" type="button" onClick={() => pause(id)}>
            {words.pause}
          </button>
        )}
        {job && job.state !== "running" && (
          <button className="button quiet" type="button" onClick={remove}>
            {words.keepRemove}
          </button>
        )}
      </div>
    </Dialog>
  );

  function roomText(free: number, stories: number, bytes: number | undefined): string {
    if (bytes === undefined || bytes <= free) return words.keepRoom(words.size(free));
    return words.keepNewest(words.stories(Math.floor((stories * free) / bytes)));
  }
}

/** Only the beginning and the end are announced: announcements of each story would interrupt one another. */
function announcementOf({ state }: Job, done: string, words: Words): string {
  return { running: words.keepBegun, whole: done, failed: words.keepFailed, paused: "", full: words.keepFailed }[state];
}

function KeepProgress({ job, done }: { job: Job; done: string }) {
  const words = useWords();
  return (
    <div>
      <progress value={job.done} max={job.total} aria-label={words.keepOf(words.number(job.done), words.number(job.total))} />
      <p>
        {job.state === "whole" ? done : words.keepOf(words.number(job.done), words.number(job.total))}
        {job.state === "failed" && ` ${words.keepFailed}`}
      </p>
    </div>
  );
}

/** The id of a kept list: the path of its page on the site. */
const keptListId = ({ kind, slug }: ListRef): string => inSite(address().prefix, listPath(kind, slug));

/** Stores all stories of a list on the device, newest first; for the whole edition, all its other pages too. */
function keepList(list: ListRef & { name: string; count: number }): Promise<void> {
  const id = keptListId(list);
  return keep(id, list.name, list.count, (signal) => (list.kind === "latest" ? editionPages(signal) : listStories(list, signal)));
}
