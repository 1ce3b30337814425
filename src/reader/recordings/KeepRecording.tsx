import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { dropKept } from "../device/kept/dropKept.ts";
import { readRecord } from "../device/kept/records.ts";
import { roomLeft } from "../device/kept/room.ts";
import { useWords } from "../i18n/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { Status } from "../ui/Status.tsx";
import { keepRecording, keptRecordingId } from "./keepRecording.ts";
import type { Playable } from "./player.ts";

/** Where a recording is: `free` are the bytes that the device has for it, where those are too few. */
type State = { at: "away" | "here" | "failed" } | { at: "running"; bytes: number } | { at: "full"; free: number };

/** Puts a recording on the device, so that it plays without a connection, and says before how large it is. Only where a worker can play it from there. */
export function KeepRecording({ recording, title }: { recording: Playable; title: string }) {
  const words = useWords();
  const { pathname } = useLocation();
  const { url, size = 0 } = recording;
  const id = keptRecordingId(recording);
  const [state, setState] = useState<State>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => {
    let isLeft = false;
    void stateOf(id).then((found) => isLeft || setState(found));
    return () => {
      isLeft = true;
      stop.current?.abort();
    };
  }, [id]);
  if (state === undefined || size === 0 || !url.startsWith("/")) return null;

  const start = async () => {
    const { signal } = (stop.current = new AbortController());
    const free = await roomLeft();
    if (free < size) return setState({ at: "full", free });
    const show = (bytes: number) => setState({ at: "running", bytes });
    show(0);
    try {
      await keepRecording(recording, title, pathname, show, signal);
      setState({ at: "here" });
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
      setState(signal.aborted ? { at: "away" } : isFull ? { at: "full", free: await roomLeft() } : { at: "failed" });
    }
  };
  const onClick = () => {
    if (state.at === "running") stop.current?.abort();
    else if (state.at === "here") void dropKept(id).then(() => setState({ at: "away" }));
    else void start();
  };
  const shown = {
    running: () => `${words.size(state.at === "running" ? state.bytes : 0)} / ${words.size(size)}`,
    here: () => words.onThisDevice,
  };
  return (
    <>
      <button
        className="tool recording-keep"
        type="button"
        aria-pressed={state.at === "here"}
        aria-label={`${words.keepStart}: ${title}, ${words.size(size)}`}
        onClick={onClick}
      >
        <Icon name="download" />
        <span aria-hidden="true">{state.at === "running" || state.at === "here" ? shown[state.at]() : words.size(size)}</span>
      </button>
      <Status className="meta">
        {state.at === "failed" && words.keepFailed}
        {state.at === "full" && words.keepRoom(words.size(state.free))}
      </Status>
    </>
  );
}

/** Undefined where nothing can be kept. */
async function stateOf(id: string): Promise<State | undefined> {
  if (!("caches" in globalThis) || !("indexedDB" in globalThis) || !navigator.serviceWorker) return undefined;
  // Comes as soon as there is one, which on a first visit is after this page.
  await navigator.serviceWorker.ready;
  const record = await readRecord(id).catch(() => undefined);
  return { at: record?.whole ? "here" : "away" };
}
