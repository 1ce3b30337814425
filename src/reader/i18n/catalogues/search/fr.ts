import { counting } from "../../plurals.ts";
import { isolated } from "../../isolated.ts";
import type { SearchWords } from "./en.ts";

const { counted } = counting("fr");
const named = (name: string): string => isolated(name, "ltr");

/** What the search says, in French. */
export const searchFr: SearchWords = {
  searchFor: "Recherche de",
  searchIntro: "Tous les articles de ce journal, mot pour mot.",
  howToSearch: "Comment chercher",
  examplePhrase: '"espace lointain"',
  exampleWithout: "tunnel -train",
  exampleEither: "récif OR corail",
  exampleTitle: "title:incendie",
  helpPhrase: "Ces mots dans cet ordre",
  helpWithout: "Le premier sans le second",
  helpEither: "L’un ou l’autre",
  helpTitle: "Un mot du titre",
  helpTopic: "Un sujet\u00a0; de même place: (lieu) et author: (auteur)",
  helpSection: "Une rubrique",
  helpLanguage: "Articles dans une langue",
  helpAfter: "À partir de ce mois\u00a0; un jour ou une année conviennent aussi",
  helpBefore: "Avant cette année",
  helpSpelling: "Les accents oubliés et les fautes de frappe sont pardonnés.",
  tryInstead: "Ces recherches mènent à des articles",
  searchNeedsScript:
    "La recherche se fait dans votre navigateur et a besoin de JavaScript, qui est désactivé. Vous pouvez trouver des articles autrement :",
  searchTitle: (query: string) => `Recherche : ${named(query)}`,
  searching: "Recherche en cours",
  searchFailedTitle: "La recherche ne s’est pas chargée",
  searchFailedText: "Une partie de l’index n’est pas arrivée. Vérifiez la connexion et réessayez.",
  filters: "Filtres",
  filtersSet: (count: number) => counted(count, { other: "Filtres (#)" }),
  removeFilter: "retirer le filtre",
  removeFilters: "Retirer tous les filtres",
  facet: (name: string, stories: string) => `${named(name)}, ${stories}`,
  foundOf: (found: string, all: string) => `${found} sur ${all}`,
  foundAtLeast: (found: string) => `Au moins ${found}`,
  sortBy: "Trier par",
  bestMatch: "Pertinence",
  newestFirst: "Plus récents",
  oldestHits: "Plus anciens",
  didYouMean: "Vouliez-vous dire",
  noHits: (query: string) => `Aucun article trouvé pour « ${named(query)} »`,
  noHitsText: "Essayez d’autres mots, ou moins de mots.",
  noHitsFilters: "Il y a des articles, mais aucun ne correspond à vos filtres.",
  mutedHits: (count: number) => counted(count, { one: "# article est masqué", other: "# articles sont masqués" }),
  lastSearches: "Dernières recherches",
  clearSearches: "Vider la liste",
  seeAllFound: (stories: string) => `Tout voir : ${stories}`,
  saveSearch: "Enregistrer cette recherche",
  searchSaved: "Recherche enregistrée",
  filtersFailed: "Les filtres ne se sont pas chargés.",
  noticeDate: (field: string, value: string) =>
    `${named(field)}: demande une date comme 2024-04-22, 2024-04 ou 2024, et non « ${named(value)} ».`,
  noticeValue: (field: string) => `${named(field)}: demande quelque chose après le deux-points.`,
  noticeField: (field: string) => `${named(field)}: n’est pas un champ de recherche ; les mots ont été cherchés.`,
  noticeQuote: "Un guillemet n’est pas fermé ; l’expression va jusqu’à la fin.",
  noticeOr: "OR demande un mot de chaque côté.",
  noticeExcludedOr: "Un mot avec un signe moins ne peut pas être un côté de OR ; les articles qui l’ont ont été exclus.",
  noticeExcludedInHeadline: "Tous les articles contiennent un mot que vous avez exclu\u00a0; ceux-ci ne l’ont pas dans leur titre.",
  noticeTooLong: (most: number) =>
    counted(most, { one: "Seul le premier mot a été cherché.", other: "Seuls les # premiers mots ont été cherchés." }),
  noticeNothing: "Il n’y a aucun mot à chercher.",
  noticeSubject: (field: string, value: string) => `Rien ne s’appelle « ${named(value)} » pour ${named(field)}:`,
  noticeLanguage: (value: string) => `Aucun article n’est dans la langue « ${named(value)} ».`,
  noticeWord: (word: string) => `Aucun article n’a le mot « ${named(word)} ».`,
  noticeCorrected: (from: string, to: string) => `Aucun article n’a « ${named(from)} » ; ceux-ci ont « ${named(to)} ».`,
  noticeRelaxed: "Tous les articles n’ont pas tout cela ; certains n’en ont qu’une partie.",
  noticeTooCommon: (phrase: string) => `Les mots de « ${named(phrase)} » sont dans tant d’articles que leur ordre n’a pas été comparé.`,
  noticeNotAll: "Les mots sont si fréquents que tous les articles n’ont pas été comptés.",
  noticeOnDevice: (stories) =>
    counted(stories, {
      one: "Pas de connexion. Seul l’article présent sur cet appareil a été parcouru.",
      other: "Pas de connexion. Seuls les # articles présents sur cet appareil ont été parcourus.",
    }),
};
