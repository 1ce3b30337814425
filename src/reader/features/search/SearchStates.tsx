import { useEffect, useState } from "react";
import { reloadPage } from "../../data/reloadPage.ts";
import { useOnline } from "../../device/useOnline.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import "../../ui/button.css";
import "../../ui/skeleton.css";

/** How long to wait before showing a skeleton, in milliseconds: before a quicker answer it would only flash. */
const PATIENCE = 400;

export function SearchSkeleton() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="waiting">
      {[1, 2, 3].map((row) => (
        <div key={row} className="skeleton">
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}

/**
 * Says that the search failed, with a button to try again. If it fails again, some of its code may have been removed
 * from the server with its version: then the page of this search is loaded, with the current version.
 * @param page the address of the page of this search
 */
export function SearchFailed({ refetch, page }: { refetch: () => Promise<{ error: unknown }>; page: string }) {
  const words = useSearchWords();
  const retry = async () => {
    const { error } = await refetch();
    if (error) await reloadPage(page);
  };
  const online = useOnline();
  return (
    <div className="none">
      <h2>{words.searchFailedTitle}</h2>
      <p>{online ? words.searchFailedText : words.searchOffline}</p>
      <button className="button" type="button" onClick={() => void retry()}>
        <Icon name="again" />
        {words.tryAgain}
      </button>
    </div>
  );
}
