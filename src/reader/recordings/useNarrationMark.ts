import { useEffect, useEffectEvent, useState } from "react";
import { useLocation } from "react-router";
import * as v from "valibot";
import { decoded } from "#content/decoded.ts";
import { NarrationSchema } from "#content/narration.ts";
import type { SpokenPart } from "#content/spokenParts.ts";
import { fileUrl } from "../edition/address.ts";
import { useSpokenMark } from "../ui/useSpokenMark.ts";
import { timeIn, type Track } from "./trackPlayer.ts";

/** How often the current sentence is looked for, in milliseconds. */
const EVERY = 50;

/** A sentence of a narration, and when it begins, in seconds. */
type Moment = { start: number; part: SpokenPart; sentence: number };

/**
 * While the narration of a story plays, marks the sentence that is being spoken, on the page of that story.
 * @param track undefined marks nothing
 * @returns a function that goes back to the sentence
 */
export function useNarrationMark(track: Track | undefined): () => void {
  const { pathname } = useLocation();
  const { url = "", sentences } = track?.recording ?? {};
  const here = track !== undefined && decoded(pathname) === decoded(track.page);
  const moments = useMoments(sentences);
  const [said, setSaid] = useState<Moment>();
  const look = useEffectEvent(() => {
    const time = timeIn(url);
    setSaid(time === undefined ? undefined : moments.findLast(({ start }) => start <= time));
  });
  useEffect(() => {
    if (!here || moments.length === 0) return;
    const timer = setInterval(() => look(), EVERY);
    return () => clearInterval(timer);
  }, [here, moments]);
  return useSpokenMark(here ? said?.part : undefined, said?.sentence ?? 0);
}

const NONE: Moment[] = [];

/** The sentences of a narration; empty if they do not load, and the recording plays without them. */
function useMoments(file: string | undefined): Moment[] {
  const [found, setFound] = useState<{ file: string; moments: Moment[] }>();
  useEffect(() => {
    if (file === undefined) return;
    const left = new AbortController();
    momentsOf(file, left.signal).then(
      (moments) => setFound({ file, moments }),
      () => {},
    );
    return () => left.abort();
  }, [file]);
  return found && found.file === file ? found.moments : NONE;
}

async function momentsOf(file: string, signal: AbortSignal): Promise<Moment[]> {
  const answer = await fetch(fileUrl(file), { signal });
  return v.parse(NarrationSchema, await answer.json()).flatMap(({ place, sentences }) => {
    const part = { place, sentences: sentences.map(({ text }) => text) };
    return sentences.map(({ start }, sentence) => ({ start, part, sentence }));
  });
}
