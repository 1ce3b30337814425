import type { Image } from "#content/image.ts";
import { ON_PHONES } from "../../ui/Picture.tsx";
import { Figure } from "./Figure.tsx";

/** A story's lead image, which is loaded with high priority. */
export function Hero({ image }: { image: Image }) {
  return <Figure image={image} className="hero" sizes={`${ON_PHONES}, min(88vw, 48rem)`} first />;
}
