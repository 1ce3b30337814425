import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { ContractError } from "#content/parse.ts";
import { offlinePath } from "#content/serviceWorker.ts";
import { frontPath } from "#content/paths.ts";
import { BrokenFileError, ConnectionError, HttpError, PartError } from "../data/errors.ts";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Words } from "../i18n/wordTypes.ts";
import { useWords } from "../i18n/words.ts";
import "../ui/button.css";
import "../ui/state.css";
import { PageLink } from "../ui/PageLink.tsx";
import { useLate } from "../ui/useLate.ts";
import { useTryAgain } from "./useTryAgain.ts";

/** Milliseconds until the page says that it is loading. */
const LATE_MS = 1000;

/** A page that did not load: what happened, and how to go on. */
export function ErrorPage({ error }: { error: unknown }) {
  const words = useWords();
  const { pathname } = useLocation();
  const { tryAgain, trying } = useTryAgain(error);
  const [hasRetried, setHasRetried] = useState(false);
  const late = useLate(trying, LATE_MS);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // For a reader who has followed a link, RouteFocus.tsx moves the focus here.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  const onAgain = () => {
    setHasRetried(true);
    tryAgain();
  };
  return (
    <>
      <Title of={words.errorTitle} />
      <Masthead />
      <main id="main">
        <div className="state">
          <h1 ref={heading} tabIndex={-1} aria-describedby="what-happened">
            {words.errorTitle}
          </h1>
          <p className="standfirst" id="what-happened">
            {whatHappened(error, words)}
          </p>
          {/* The headline says it the first time. */}
          <p className="unseen" role="status">
            {trying ? late && words.loading : hasRetried && whatHappened(error, words)}
          </p>
          <div className="bar">
            <button className="button" type="button" aria-disabled={trying} onClick={onAgain}>
              <Icon name="again" />
              {words.tryAgain}
            </button>
            <PageLink className="button quiet" to={frontPath}>
              {words.frontPage}
            </PageLink>
          </div>
          {isConnection(error) && (
            <p>
              <PageLink className="more-link" to={offlinePath}>
                {words.onThisDevice}
              </PageLink>
            </p>
          )}
          {error instanceof HttpError && <p className="hint">{words.errorCode(error.status, pathname)}</p>}
        </div>
      </main>
    </>
  );
}

function whatHappened(error: unknown, words: Words): string {
  if (error instanceof HttpError) return words.errorServer;
  if (isConnection(error)) return words.errorConnection;
  if (error instanceof BrokenFileError || error instanceof ContractError) return words.errorBroken;
  return words.errorOwn;
}

function isConnection(error: unknown): boolean {
  return error instanceof ConnectionError || error instanceof PartError;
}
