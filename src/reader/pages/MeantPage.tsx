import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import { decoded } from "#content/decoded.ts";
import { meantPath } from "#content/meantPath.ts";
import { searchPath } from "#content/paths.ts";
import { useMoreWords } from "../data/libraryWords.ts";
import { pageUrl } from "../edition/address.ts";
import { PageLink } from "../ui/PageLink.tsx";

/** Part of the 404 page: goes to the page that was probably meant, or links to a search for the words of the address. */
export function MeantPage() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const more = useMoreWords();
  const meant = meantPath(pathname);
  useEffect(() => {
    if (meant === undefined) return;
    const ending = new AbortController();
    fetch(pageUrl(meant), { method: "HEAD", signal: ending.signal }).then(
      ({ ok }) => ok && void navigate(meant + search, { replace: true }),
      // Without a connection the page says what it says.
      () => {},
    );
    return () => ending.abort();
  }, [meant, search, navigate]);
  const words = wordsOf(pathname);
  if (!more || words === "") return null;
  return (
    <PageLink className="more-link" to={`${searchPath}?${new URLSearchParams({ q: words })}`}>
      {more.search.searchTitle(words)}
    </PageLink>
  );
}

/** The words of the last part of a path: "no such story" of /article/no-such-story. */
const wordsOf = (path: string): string =>
  decoded(path.split("/").findLast((part) => part !== "") ?? "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .join(" ")
    .trim();
