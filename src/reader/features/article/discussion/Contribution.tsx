import type { ReactNode } from "react";
import { Timestamp } from "../../../ui/Timestamp.tsx";

type Props = {
  id?: string;
  author: string;
  /** By which the author is known in a network. */
  handle?: string;
  date: string | undefined;
  /** Where it is found. */
  url: string | undefined;
  /** "3 likes" */
  votes: string[];
  /** The list of those to it. */
  replies: ReactNode;
  children: ReactNode;
};

/** A comment or a reply, with those to it. */
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
          {votes.map((said) => (
            <span key={said}>{said}</span>
          ))}
        </p>
      )}
      {replies}
    </li>
  );
}
