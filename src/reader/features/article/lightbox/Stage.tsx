import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Image } from "#content/image.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Picture } from "../../../ui/Picture.tsx";
import { useWords } from "../../../i18n/words.ts";

/** A point in a picture, as fractions of its width and height. */
type Spot = { x: number; y: number };

const CENTRE: Spot = { x: 0.5, y: 0.5 };

/** The picture itself, fitted to the window. If its file is larger, it can be magnified to its actual size and scrolled. */
export function Stage({ image }: { image: Image }) {
  const words = useWords();
  const stage = useRef<HTMLDivElement>(null);
  const width = Math.max(image.width, ...image.sources.map((source) => source.width));
  const [more, setMore] = useState(false);
  const [spot, setSpot] = useState<Spot>();

  useEffect(() => {
    const measure = () => {
      const shown = stage.current?.querySelector("img");
      if (shown && !spot) setMore(shown.clientWidth > 0 && width > shown.clientWidth + 1);
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [width, spot]);
  useLayoutEffect(() => {
    const box = stage.current;
    if (box && spot) box.scrollTo(spot.x * box.scrollWidth - box.clientWidth / 2, spot.y * box.scrollHeight - box.clientHeight / 2);
  }, [spot]);

  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLImageElement)) return;
    if (spot) setSpot(undefined);
    else if (more) setSpot(spotOf(event, event.target));
  };
  return (
    <>
      {(more || spot) && (
        <button
          className="tool lightbox-size"
          type="button"
          aria-label={spot ? words.fitToWindow : words.actualSize}
          onClick={() => setSpot(spot ? undefined : CENTRE)}
        >
          <Icon name={spot ? "shrink" : "grow"} />
        </button>
      )}
      {/* The button does the same as the click. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        ref={stage}
        className={spot ? "stage magnified" : more ? "stage more" : "stage"}
        onClick={onClick}
        {...(spot && { tabIndex: 0, role: "group", "aria-label": words.actualSize })}
      >
        <div style={spot && { inlineSize: `${width}px` }}>
          <Picture picture={image} alt={image.alt} sizes={spot ? `${width}px` : "100vw"} first />
        </div>
      </div>
    </>
  );
}

function spotOf({ clientX, clientY }: MouseEvent, picture: HTMLImageElement): Spot {
  const { left, top, width, height } = picture.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}
