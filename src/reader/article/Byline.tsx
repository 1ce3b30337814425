import { Fragment } from "react";
import type { AuthorRef } from "#content/article.ts";
import { subjectPath } from "#content/paths.ts";
import { useCalendar } from "../words/dates.ts";
import { useWords } from "../words/words.ts";
import { PageLink } from "../ui/PageLink.tsx";

/** "By the Science desk", "By A, B and C". Nothing where no author is named: no orphan "By". */
export function Byline({ authors }: { authors: AuthorRef[] }) {
  const words = useWords();
  const { language } = useCalendar();
  const [first] = authors;
  if (first === undefined) return null;
  const joints = jointsOf(authors.length, language);
  return (
    <p className="byline">
      <span>
        {first.kind === "desk" ? words.byDesk : words.byPerson}{" "}
        {authors.map((author, place) => (
          <Fragment key={author.slug}>
            {joints[place]}
            <PageLink to={subjectPath("author", author.slug)} rel="author">
              {author.name}
            </PageLink>
          </Fragment>
        ))}
      </span>
    </p>
  );
}

/** What stands before each of several names: "", ", ", " and ". */
function jointsOf(count: number, language: string): string[] {
  const joints = [""];
  const parts = new Intl.ListFormat(language === "en" ? "en-GB" : language).formatToParts(Array.from({ length: count }, () => "x"));
  for (const part of parts) if (part.type === "literal") joints.push(part.value);
  return joints;
}
