import { useEffect } from "react";
import { useLocation } from "react-router";
import { decoded } from "../../shell/decoded.ts";
import { libraryOf } from "../store/useLibrary.ts";
import { noteVisit } from "../following/visit.ts";

/** Who opens the page of something that they follow has seen what is new in it. */
export function useSubjectVisit(ready: boolean): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const [, kind, slug] = /^\/(topic|section|author|place)\/([^/]+)$/u.exec(pathname) ?? [];
    const id = `${kind}:${decoded(slug ?? "")}`;
    if (ready && libraryOf("followed").has(id)) void noteVisit([id]);
  }, [ready, pathname]);
}
