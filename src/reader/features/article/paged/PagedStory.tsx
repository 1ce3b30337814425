import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { decoded } from "#content/decoded.ts";
import { useWords } from "../../../i18n/words.ts";
import { entryKey, recall, remember } from "../../../navigation/historyEntry.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { usePagedWords } from "./pagedWords.ts";
import { firstBelow, placedAt, placeOf } from "./anchor.ts";
import { makePager, type PageNumber, type Pager } from "./pager.ts";
import { listenToInput } from "./turning.ts";

type Props = {
  /** "eink" is black on white, without motion. */
  look: "pages" | "eink";
  /** Called when the reader wants to scroll again. */
  onLeave: () => void;
};

const storyShown = () => document.querySelector<HTMLElement>("main > .story");

/** Shows the story in pages, with a bar below it to turn them. */
export function PagedStory({ look, onLeave }: Props) {
  const words = usePagedWords();
  const { key, hash } = useLocation();
  const [{ page, count }, setNumber] = useState<PageNumber>({ page: 1, count: 1 });
  const pager = useRef<Pager>(undefined);
  useLayoutEffect(() => {
    const story = storyShown();
    if (!story) return;
    const { dataset } = document.documentElement;
    const { place } = recall(String(entryKey()));
    // The reader's position must be read before the story is laid out in columns.
    const begin = place ? placedAt(story, place) : scrollY < innerHeight / 2 ? undefined : firstBelow(story);
    dataset["pages"] = look;
    const made = makePager(story, begin, {
      onPage: setNumber,
      onPlace: (placed) => remember(String(entryKey()), { place: placed && placeOf(story, placed) }),
    });
    pager.current = made;
    const stopListening = listenToInput(story, made);
    return () => {
      stopListening();
      delete dataset["pages"];
      made.stop();
    };
  }, [look]);
  useEffect(() => {
    const { place } = recall(key);
    const story = storyShown();
    // Back leads to the page the reader was on, any other navigation to the target: the router only scrolls, and turns no page.
    const target = place && story ? placedAt(story, place) : document.getElementById(decoded(hash.slice(1).replace(/:~:.*$/u, "")));
    if (target instanceof Range || target?.closest("main > .story")) pager.current?.turnTo(target);
  }, [key, hash]);
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
      <ToolsToggle />
    </div>
  );
}

/** Shows or hides the story's tools above the bar. Their shortcuts work either way. */
function ToolsToggle() {
  const { storyTools } = useWords();
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const tools = storyShown()?.querySelector<HTMLElement>(":scope > .actions");
    if (!tools) return;
    tools.inert = !isOpen;
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !isOpen || document.querySelector("dialog[open]")) return;
      setOpen(false);
      toggle.current?.focus({ preventScroll: true });
    };
    document.addEventListener("keydown", onKey);
    if (isOpen) tools.querySelector("button")?.focus({ preventScroll: true });
    return () => {
      tools.inert = false;
      document.removeEventListener("keydown", onKey);
    };
  }, [isOpen]);
  return (
    <button ref={toggle} className="tool tools-toggle" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
      <Icon name="menu" />
      <span>{storyTools}</span>
    </button>
  );
}

type TurnProps = { name: string; icon: "left" | "right"; isOff: boolean; onPress: () => void };

/** Not `disabled` on the first or last page, so that it keeps focus. */
function TurnButton({ name, icon, isOff, onPress }: TurnProps) {
  return (
    <button className="tool" type="button" aria-label={name} title={name} aria-disabled={isOff} onClick={onPress}>
      <Icon name={icon} turns />
    </button>
  );
}
