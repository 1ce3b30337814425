import Link from "next/link";
import { List } from "../../../List.jsx";
import { listed, SIZE } from "../../../stories.js";

const listOf = async (params) => {
  const { kind, name, page = ["1"] } = await params;
  return { ...listed().get(`${kind}/${name}`), base: `/${kind}/${name}`, page: Number(page[0]) };
};

export const generateStaticParams = () =>
  [...listed()].flatMap(([path, { stories }]) => {
    const [kind, name] = path.split("/");
    const pages = Math.ceil(stories.length / SIZE);
    return Array.from({ length: pages }, (_, at) => ({ kind, name, page: at === 0 ? [] : [String(at + 1)] }));
  });

export const generateMetadata = async ({ params }) => ({ title: (await listOf(params)).name });

export default async function Page({ params }) {
  const { name, stories, base, page } = await listOf(params);
  return (
    <>
      <List title={name} listed={stories.slice((page - 1) * SIZE, page * SIZE)} />
      <nav>
        {page > 1 && <Link href={page > 2 ? `${base}/${page - 1}` : base}>Newer</Link>}
        {page * SIZE < stories.length && <Link href={`${base}/${page + 1}`}>Older</Link>}
      </nav>
    </>
  );
}
