import { type MouseEvent, useEffect, useEffectEvent, useRef } from "react";
import type { Recording } from "#content/recording.ts";
import { clockTime, turnsOf } from "#content/transcript.ts";
import { fileUrl } from "../edition/address.ts";
import { useLanguages } from "../i18n/TextLanguage.ts";
import { useRecordingWords } from "./recordingWords.ts";

/** The position in a recording, in seconds, undefined while it does not play; and how to play it from another position. */
export type Moments = { now: () => number | undefined; goTo: (time: number) => void };

type Props = { of: Recording; moments: Moments };

/** The chapters of a recording. Without JavaScript each links to its place in the file. */
export function Chapters({ of: { url, chapters = [] }, moments }: Props) {
  const words = useRecordingWords();
  const { theirs } = useLanguages();
  if (chapters.length === 0) return null;
  return (
    <details>
      <summary>{words.chapters}</summary>
      <ol role="list" className="recording-chapters">
        {chapters.map(({ start, title }) => (
          <li key={start}>
            <TimeLink url={url} time={start} goTo={moments.goTo} /> <span {...theirs}>{title}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** How often the current cue is looked for, in milliseconds. */
const EVERY = 100;

/** The transcript of a recording. The current cue is marked, and a press on a cue plays it. */
export function Transcript({ of: { url, transcript = [] }, moments }: Props) {
  const words = useRecordingWords();
  const { theirs } = useLanguages();
  const box = useRef<HTMLDivElement>(null);
  useCurrentCue(
    box,
    transcript.some(({ start }) => start !== undefined),
    moments,
  );
  if (transcript.length === 0) return null;
  return (
    <details>
      <summary>{words.transcript}</summary>
      <div ref={box} className="recording-transcript" role="group" aria-label={words.transcript} tabIndex={0} {...theirs}>
        {turnsOf(transcript).map(({ speaker, cues }, at) => (
          <p key={at}>
            {cues[0]?.start !== undefined && <TimeLink url={url} time={cues[0].start} goTo={moments.goTo} />}{" "}
            {speaker !== undefined && <b>{speaker}: </b>}
            {cues.map(({ start, text }, place) => (
              <span key={place} data-start={start}>
                {text}{" "}
              </span>
            ))}
          </p>
        ))}
      </div>
    </details>
  );
}

function TimeLink({ url, time, goTo }: { url: string; time: number; goTo: Moments["goTo"] }) {
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    goTo(time);
  };
  return (
    <a className="recording-time" dir="ltr" href={`${fileUrl(url)}#t=${Math.floor(time)}`} onClick={onClick}>
      {clockTime(time)}
    </a>
  );
}

/**
 * Marks the current cue, and keeps it in view within its own box, so that the page stays where the reader is. A press on
 * another cue plays that; keyboard users have the links of the times.
 */
function useCurrentCue(box: { current: HTMLElement | null }, isTimed: boolean, { now, goTo }: Moments): void {
  const marked = useRef<Element>(undefined);
  const mark = useEffectEvent(() => {
    const element = box.current;
    const time = element?.closest("details")?.open ? now() : undefined;
    const cues = element && time !== undefined ? [...element.querySelectorAll<HTMLElement>("[data-start]")] : [];
    const current = cues.findLast(({ dataset }) => Number(dataset["start"]) <= (time ?? 0));
    if (current === marked.current) return;
    marked.current?.removeAttribute("data-here");
    current?.setAttribute("data-here", "");
    marked.current = current;
    if (current) element?.scrollTo({ top: current.offsetTop - element.clientHeight / 3 });
  });
  const onPress = useEffectEvent(({ target }: Event) => {
    const start = target instanceof HTMLElement ? target.dataset["start"] : undefined;
    if (start !== undefined && getSelection()?.isCollapsed !== false) goTo(Number(start));
  });
  useEffect(() => {
    if (!isTimed) return;
    const element = box.current;
    const timer = setInterval(() => mark(), EVERY);
    const press = (event: Event) => onPress(event);
    element?.addEventListener("click", press);
    return () => {
      clearInterval(timer);
      element?.removeEventListener("click", press);
    };
  }, [box, isTimed]);
}
