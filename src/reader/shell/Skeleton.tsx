import { useWords } from "../words/words.ts";
import { Masthead } from "./Masthead.tsx";
import "../ui/skeleton.css";

/** The shape of a page that is on its way: of a story, or of a list. What is missing is not read out; that it comes, the progress bar says. */
export function Skeleton({ path }: { path: string }) {
  const words = useWords();
  const story = /\/article\/[^/]+$/u.test(path);
  return (
    <>
      {/* As long as the address is that of the page before, so is the title: what changes it would rename that page in the history. */}
      <title>{document.title}</title>
      <Masthead head={story ? "story" : "list"} />
      <main id="main" className="page" aria-busy="true">
        <h1 className="unseen" tabIndex={-1}>
          {words.loading}
        </h1>
        <div className={story ? "skeleton of-story" : "skeleton"} aria-hidden="true">
          {story ? <StoryShape /> : <ListShape />}
        </div>
      </main>
    </>
  );
}

function StoryShape() {
  return (
    <>
      <i className="short" />
      <i className="title" />
      <i className="title half" />
      <i className="half" />
      <i className="block" />
      <Lines of={6} />
    </>
  );
}

function ListShape() {
  return (
    <>
      <i className="title half" />
      {[0, 1, 2, 3].map((place) => (
        <div key={place} className="shape">
          <i className="short" />
          <i className="half" />
          <Lines of={2} />
        </div>
      ))}
    </>
  );
}

function Lines({ of }: { of: number }) {
  return Array.from({ length: of }, (_, place) => <i key={place} className={place === of - 1 ? "half" : undefined} />);
}
