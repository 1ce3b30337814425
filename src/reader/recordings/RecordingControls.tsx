import { useId } from "react";
import { clockTime } from "#content/transcript.ts";
import { useWords } from "../i18n/words.ts";
import { type PlayerState, RATES, seek, setRate, SKIP_BACK, SKIP_FORWARD } from "./trackPlayer.ts";
import { useRecordingWords } from "./recordingWords.ts";
import "../ui/button.css";
import "../styles/forms.css";

type Props = { state: PlayerState };

/** The position in the recording, as a slider. */
export function RecordingPlace({ state: { time, duration } }: Props) {
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

/** The position in the recording, as a time, and the current chapter. */
export function RecordingTime({ state: { track, time, duration } }: Props) {
  const chapter = track.recording.chapters?.findLast(({ start }) => start <= time);
  return (
    <>
      <span dir="ltr">{duration > 0 ? `${clockTime(time)} / ${clockTime(duration)}` : clockTime(time)}</span>
      {chapter && <span {...track.language}> · {chapter.title}</span>}
    </>
  );
}

/** Skips back 15 seconds, or forward 30. */
export function SkipKey({ step, waits, press }: { step: 1 | -1; waits?: boolean; press: () => void }) {
  const words = useRecordingWords();
  return (
    <button className="tool" type="button" aria-label={step < 0 ? words.back : words.on} aria-disabled={waits || undefined} onClick={press}>
      <span aria-hidden="true">{step < 0 ? `−${SKIP_BACK}` : `+${SKIP_FORWARD}`}</span>
    </button>
  );
}

/** The playback rate of recordings. It is stored on the device. */
export function RecordingRate({ rate }: { rate: number }) {
  const words = useWords();
  const id = useId();
  return (
    <>
      <label className="unseen" htmlFor={id}>
        {words.speed}
      </label>
      <select id={id} value={rate} onChange={({ target }) => setRate(Number(target.value))}>
        {RATES.map((option) => (
          <option key={option} value={option}>
            {`${words.number(option)}×`}
          </option>
        ))}
      </select>
    </>
  );
}
