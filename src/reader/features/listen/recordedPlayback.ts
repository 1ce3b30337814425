import type { Article } from "#content/article.ts";
import { articlePath } from "#content/paths.ts";
import { languageOf } from "../../i18n/languageOf.ts";
import {
  currentTrack,
  type Follower,
  pauseTrack,
  skipBack,
  skipForward,
  startTrack,
  stopTrack,
  timeIn,
} from "../../recordings/trackPlayer.ts";
import type { PlaybackHost } from "./playerState.ts";

/** How long a recording may take to start, in milliseconds. */
const LATE = 20_000;

/** Plays a story's own recording with the player of all recordings, which keeps place and speed, and whose state the story's page shows. */
export class RecordedPlayback {
  readonly #host: PlaybackHost;
  readonly #follower: Follower;
  #late: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PlaybackHost) {
    this.#host = host;
    this.#follower = { changed: (status) => this.#hear(status), end: () => host.end() };
  }

  /** Plays it from a time, in seconds, or from where it was left. */
  open(article: Article, recording: NonNullable<Article["audio"]>, time: number | undefined): void {
    const state = this.#host.state();
    if (!state) return;
    const { headline, slug } = article;
    const track = {
      recording,
      title: recording.title ?? headline,
      page: articlePath(slug),
      language: languageOf(article),
      follower: this.#follower,
    };
    this.#host.show({ ...state, recording: track, status: "loading" });
    // A recording that its page is playing continues here.
    if (currentTrack()) stopTrack();
    this.#late = setTimeout(() => this.#isMine() && this.#fail(), LATE);
    startTrack(track, time);
  }

  play(): void {
    const track = this.#host.state()?.recording;
    if (track) startTrack(track);
  }

  /** Shows the pause without waiting for the element's event, which comes too late when the page is closing. */
  pause(): void {
    if (this.#isMine()) pauseTrack();
    this.#hear("paused");
  }

  cancel(): void {
    clearTimeout(this.#late);
    if (this.#isMine()) stopTrack();
  }

  skip(step: 1 | -1): void {
    if (!this.#isMine()) return;
    if (step < 0) skipBack();
    else skipForward();
  }

  #hear(status: Parameters<Follower["changed"]>[0]): void {
    clearTimeout(this.#late);
    const state = this.#host.state();
    if (!state?.recording) return;
    if (status === "failed") return this.#fail();
    this.#host.show({ ...state, status, time: timeIn(state.recording.recording.url) ?? state.time });
  }

  #fail(): void {
    const { recording, time } = this.#host.state() ?? {};
    if (!recording) return;
    const { url, kind, duration } = recording.recording;
    const share = kind === "narration" && duration ? (timeIn(url) ?? time ?? 0) / duration : 0;
    this.cancel();
    this.#host.recordingFailed(share);
  }

  /** Whether the player of recordings still plays for this one: another page may have taken it over. */
  #isMine(): boolean {
    return currentTrack()?.follower === this.#follower;
  }
}
