import type { FormEvent } from "react";
import { useNavigate } from "react-router";
import { searchPath } from "#content/paths.ts";

/** Answers a form with a field `q`: to the search page, without leaving the app. An empty field stays where it is. */
export function useGoToSearch(): (event: FormEvent<HTMLFormElement>) => void {
  const navigate = useNavigate();
  return (event) => {
    event.preventDefault();
    const query = new FormData(event.currentTarget).get("q");
    if (typeof query !== "string" || query.trim() === "") return;
    // A search as searchAddress.ts writes it, without what that brings along: this stands in every masthead.
    void navigate(`${searchPath}?${new URLSearchParams({ q: query.trim() }).toString()}`);
  };
}
