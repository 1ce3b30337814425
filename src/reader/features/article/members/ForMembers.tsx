import { type ComponentType, type RefObject, type SyntheticEvent, useEffect, useRef, useState } from "react";
import type { Article } from "#content/article.ts";
import { accountPath } from "#content/paths.ts";
import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { useSignedIn } from "../../../data/signedIn.ts";
import { useStoryCache } from "../../../data/storyCache.ts";
import { formatDate, useCalendar } from "../../../i18n/formatDate.ts";
import { partWords } from "../../../i18n/partWords.ts";
import { useLanguages } from "../../../i18n/TextLanguage.ts";
import type { MemberWords } from "../../../i18n/wordTypes.ts";
import { useWords } from "../../../i18n/words.ts";
import { useCopying } from "../../../ui/CopyContext.ts";
import { PageLink } from "../../../ui/PageLink.tsx";
import { forgetAll } from "./room.ts";
import {
  type Closed,
  giftLink,
  type How,
  keyInAddress,
  openedStory,
  type Opened,
  openStory,
  type Refusal,
  show,
  showClosed,
  showRecordings,
} from "./openStory.ts";
import styles from "./members.css?url";
import "../../../ui/button.css";

const { load, use: useMemberWords } = partWords("members");

/** Loads the words and styles together with the component. */
export async function loadForMembers(): Promise<ComponentType<{ article: Article }>> {
  await Promise.all([load(), loadSheet(styles)]);
  return ForMembers;
}

/** Stands for the rest of a closed story, and opens it; once it is open, it says how, and what can be done. */
function ForMembers({ article }: { article: Article }) {
  const { members } = article;
  const words = useMemberWords();
  const { ours } = useLanguages();
  const [said, setSaid] = useState("");
  if (!members) return null;
  return (
    <section id="members" className="for-members" aria-labelledby="for-members" {...ours}>
      {members.opened ? (
        <WhatIsOpen slug={article.slug} how={members.opened} say={setSaid} />
      ) : (
        <HowToOpen closed={{ ...article, members }} say={setSaid} />
      )}
      <p id="members-said" role="status" className="said">
        {said}
      </p>
      {!members.opened && members.join !== undefined && (
        <p>
          <PageLink to={members.join}>{words.join}</PageLink>
        </p>
      )}
    </section>
  );
}

function HowToOpen({ closed, say }: { closed: Closed; say: (sentence: string) => void }) {
  const words = useMemberWords();
  const calendar = useCalendar();
  const cache = useStoryCache();
  const [isBusy, setBusy] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { members, slug } = closed;
  const isSignedIn = useSignedIn();
  const offersSignIn = members.signIn === true && !isSignedIn;

  const open = async (phrase?: string): Promise<void> => {
    setBusy(true);
    const result = await openStory(closed, phrase === undefined ? keyInAddress() : { phrase });
    if ("part" in result) {
      if (phrase !== undefined) focusOn(`p-${closed.body.length + 1}`);
      return show(cache, result);
    }
    setBusy(false);
    if (result.why === "none") return;
    setRefused(phrase !== undefined);
    say(sentenceFor(result, closed, words, (month) => formatDate(`${month}-15T12:00:00Z`, "month", calendar)));
    if (phrase !== undefined && result.why !== "notLoaded") field.current?.focus();
  };
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- Once for each form of the story, with what the device has.
  useEffect(() => void open(), [slug, members.file]);

  const enter = (phrase: string): void => {
    say("");
    setRefused(false);
    void open(phrase);
  };
  return (
    <>
      <h2 id="for-members">{words.rest}</h2>
      {members.tiers.length > 0 && <p className="tiers">{members.tiers.map(({ name }) => name).join(" · ")}</p>}
      {offersSignIn && <SignIn />}
      <PhraseForm isBusy={isBusy} isRefused={isRefused} isSecond={offersSignIn} field={field} enter={enter} />
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
    </>
  );
}

