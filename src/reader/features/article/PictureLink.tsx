import type { ReactNode } from "react";
import { useHref, useLinkClickHandler } from "react-router";
import type { Image } from "#content/image.ts";
import { fileUrl } from "../../edition/address.ts";
import { useHydrated } from "../../hydration/useHydrated.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";

type Props = { image: Image; number: number; children: ReactNode };

/**
 * Leads from a picture to the picture alone: to its own address in the page, where
 * the viewer shows it large. Without a script it leads to the file.
 */
export function PictureLink({ image, number, children }: Props) {
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
