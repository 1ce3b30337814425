import type { Image } from "#content/image.ts";
import { Figure } from "./Figure.tsx";

/** A story's lead image, which the browser is asked for first. */
export function Hero({ image }: { image: Image }) {
  return <Figure image={image} className="hero" sizes="(width < 48rem) 100vw, 48rem" first />;
}
