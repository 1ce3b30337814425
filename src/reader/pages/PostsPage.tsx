import { type QueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type Params, useParams } from "react-router";
import { type PostsPage as PostsPageData, PostsPageSchema } from "#content/pages/postsPage.ts";
import { articlePath, dataFile, postPath, postsPath } from "#content/paths.ts";
import { load } from "../data/load.ts";
import { file } from "../data/queries.ts";
import { Blocks } from "../features/article/Blocks.tsx";
import { LivePost } from "../features/article/live/LivePost.tsx";
import { loadLiveWords, useLiveWords } from "../features/article/live/liveWords.ts";
import rare from "../features/article/rare/rare.css?url";
import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { TextLanguageProvider, useLanguages } from "../i18n/TextLanguage.ts";
import { useWords } from "../i18n/words.ts";
import { Breadcrumbs } from "../layout/Breadcrumbs.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { PageNav } from "../ui/PageNav.tsx";
import "../features/article/prose.css";
import "../features/article/story.css";
import "../features/article/storyHead.css";

/** The page, once its words and styles have loaded. */
export const withWords = async () => {
  await Promise.all([loadLiveWords(), loadSheet(rare)]);
  return PostsPage;
};

/** Loads what the page shows into the cache. */
export const loadPosts = (client: QueryClient, params: Params): Promise<null> => load(client, postsQuery(params));

const postsQuery = ({ slug = "", page, id = "" }: Params) =>
  file(dataFile(page === undefined ? postPath(slug, id) : postsPath(slug, Number(page))), PostsPageSchema, "posts of a live blog");

/** /article/:slug/page/:page and /article/:slug/post/:id: older posts of a live blog, or a single post. */
function PostsPage() {
  const { data } = useSuspenseQuery(postsQuery(useParams()));
  const all = useWords();
  const { story, page, posts } = data;
  const title = page === undefined ? (posts[0]?.headline ?? story.headline) : all.pageOf(story.headline, page);
  return (
    <>
      <Title of={title} language={story.inLanguage} />
      <Masthead head="story" />
      <Breadcrumbs trail={[{ name: story.headline, url: articlePath(story.slug) }]} />
      <main id="main">
        <article className="story" lang={story.inLanguage} dir={story.direction}>
          <TextLanguageProvider value={story}>
            <header className="story-top">
              <h1 tabIndex={-1}>{story.headline}</h1>
            </header>
            <div className="prose">
              {posts.map((post) => (
                <LivePost key={post.id} post={post} story={story.slug} Blocks={Blocks} />
              ))}
              <PostsNav page={data} />
            </div>
          </TextLanguageProvider>
        </article>
      </main>
    </>
  );
}

/** Links to the newer and older posts, and to the whole live blog. */
function PostsNav({ page: { story, page, newer } }: { page: PostsPageData }) {
  const words = useLiveWords();
  const { ours } = useLanguages();
  const beside = (number: number, name: string) => ({ to: postsPath(story.slug, number), name });
  return (
    <div data-visiting="" {...ours}>
      <PageNav
        previous={page !== undefined && newer ? beside(page + 1, words.newer) : undefined}
        next={page !== undefined && page > 1 ? beside(page - 1, words.older) : undefined}
        stops={[{ name: words.whole, to: articlePath(story.slug) }]}
      />
    </div>
  );
}
