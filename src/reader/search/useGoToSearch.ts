import type { FormEvent } from "react";
import { useNavigate } from "react-router";
import { searchAddress } from "./searchAddress.ts";

/** Answers a form with a field `q`: to the search page, without leaving the app. An empty field stays where it is. */
export function useGoToSearch(): (event: FormEvent<HTMLFormElement>) => void {
  const navigate = useNavigate();
  return (event) => {
    event.preventDefault();
    const query = new FormData(event.currentTarget).get("q");
    if (typeof query !== "string" || query.trim() === "") return;
    void navigate(searchAddress({ query: query.trim(), filters: {}, sort: "relevance", page: 1 }));
  };
}
