import type { Image } from "#content/image.ts";
import { ON_PHONES, Picture } from "../../ui/Picture.tsx";
import { Inlines } from "./Inlines.tsx";
import { usePictureNumber } from "./StoryPictures.ts";
import type { ReactNode } from "react";
import { useHref, useLinkClickHandler } from "react-router";
import { fileUrl } from "../../edition/address.ts";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import "./figure.css";

const IN_TEXT = `${ON_PHONES}, 40rem`;

type Props = { image: Image; className?: string; sizes?: string; first?: boolean; lang?: string | undefined };

/** A picture with its caption and credit. In a story it has a number, and links to the enlarged picture. */
export function Figure({ image, className, sizes = IN_TEXT, first = false, lang }: Props) {
  const number = usePictureNumber(image);
  // Only the lead is cropped. In pages, all others are fitted into a box, in whose middle they belong.
  const shown = first ? image : { ...image, focus: undefined };
  const picture = <Picture picture={shown} alt={image.alt} sizes={sizes} first={first} />;
  return (
    <figure className={className} id={number === undefined ? undefined : `image-${number}`} lang={lang}>
      {number === undefined ? (
        picture
      ) : (
        <PictureLink image={image} number={number}>
          {picture}
        </PictureLink>
      )}
      {(image.caption || image.credit) && (
        <figcaption>
          {image.caption && <Inlines of={image.caption} />} {image.credit && <small>{image.credit}</small>}
        </figcaption>
      )}
    </figure>
  );
}

type LinkProps = { image: Image; number: number; children: ReactNode };

/**
 * Links a picture to its own address in the page, where the viewer enlarges it.
 * Without JavaScript it links to the file.
 */
function PictureLink({ image, number, children }: LinkProps) {
  const words = useWords();
  const { ours } = useLanguages();
  const hydrated = useHydrated();
  const href = useHref(`#image-${number}`);
  const open = useLinkClickHandler(`#image-${number}`, { preventScrollReset: true, state: { opened: true } });
  return (
    <a
      className="picture-link"
      href={hydrated ? href : fileUrl(image.url)}
      onClick={open}
      {...(image.alt === "" && { lang: ours.lang, "aria-label": words.enlarge })}
    >
      {children}
    </a>
  );
}
