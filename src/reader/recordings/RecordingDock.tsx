import { useId } from "react";
import { clockTime } from "#content/transcript.ts";
import { useEdition } from "../edition/EditionContext.ts";
import { useWords } from "../i18n/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import { Status } from "../ui/Status.tsx";
import { goOn, pauseTrack, type PlayerState, RATES, seek, setRate, skipBack, skipOn, stopTrack, usePlayer } from "./player.ts";
import { useRecordingWords } from "./recordingWords.ts";
import { useMediaSession } from "./useMediaSession.ts";
import { useNarrationMark } from "./useNarrationMark.ts";
import "../ui/button.css";
import "../styles/forms.css";

/** The small player of recordings. It stays while pages change. */
export function RecordingDock() {
  const state = usePlayer();
  return state && <Dock state={state} />;
}

function Dock({ state }: { state: PlayerState }) {
  const words = useRecordingWords();
  const edition = useEdition();
  const { track, status, time, duration } = state;
  useMediaSession(state, edition?.name ?? "");
  useNarrationMark(state);
  const chapter = track.recording.chapters?.findLast(({ start }) => start <= time);
  return (
    <section className="player recording-dock" aria-label={words.recording}>
      <p className="player-title" {...track.language}>
        <PageLink to={track.page}>{track.title}</PageLink>
      </p>
      <button className="tool" type="button" aria-label={words.stop} onClick={stop}>
        <Icon name="close" />
      </button>
      <Place time={time} duration={duration} />
      <div className="meta">
        <Status>{status === "failed" && words.failed}</Status>
        <span dir="ltr">{duration > 0 ? `${clockTime(time)} / ${clockTime(duration)}` : clockTime(time)}</span>
        {chapter && <span {...track.language}> · {chapter.title}</span>}
      </div>
      <Keys state={state} />
    </section>
  );
}

/** The player takes the focus with it when it goes, so it is given back first. */
function stop(): void {
  const back = document.querySelector<HTMLElement>(".recording-bar button") ?? document.querySelector("h1");
  back?.focus({ preventScroll: true });
  stopTrack();
}

function Place({ time, duration }: { time: number; duration: number }) {
  const words = useRecordingWords();
  const most = Math.max(1, Math.ceil(duration));
  return (
    <input
      className="recording-place"
      type="range"
      min={0}
      max={most}
      step={1}
      value={Math.min(Math.floor(time), most)}
      aria-label={words.place}
      aria-valuetext={words.placeOf(clockTime(time), clockTime(duration))}
      onChange={({ target }) => seek(Number(target.value))}
    />
  );
}

function Keys({ state: { track, status, time, rate } }: { state: PlayerState }) {
  const every = useWords();
  const words = useRecordingWords();
  const id = useId();
  const { chapters = [] } = track.recording;
  const playing = status === "playing";
  const chapter = chapters.findLastIndex(({ start }) => start <= time);
  return (
    <div className="player-keys">
      <button className="tool" type="button" aria-label={words.back} onClick={skipBack}>
        <span aria-hidden="true">−15</span>
      </button>
      <button className="tool" type="button" aria-label={playing ? every.pause : every.play} onClick={playing ? pauseTrack : goOn}>
        <Icon name={playing ? "pause" : "play"} turns={!playing} />
      </button>
      <button className="tool" type="button" aria-label={words.on} onClick={skipOn}>
        <span aria-hidden="true">+30</span>
      </button>
      <label className="unseen" htmlFor={`${id}rate`}>
        {every.speed}
      </label>
      <select id={`${id}rate`} value={rate} onChange={({ target }) => setRate(Number(target.value))}>
        {RATES.map((one) => (
          <option key={one} value={one}>
            {`${every.number(one)}×`}
          </option>
        ))}
      </select>
      {chapters.length > 1 && (
        <>
          <label className="unseen" htmlFor={`${id}chapter`}>
            {words.chapters}
          </label>
          <select id={`${id}chapter`} value={chapter} onChange={({ target }) => seek(chapters[Number(target.value)]?.start ?? 0)}>
            {chapter < 0 && <option value={-1}>{words.chapters}</option>}
            {chapters.map(({ start, title }, at) => (
              <option key={start} value={at}>
                {title}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}
