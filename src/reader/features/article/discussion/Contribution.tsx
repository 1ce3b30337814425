import type { ReactNode } from "react";
import { Timestamp } from "../../../ui/Timestamp.tsx";

type Props = {
  id?: string;
  author: string;
  /** The author's account name on the network. */
  handle?: string;
  date: string | undefined;
  /** The permalink. */
  url: string | undefined;
  /** For example "3 likes". */
  votes: string[];
  /** The list of replies. */
  replies: ReactNode;
  children: ReactNode;
};

/** A comment or a reply, with the replies to it. */
export function Contribution({ id, author, handle, date, url, votes, replies, children }: Props) {
  const time = date !== undefined && <Timestamp date={date} style="moment" />;
  return (
    <li id={id}>
      <p className="meta">
        <b>
          <bdi>{author}</bdi>
        </b>
        {handle !== undefined && <bdi>{handle}</bdi>}
        {time && url !== undefined ? <a href={url}>{time}</a> : time}
      </p>
      {children}
      {votes.length > 0 && (
        <p className="meta">
          {votes.map((vote) => (
            <span key={vote}>{vote}</span>
          ))}
        </p>
      )}
      {replies}
    </li>
  );
}
