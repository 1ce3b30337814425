import type { FormEvent } from "react";
import { useNavigate } from "react-router";
import { searchPath } from "#content/paths.ts";

/** The submit handler of a form with a field `q`: goes to the search page without leaving the app. Does nothing if the field is empty. */
export function useGoToSearch(): (event: FormEvent<HTMLFormElement>) => void {
  const navigate = useNavigate();
  return (event) => {
    event.preventDefault();
    const query = new FormData(event.currentTarget).get("q");
    if (typeof query !== "string" || query.trim() === "") return;
    // The address as searchAddress.ts writes it, but without importing that: this code is in every masthead.
    void navigate(`${searchPath}?${new URLSearchParams({ q: query.trim() }).toString()}`);
  };
}