function SignIn() {
  const words = useMemberWords();
  const { signIn } = useWords();
  return (
    <p className="members-line">
      <span>{words.withAccount}</span>
      <PageLink className="button" to={accountPath}>
        {signIn}
      </PageLink>
    </p>
  );
}

type FormProps = {
  isBusy: boolean;
  isRefused: boolean;
  isSecond: boolean;
  field: RefObject<HTMLInputElement | null>;
  enter: (phrase: string) => void;
};

function PhraseForm({ isBusy, isRefused, isSecond, field, enter }: FormProps) {
  const words = useMemberWords();
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isBusy) enter(field.current?.value ?? "");
  };
  return (
    <form className="needs-script" onSubmit={submit}>
      <label htmlFor="pass-phrase">{words.phrase}</label>
      <p id="pass-phrase-help">{words.phraseHelp}</p>
      <div className="members-line">
        <input
          id="pass-phrase"
          ref={field}
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          required
          aria-describedby="pass-phrase-help members-said"
          aria-invalid={isRefused || undefined}
        />
        <button className={isSecond ? "button quiet" : "button"} type="submit" aria-disabled={isBusy || undefined}>
          {words.open}
        </button>
      </div>
    </form>
  );
}

/** Puts the focus where the rest of the text begins, once it is there: the button that had it is gone. */
function focusOn(id: string): void {
  const looking = new MutationObserver(() => {
    const paragraph = document.getElementById(id);
    if (!paragraph) return;
    looking.disconnect();
    paragraph.tabIndex = -1;
    paragraph.focus({ preventScroll: true });
  });
  looking.observe(document.body, { childList: true, subtree: true });
}

/** The sentence for a refusal; none if no key was given. */
function sentenceFor(
  { why, month = "", needed = "" }: Refusal,
  { members }: Closed,
  words: MemberWords,
  nameOf: (month: string) => string,
): string {
  switch (why) {
    case "none":
      return "";
    case "form":
      return words.form("2612-xxxx-xxxx-xxxx-xxxx");
    case "earlier":
      return words.earlier(nameOf(month), nameOf(needed));
    case "otherTier":
      return words.otherTier(members.tiers.map(({ name }) => name).join(" · "));
    case "wrong":
      return words.wrong;
    case "gift":
      return words.giftBroken;
    case "notLoaded":
      return words.notLoaded;
    case "notSecure":
      return words.notSecure;
  }
}

function WhatIsOpen({ slug, how, say }: { slug: string; how: How; say: (sentence: string) => void }) {
  const words = useMemberWords();
  const cache = useStoryCache();
  const { copy, copied } = useCopying();
  const [isBusy, setBusy] = useState(false);
  const { account } = useWords();
  const opened = openedStory(slug);
  const forget = async (): Promise<void> => {
    await forgetAll();
    showClosed(cache);
    say(words.forgotten);
  };
  const loadRecordings = async (story: Opened): Promise<void> => {
    setBusy(true);
    await showRecordings(cache, story).catch(() => say(words.notLoaded));
    setBusy(false);
  };
  return (
    <>
      <h2 id="for-members">{how === "gift" ? words.given : words.opened}</h2>
      <div className="members-line">
        {opened?.part.lacksSounds && (
          <button className="button quiet" type="button" aria-disabled={isBusy || undefined} onClick={() => void loadRecordings(opened)}>
            {words.recordings}
          </button>
        )}
        {opened && (
          <button className="button quiet" type="button" onClick={() => void copy(giftLink(opened), "gift")}>
            {words.give}
          </button>
        )}
        {how === "account" ? (
          <PageLink className="button quiet" to={accountPath}>
            {account}
          </PageLink>
        ) : (
          <button className="button quiet" type="button" onClick={() => void forget()}>
            {words.forget}
          </button>
        )}
      </div>
      {copied === "gift" && <p>{words.copied}</p>}
    </>
  );
}
