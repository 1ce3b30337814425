import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { searchPath } from "#content/paths.ts";
import { pageUrl } from "../../../edition/address.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useSearchWords } from "../../../i18n/searchWords.ts";
import { rememberSearch } from "../recent/recentSearches.ts";
import { useProvider } from "../providerOf.ts";
import { searchAddress } from "../searchAddress.ts";
import { useDebounced } from "../useDebounced.ts";
import { useArrowKeys } from "../useArrowKeys.ts";
import { QuickAnswer } from "./QuickAnswer.tsx";
import "../../../styles/forms.css";
import "../../../ui/button.css";

/** Milliseconds without a key until what was typed is searched for. */
const PAUSE = 120;

/** The search over any page: the best hits while the reader types, and before that what they last searched for. */
export function QuickSearch({ onClose }: { onClose: () => void }) {
  const words = useSearchWords();
  const navigate = useNavigate();
  const [text, setText] = useState(textOfMasthead);
  const typed = text.trim();
  const query = useDebounced(typed, PAUSE);
  const panel = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useOpening();
  useArrowKeys(panel, "leave");
  useEffect(() => {
    // The dialog gives the focus to its first button; here it belongs to the field.
    field.current?.focus();
    emptyMasthead();
  }, []);
  return (
    <Dialog title={words.search} className="quick-search" onClose={onClose}>
      <div ref={panel}>
        <form
          role="search"
          action={pageUrl(searchPath)}
          onSubmit={(event) => {
            event.preventDefault();
            rememberSearch(typed);
            void navigate(searchAddress({ query: typed, filters: {}, sort: "relevance", page: 1 }));
          }}
        >
          <Icon name="search" />
          <input
            ref={field}
            type="search"
            name="q"
            aria-label={words.searchFor}
            autoComplete="off"
            enterKeyHint="search"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </form>
        <QuickAnswer query={query} onSuggestion={setText} />
      </div>
    </Dialog>
  );
}

/** Fetches the code of the search and what every query needs, while the reader thinks of the first letter. */
function useOpening(): void {
  const provider = useProvider();
  const opening = useRef(provider);
  useEffect(() => {
    void opening
      .current()
      .then((search) => search.open())
      // The first query will say so.
      .catch(() => {});
  }, []);
}

const MASTHEAD_FIELD = ".quick input";

/** What was typed into the field of the masthead before this was here. */
function textOfMasthead(): string {
  return document.querySelector<HTMLInputElement>(MASTHEAD_FIELD)?.value ?? "";
}

function emptyMasthead(): void {
  const field = document.querySelector<HTMLInputElement>(MASTHEAD_FIELD);
  if (field) field.value = "";
}
