import { queryOptions, useQuery } from "@tanstack/react-query";
import { archivePath, frontPath, latestPath } from "#content/paths.ts";
import { KeptList } from "../features/offline/kept/KeptList.tsx";
import { OfflineContentView } from "../features/offline/OfflineContentView.tsx";
import { useOnline } from "../device/useOnline.ts";
import { useEdition } from "../edition/EditionContext.ts";
import { OwnText } from "../layout/OwnText.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import { useWords } from "../i18n/words.ts";
import { allRecords } from "../device/kept/records.ts";
import { readOfflineContent } from "../device/offlineContent.ts";
import "../teasers/list.css";

/** /offline: what can be read without a connection. One file for all, so what is on a device is only known once the page is hydrated. */
export function OfflinePage() {
  const words = useWords();
  const online = useOnline();
  const { data: content, refetch } = useQuery(contentQuery());
  const kept = useQuery(keptQuery());
  const own = useEdition()?.texts?.offline;
  const empty = content && !content.front && content.stories.length === 0;
  return (
    <>
      <Title of={words.onThisDevice} />
      <Masthead />
      <main id="main" className="page coming on-device">
        <header className="list-head">
          <h1 tabIndex={-1}>{online ? words.onThisDevice : (own?.title ?? words.offlineTitle)}</h1>
          {own && !online ? (
            <OwnText text={own} />
          ) : (
            <p className="standfirst needs-script">{empty ? words.nothingOnDevice : online ? words.onDeviceText : words.offlineText}</p>
          )}
        </header>
        <noscript>
          <p>{words.onDeviceNeedsScript}</p>
          <ul role="list" className="ways">
            <li>
              <PageLink to={frontPath}>{words.frontPage}</PageLink>
            </li>
            <li>
              <PageLink to={latestPath}>{words.latest}</PageLink>
            </li>
            <li>
              <PageLink to={archivePath}>{words.archiveByDate}</PageLink>
            </li>
          </ul>
        </noscript>
        {kept.data && <KeptList records={kept.data} onChange={() => void Promise.all([kept.refetch(), refetch()])} />}
        {content && <OfflineContentView content={content} />}
      </main>
    </>
  );
}

/** What is on the device, looked up each time the page is opened. */
const contentQuery = () => queryOptions({ queryKey: ["offline-content"], queryFn: readOfflineContent, staleTime: 0, gcTime: 0 });

/** What the reader asked to keep. */
const keptQuery = () => queryOptions({ queryKey: ["kept"], queryFn: allRecords, staleTime: 0, gcTime: 0, retry: false });
