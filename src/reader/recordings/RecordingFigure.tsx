import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import type { BlockOf } from "#content/blocks/block.ts";
import type { Recording } from "#content/recording.ts";
import { clockTime } from "#content/transcript.ts";
import { fileUrl, pageUrl } from "../edition/address.ts";
import { useEdition } from "../edition/EditionContext.ts";
import { withLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { useLanguages } from "../i18n/TextLanguage.ts";
import { useWords } from "../i18n/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { KeepRecording } from "./KeepRecording.tsx";
import { currentTrack, pauseTrack, type Playable, startTrack, stopTrack, timeIn, type Track, usePlace, usePlayer } from "./trackPlayer.ts";
import { setPlaying } from "./playing.ts";
import { useRecordingWords } from "./recordingWords.ts";
import { type Moments, Chapters, Transcript } from "./Transcript.tsx";

type Props = {
  block: (BlockOf<"audio"> & Playable) | BlockOf<"video">;
  /** For a story's own recording: the address of the podcast that it is an episode of; undefined if it is the story read aloud. */
  podcast?: string | undefined;
  /** Its caption. */
  children?: ReactNode;
};

/** A sound or a film with its transcript. Without JavaScript the browser's own player plays it; nothing is loaded before. */
export function RecordingFigure({ block, children, ...rest }: Props) {
  const words = useRecordingWords();
  const { ours, theirs } = useLanguages();
  const { title, credit, url, mediaType } = block;
  const name =
    title || ("podcast" in rest && rest.podcast === undefined ? words.readAloud : block.type === "video" ? words.film : words.recording);
  return (
    <figure className="rare recording" {...ours}>
      {block.type === "video" ? <Film film={block} name={name} /> : <Sound sound={block} name={name} />}
      {mediaType === HLS && (
        <p>
          <a href={fileUrl(url)}>{words.openFile}</a>
        </p>
      )}
      {rest.podcast !== undefined && (
        <p>
          <a href={pageUrl(rest.podcast)}>{words.subscribe}</a>
        </p>
      )}
      {(children || credit) && (
        <figcaption {...theirs}>
          {children} {credit && <small>{credit}</small>}
        </figcaption>
      )}
    </figure>
  );
}

/** Not every browser plays HTTP Live Streaming. */
const HLS = "application/vnd.apple.mpegurl";

function Sound({ sound, name }: { sound: Playable; name: string }) {
  const { theirs } = useLanguages();
  const { pathname } = useLocation();
  const media = useRef<HTMLAudioElement>(null);
  const [hasKeys, setHasKeys] = useState(false);
  // What is already playing continues in the browser's own player.
  useEffect(() => setHasKeys(media.current?.paused ?? true), []);
  const track: Track = { recording: sound, title: name, page: pathname, language: theirs };
  const moments: Moments = {
    now: () => timeIn(sound.url) ?? (media.current?.paused === false ? media.current.currentTime : undefined),
    goTo: (time) => (hasKeys ? playTrack(track, time) : playFrom(media, time)),
  };
  return (
    <>
      <p className="recording-title">
        <b {...(sound.title && theirs)}>{name}</b>
        {sound.duration !== undefined && <span className="meta">{clockTime(sound.duration)}</span>}
      </p>
      {hasKeys ? <PlayKey track={track} /> : <Native sound={sound} name={name} media={media} />}
      <Chapters of={sound} moments={moments} />
      <Transcript of={sound} moments={moments} />
    </>
  );
}

function Native({ sound, name, media }: { sound: Recording; name: string; media: RefObject<HTMLAudioElement | null> }) {
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- The transcript is below it.
    <audio ref={media} className="recording-bar" controls preload="none" src={fileUrl(sound.url)} aria-label={name}>
      <a href={fileUrl(sound.url)}>{name}</a>
    </audio>
  );
}

/** A button that plays the recording in the small player at the foot of the page, which stays on other pages. */
function PlayKey({ track }: { track: Track }) {
  const words = useWords();
  const recordingWords = useRecordingWords();
  const player = usePlayer();
  const place = usePlace(track.recording.url);
  const mine = player?.track.recording.url === track.recording.url ? player : undefined;
  const playing = mine?.status === "playing";
  return (
    <div className="recording-bar">
      <button
        className="button"
        type="button"
        aria-label={`${playing ? words.pause : words.play}: ${track.title}`}
        onClick={() => (playing ? pauseTrack() : playTrack(track))}
      >
        <Icon name={playing ? "pause" : "play"} />
        {playing ? words.pause : words.play}
      </button>
      {!mine && place > 0 && <span className="meta">{recordingWords.goesOnAt(clockTime(place))}</span>}
      <KeepRecording recording={track.recording} title={track.title} />
    </div>
  );
}

function Film({ film, name }: { film: BlockOf<"video">; name: string }) {
  const words = useRecordingWords();
  const edition = useEdition();
  const { theirs } = useLanguages();
  const media = useRef<HTMLVideoElement>(null);
  const moments: Moments = {
    now: () => (media.current?.paused === false ? media.current.currentTime : undefined),
    goTo: (time) => playFrom(media, time),
  };
  return (
    <>
      {film.title && (
        <p className="recording-title">
          <b {...theirs}>{name}</b>
          {film.duration !== undefined && <span className="meta">{clockTime(film.duration)}</span>}
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- It has those that the story has; a check asks for them. */}
      <video
        ref={media}
        controls
        preload="none"
        playsInline
        src={fileUrl(film.url)}
        aria-label={name}
        width={film.width ?? 640}
        height={film.height ?? 360}
        {...(film.poster !== undefined && { poster: fileUrl(film.poster) })}
      >
        {(film.captions ?? []).map(({ url, language }) => (
          <track
            key={url}
            kind="captions"
            src={fileUrl(url)}
            label={language ?? words.captions}
            srcLang={language ?? theirs.lang ?? edition?.language}
          />
        ))}
        <a href={fileUrl(film.url)}>{name}</a>
      </video>
      {film.size !== undefined && film.url.startsWith("/") && (
        <div className="film-keep needs-script">
          <KeepRecording recording={film} title={name} />
        </div>
      )}
      <Chapters of={film} moments={moments} />
      <Transcript of={film} moments={moments} />
    </>
  );
}

function playFrom({ current }: RefObject<HTMLMediaElement | null>, time: number): void {
  if (!current) return;
  current.currentTime = time;
  // A browser may require another press first: then its own button plays it.
  current.play().catch(() => {});
}

/** Plays a recording, and shows the small player once it has loaded; the sound does not wait for it. A queue shows its own player. */
function playTrack(track: Track, from?: number): void {
  startTrack(track, from);
  if (currentTrack()?.follower) return;
  withLazyStyles(import("./RecordingDock.tsx")).then(
    ({ RecordingDock }) => {
      const current = currentTrack();
      if (current && !current.follower) setPlaying({ Dock: RecordingDock, stop: stopTrack });
    },
    () => {},
  );
}
