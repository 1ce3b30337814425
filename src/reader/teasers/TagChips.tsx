import type { Ref } from "#content/article.ts";
import { subjectPath } from "#content/paths.ts";
import type { SubjectKind } from "#content/teaser.ts";
import "./chips.css";
import { PageLink } from "../ui/PageLink.tsx";
import { useLanguages } from "../i18n/TextLanguage.ts";

/** Links to topics and places, as a labelled row; nothing if there are none. */
export function TagChips({ label, tags }: { label: string; tags: (Ref & { kind: SubjectKind })[] }) {
  const { ours } = useLanguages();
  if (tags.length === 0) return null;
  return (
    <ul role="list" className="chips" aria-label={label} lang={ours.lang}>
      {tags.map((tag) => (
        <li key={`${tag.kind}/${tag.slug}`}>
          <PageLink className="chip" to={subjectPath(tag.kind, tag.slug)} dir="auto">
            {tag.name}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
