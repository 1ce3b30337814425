import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "react-router";
import { is } from "valibot";
import { decoded } from "#content/decoded.ts";
import { FollowedKindSchema } from "#content/library/libraryRecord.ts";
import { subjectId } from "#content/library/subjectId.ts";
import { listQuery } from "../../../data/queries.ts";
import { noteVisit } from "./visit.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";

/** Opening the page of a followed subject counts as having seen what is new in it. */
export function useSubjectVisit(ready: boolean): void {
  const { pathname } = useLocation();
  const client = useQueryClient();
  useEffect(() => {
    const [, kind, part = ""] = /^\/([a-z]+)\/([^/]+)$/u.exec(pathname) ?? [];
    if (!ready || !is(FollowedKindSchema, kind)) return;
    const slug = decoded(part);
    const id = subjectId(kind, slug);
    if (!libraryOf("followed").has(id)) return;
    void client.ensureQueryData(listQuery(kind, slug)).then(
      (list) => noteVisit(new Map([[id, list]])),
      // There is no such page, or it cannot be loaded: nothing was seen.
      () => {},
    );
  }, [ready, pathname, client]);
}
