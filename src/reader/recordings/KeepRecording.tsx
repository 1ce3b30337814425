import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { dropKept } from "../device/kept/dropKept.ts";
import { showJob, stopJob, useJob } from "../device/kept/jobs.ts";
import { freeSpace } from "../device/kept/room.ts";
import { useWords } from "../i18n/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { Status } from "../ui/Status.tsx";
import { savesData } from "../device/savesData.ts";
import { type Keepable, keepRecording, keptAs, keptRecordingId } from "./keepRecording.ts";

/** The recordings that were updated without being asked for since the page was loaded, or tried. */
const renewed = new Set<string>();

/** Stores a recording on the device to play it offline, after showing its size. Only if a service worker can play it from there. */
export function KeepRecording({ recording, title }: { recording: Keepable; title: string }) {
  const words = useWords();
  const { pathname } = useLocation();
  const { url, size = 0 } = recording;
  const id = keptRecordingId(recording, pathname);
  const job = useJob(id);
  const state = job?.state;
  const [isHere, setIsHere] = useState<boolean>();
  const [free, setFree] = useState<number>();
  useEffect(() => {
    let isLeft = false;
    void onDevice(id, url).then((found) => {
      if (isLeft) return;
      setIsHere(found === undefined ? undefined : found === "here");
      if (found !== "older" || recording.kind !== "narration" || renewed.has(url) || !navigator.onLine || savesData()) return;
      // Its story was narrated again. The old recording stays until the new one is here. The reader did not ask, so failures are not shown.
      renewed.add(url);
      void keepRecording(recording, title, pathname, true);
    });
    if (state === "full") void freeSpace().then((room) => isLeft || setFree(room));
    return () => {
      isLeft = true;
    };
  }, [id, url, state, recording, title, pathname]);
  if (isHere === undefined || size === 0 || !url.startsWith("/")) return null;

  const remove = async () => {
    await dropKept(id);
    showJob(id, undefined);
    setIsHere(false);
  };
  const onClick = () => {
    if (state === "running") void stopJob(id);
    else if (isHere) void remove();
    else void keepRecording(recording, title, pathname);
  };
  const all = words.size(size);
  return (
    <>
      <button
        className="tool recording-keep"
        type="button"
        aria-pressed={isHere}
        aria-label={`${words.keepStart}: ${title}, ${all}`}
        onClick={onClick}
      >
        <Icon name="download" />
        <span aria-hidden="true">
          {job && state === "running" ? `${words.size(job.done)} / ${all}` : isHere ? words.onThisDevice : all}
        </span>
      </button>
      <Status className="meta">
        {state === "failed" && words.keepFailed}
        {state === "full" && free !== undefined && words.keepRoom(words.size(free))}
      </Status>
    </>
  );
}

/** Undefined if nothing can be kept. */
async function onDevice(id: string, url: string): Promise<"here" | "older" | false | undefined> {
  if (!("caches" in globalThis) || !("indexedDB" in globalThis) || !navigator.serviceWorker) return undefined;
  // Resolves once there is a worker, which on a first visit is after the page has loaded.
  await navigator.serviceWorker.ready;
  return (await keptAs(id, url).catch(() => undefined)) ?? false;
}
