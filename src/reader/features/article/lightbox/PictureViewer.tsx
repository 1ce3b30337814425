import { type ComponentType, useEffect, useMemo, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import type { Article } from "#content/article.ts";
import { picturesOf } from "#content/picturesOf.ts";
import { withImport } from "#loading/hydration/lazyImport.ts";
import { withLazyStyles } from "#loading/hydration/lazyStyles.ts";
import type { LightboxProps } from "./lightboxProps.ts";

/**
 * Enlarges the picture that the address names (#image-2) over the page. Its code is
 * loaded with the first picture. Back closes it, as does leaving for an address without the hash.
 */
export function PictureViewer({ article }: { article: Article }) {
  const navigate = useNavigate();
  const { hash, state } = useLocation();
  const pictures = useMemo(() => picturesOf(article), [article]);
  const place = Number(/^#image-(\d+)$/u.exec(hash)?.[1] ?? 0) - 1;
  const wanted = pictures[place] !== undefined;
  /** The element to scroll to after closing: a reader who opened a picture's own address has no page to go back to. */
  const scrollTarget = useRef<string>(undefined);
  const [Lightbox, setLightbox] = useState<ComponentType<LightboxProps>>();

  useEffect(() => {
    if (!wanted || Lightbox) return;
    void withImport(
      () => withLazyStyles(import("./Lightbox.tsx")),
      (module) => setLightbox(() => module.Lightbox),
    );
  }, [wanted, Lightbox]);

  useEffect(() => {
    if (!wanted && scrollTarget.current) document.getElementById(scrollTarget.current)?.scrollIntoView({ block: "center" });
    scrollTarget.current = undefined;
  }, [wanted]);

  if (!Lightbox || !wanted) return null;
  const turn = (to: number) => void navigate(`#image-${to + 1}`, { replace: true, preventScrollReset: true, state });
  const close = () => {
    if (opened(state)) return void navigate(-1);
    scrollTarget.current = `image-${place + 1}`;
    void navigate({ hash: "" }, { replace: true, preventScrollReset: true });
  };
  return <Lightbox article={article} pictures={pictures} place={place} onTurn={turn} onClose={close} />;
}

function opened(state: unknown): boolean {
  return typeof state === "object" && state !== null && "opened" in state;
}
