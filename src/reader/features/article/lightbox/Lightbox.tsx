import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { Inlines } from "../Inlines.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWords } from "../../../i18n/words.ts";
import type { LightboxProps } from "./lightboxProps.ts";
import { Stage } from "./Stage.tsx";
import { useSwipe } from "./useSwipe.ts";
import "../../../ui/button.css";

/** One picture of a story across the whole window, with its caption and buttons for the others. */
export function Lightbox({ article, pictures, place, onTurn, onClose }: LightboxProps) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const image = pictures[place];
  const many = pictures.length > 1;
  const [turned, setTurned] = useState(false);
  const step = (by: 1 | -1) => {
    setTurned(true);
    onTurn((place + by + pictures.length) % pictures.length);
  };
  const swipe = useSwipe((by) => many && step(by));
  const number = useRef(place);
  useLayoutEffect(() => {
    number.current = place;
  }, [place]);
  useLayoutEffect(() => (dialog.current ? opened(dialog.current, () => number.current) : undefined), []);
  const onKeyDown = (event: KeyboardEvent<HTMLDialogElement>) => {
    const by = arrow(event);
    if (by !== undefined && many) step(by);
  };
  if (!image) return null;
  return (
    <dialog
      ref={dialog}
      className={many ? "lightbox many" : "lightbox"}
      data-theme="dark"
      aria-label={words.pictureOf(place + 1, pictures.length)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={onKeyDown}
      {...swipe}
    >
      <Count text={words.pictureOf(place + 1, pictures.length)} isAnnounced={turned} />
      <button className="tool lightbox-close" type="button" aria-label={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
      <Stage key={place} image={image} />
      {many && (
        <>
          <button className="tool lightbox-previous" type="button" aria-label={words.previousPicture} onClick={() => step(-1)}>
            <Icon name="left" turns />
          </button>
          <button className="tool lightbox-next" type="button" aria-label={words.nextPicture} onClick={() => step(1)}>
            <Icon name="right" turns />
          </button>
        </>
      )}
      {(image.caption || image.credit) && (
        <p className="lightbox-caption" lang={article.inLanguage} dir={article.direction}>
          {image.caption && <Inlines of={image.caption} />} {image.credit && <small>{image.credit}</small>}
        </p>
      )}
    </dialog>
  );
}

/** Which picture it is. The dialog's name announces the first one, the live region every one after that. */
function Count({ text, isAnnounced }: { text: string; isAnnounced: boolean }) {
  return (
    <>
      <p className="lightbox-count" aria-hidden="true">
        {text}
      </p>
      <p className="unseen" role="status">
        {isAnnounced && text}
      </p>
    </>
  );
}

/** Opens the dialog. @returns a function that closes it: the platform restores focus; if nothing had it before, the picture gets it */
function opened(dialog: HTMLDialogElement, place: () => number): () => void {
  dialog.showModal();
  return () => {
    dialog.close();
    const { activeElement } = document;
    if (activeElement !== document.body && !dialog.contains(activeElement)) return;
    document.querySelector<HTMLElement>(`#image-${place() + 1} > a`)?.focus({ preventScroll: true });
  };
}

/** The direction of an arrow key. In a magnified picture the arrow keys scroll instead. */
function arrow({ key, target, currentTarget }: KeyboardEvent<HTMLElement>): 1 | -1 | undefined {
  if (target instanceof Element && target.matches(".stage.magnified")) return undefined;
  const forward = getComputedStyle(currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === forward) return 1;
  return key === "ArrowLeft" || key === "ArrowRight" ? -1 : undefined;
}
