import Image from "next/image";
import Link from "next/link";
import Markdown from "react-markdown";
import { address, stories } from "../../stories.js";

const storyOf = async (params) => {
  const { slug } = await params;
  return stories().find((story) => story.slug === slug);
};

export const generateStaticParams = () => stories().map(({ slug }) => ({ slug }));

export async function generateMetadata({ params }) {
  const { title, description } = await storyOf(params);
  return { title, description, openGraph: { title, description, type: "article" } };
}

export default async function Story({ params }) {
  const { title, description, date, authors, topics, places, image, text } = await storyOf(params);
  const links = (kind, names) =>
    names.map((name) => (
      <Link key={name} href={`/${kind}/${address(name)}`}>
        {name}
      </Link>
    ));
  return (
    <article>
      <h1>{title}</h1>
      <p>{description}</p>
      <p>
        {links("authors", authors)} <time dateTime={date}>{date.slice(0, 10)}</time>
      </p>
      {image && (
        <figure>
          <Image src={image.url} width={720} height={450} sizes="(max-width: 44rem) 100vw, 44rem" preload alt={image.alt} />
          <figcaption>{image.caption}</figcaption>
        </figure>
      )}
      <Markdown>{text}</Markdown>
      <nav>
        {links("topics", topics)}
        {links("places", places)}
      </nav>
    </article>
  );
}
