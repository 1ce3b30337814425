import { useEffect, useState } from "react";
import * as v from "valibot";
import type { FrontPage } from "#content/pages/frontPage.ts";
import { deviceValue } from "../../device/deviceValue.ts";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { useWords } from "../../i18n/words.ts";
import { TextLink } from "../../ui/TextLink.tsx";
import { Timestamp } from "../../ui/Timestamp.tsx";
import "./notices.css";

type Notice = { text: string; link?: string | undefined; until?: string | undefined };

/** Breaking news, until it is over: the page may have been built before that. */
export function Breaking({ notice }: { notice: NonNullable<FrontPage["breaking"]> }) {
  const words = useWords();
  if (useIsOver(notice)) return null;
  return (
    <aside className="breaking" aria-label={words.breaking}>
      <p className="page">
        <b>{words.breaking}</b> {notice.date && <Timestamp date={notice.date} style="brief" />} <Text notice={notice} />
      </p>
    </aside>
  );
}

const closed = deviceValue(
  () => "broadsheet-alert",
  (found) => v.parse(v.fallback(v.string(), ""), found),
);

/**
 * A notice at the foot of the window, or above the footer at the end of the page, until the reader closes it. Only a script
 * knows who has: without JavaScript it is part of the page.
 */
export function Alert({ alert }: { alert: NonNullable<FrontPage["alert"]> }) {
  const words = useWords();
  const hydrated = useHydrated();
  const isClosed = closed.use() === alert.id;
  if (useIsOver(alert)) return null;
  if (!hydrated)
    return (
      <noscript>
        <p className="alert">
          <Text notice={alert} />
        </p>
      </noscript>
    );
  if (isClosed) return null;
  return (
    <aside className="alert" aria-label={words.notice}>
      <p>
        <Text notice={alert} />
      </p>
      <button className="button quiet" type="button" onClick={() => closed.keep(alert.id)}>
        {words.close}
      </button>
    </aside>
  );
}

function Text({ notice: { text, link } }: { notice: Notice }) {
  if (link === undefined) return <bdi>{text}</bdi>;
  return (
    <TextLink url={link} dir="auto">
      {text}
    </TextLink>
  );
}

/** The longest delay of a timer, in milliseconds: longer than a page stays open. */
const LONGEST = 2 ** 31 - 1;

function useIsOver({ until }: Notice): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const left = until === undefined ? LONGEST : Date.parse(until) - Date.now();
    if (left >= LONGEST) return;
    const timer = setTimeout(() => setOver(true), left);
    return () => clearTimeout(timer);
  }, [until]);
  return over;
}
