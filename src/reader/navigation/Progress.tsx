import { useNavigation } from "react-router";
import { useWords } from "../i18n/words.ts";
import "./progress.css";

/** A thin bar while the next page is loading. The old page stays until then. Nothing is shown for the first 300 ms. */
export function Progress() {
  const words = useWords();
  const { state } = useNavigation();
  if (state === "idle") return null;
  return <div className="progress" role="progressbar" aria-label={words.loading} />;
}
