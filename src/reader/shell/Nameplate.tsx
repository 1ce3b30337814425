import { Link } from "react-router";
import { frontPath } from "#content/paths.ts";
import { useWords } from "../words/words.ts";

/** The paper's name, which leads to its front page. It is never translated. */
export function Nameplate({ name }: { name: string }) {
  const words = useWords();
  return (
    <Link className="nameplate" to={frontPath} aria-label={words.frontPageOf(name)} translate="no">
      {name}
    </Link>
  );
}
