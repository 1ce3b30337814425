import { useLibraryWords } from "../../data/libraryWords.ts";
import { useTrouble } from "../../data/library/useLibrary.ts";
import { Status } from "../../ui/Status.tsx";
import "../../ui/correction.css";

/** Says that the library does not last, and why. */
export function TroubleNotice() {
  const own = useLibraryWords();
  const trouble = useTrouble();
  return <Status>{trouble && <p className="correction">{own.trouble[trouble]}</p>}</Status>;
}
