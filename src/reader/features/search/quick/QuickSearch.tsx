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

/** How long typing must pause before the query is searched for, in milliseconds. */
const PAUSE = 120;

/** The search dialog of every page: the best hits while the reader types, and recent searches before that. */
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
    // The dialog focuses its first button; here focus belongs in the field.
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

/** Loads the search code, and what every query needs, before the reader types the first letter. */
function useOpening(): void {
  const provider = useProvider();
  const opening = useRef(provider);
  useEffect(() => {
    void opening
      .current()
      .then((search) => search.open())
      // The first query reports the failure.
      .catch(() => {});
  }, []);
}

const MASTHEAD_FIELD = ".quick input";

/** What was typed into the masthead's field before this dialog had loaded. */
function textOfMasthead(): string {
  return document.querySelector<HTMLInputElement>(MASTHEAD_FIELD)?.value ?? "";
}

function emptyMasthead(): void {
  const field = document.querySelector<HTMLInputElement>(MASTHEAD_FIELD);
  if (field) field.value = "";
}
