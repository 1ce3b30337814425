import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { decoded } from "#content/decoded.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { usePagedWords } from "./pagedWords.ts";
import { firstBelow } from "./anchor.ts";
import { makePager, type PageNumber, type Pager } from "./pager.ts";
import { listenToInput } from "./turning.ts";

type Props = {
  /** "eink" is black on white, and nothing moves. */
  look: "pages" | "eink";
  /** What the reader can set while they turn pages. */
  tools: ReactNode;
  /** Called when the reader wants to scroll again. */
  onLeave: () => void;
};

/** Shows the story of the page in pages that are turned, and the bar to do so below it. */
export function PagedStory({ look, tools, onLeave }: Props) {
  const words = usePagedWords();
  const { hash } = useLocation();
  const [{ page, count }, setNumber] = useState<PageNumber>({ page: 1, count: 1 });
  const pager = useRef<Pager>(undefined);
  useLayoutEffect(() => {
    const story = document.querySelector<HTMLElement>("main > .story");
    if (!story) return;
    const { dataset } = document.documentElement;
    // Before it is set in columns: where the reader is.
    const begin = scrollY < innerHeight / 2 ? undefined : firstBelow(story);
    dataset["pages"] = look;
    const made = makePager(story, begin, setNumber);
    pager.current = made;
    const stopListening = listenToInput(story, made);
    return () => {
      stopListening();
      delete dataset["pages"];
      made.stop();
    };
  }, [look]);
  useEffect(() => {
    const target = document.getElementById(decoded(hash.slice(1).split(":~:")[0] ?? ""));
    // The router has scrolled to it, as far as it goes.
    if (target?.closest("main > .story")) pager.current?.bring(target);
  }, [hash]);
  return (
    <div className="pages-bar" role="group" aria-label={words.pages}>
      <button className="tool" type="button" onClick={onLeave}>
        <Icon name="close" />
        <span>{words.leave}</span>
      </button>
      <div className="turning">
        <TurnButton name={words.previous} icon="left" isOff={page === 1} onPress={() => pager.current?.turn(-1)} />
        <p role="status">{words.pageOf(page, count)}</p>
        <TurnButton name={words.next} icon="right" isOff={page === count} onPress={() => pager.current?.turn(1)} />
      </div>
      {tools}
    </div>
  );
}

type TurnProps = { name: string; icon: "left" | "right"; isOff: boolean; onPress: () => void };

/** It stays a button at the end, so that the focus stays on it. */
function TurnButton({ name, icon, isOff, onPress }: TurnProps) {
  return (
    <button className="tool" type="button" aria-label={name} title={name} aria-disabled={isOff} onClick={onPress}>
      <Icon name={icon} turns />
    </button>
  );
}
