import { useEffect, useState } from "react";
import { useOnline } from "../offline/useOnline.ts";
import { Icon } from "../ui/Icon.tsx";
import { useSearchWords } from "../words/search/searchWords.ts";
import "../ui/button.css";
import "../ui/skeleton.css";

/** Milliseconds: what is there sooner needs no stand-in, which would only flash. */
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

export function SearchFailed({ again }: { again: () => void }) {
  const words = useSearchWords();
  const online = useOnline();
  return (
    <div className="none">
      <h2>{words.searchFailedTitle}</h2>
      <p>{online ? words.searchFailedText : words.searchOffline}</p>
      <button className="button" type="button" onClick={again}>
        <Icon name="again" />
        {words.tryAgain}
      </button>
    </div>
  );
}
