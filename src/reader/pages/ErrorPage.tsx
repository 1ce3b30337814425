import { ContractError } from "#content/parse.ts";
import { offlinePath } from "#content/kept.ts";
import { frontPath } from "#content/paths.ts";
import { BrokenFileError, ConnectionError, HttpError, PartError } from "../data/errors.ts";
import { Masthead } from "../shell/Masthead.tsx";
import { Title } from "../shell/Title.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Words } from "../words/en.ts";
import { useWords } from "../words/words.ts";
import "../ui/button.css";
import "../ui/state.css";
import { PageLink } from "../ui/PageLink.tsx";
import { useTryAgain } from "./useTryAgain.ts";

/** A page that did not load: what happened, and how to go on. */
export function ErrorPage({ error }: { error: unknown }) {
  const words = useWords();
  const { tryAgain, trying } = useTryAgain(error);
  return (
    <>
      <Title of={words.errorTitle} />
      <Masthead />
      <main id="main">
        <div className="state" role="alert">
          <h1 tabIndex={-1}>{words.errorTitle}</h1>
          <p className="standfirst">{whatHappened(error, words)}</p>
          <div className="bar">
            <button className="button" type="button" aria-disabled={trying} onClick={tryAgain}>
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
          {error instanceof Error && (
            <p className="hint" lang="en" dir="ltr">
              {error.message}
            </p>
          )}
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
