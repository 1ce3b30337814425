import Link from "next/link";
import { address } from "./stories.js";

export function List({ title, listed }) {
  return (
    <>
      <h1>{title}</h1>
      {listed.map(({ slug, title, description, date, topics }) => (
        <article key={slug}>
          <h2>
            <Link href={`/article/${slug}`}>{title}</Link>
          </h2>
          <p>{description}</p>
          <time dateTime={date}>{date.slice(0, 10)}</time>
          <nav>
            {topics.map((name) => (
              <Link key={name} href={`/topics/${address(name)}`}>
                {name}
              </Link>
            ))}
          </nav>
        </article>
      ))}
    </>
  );
}
