import { counting } from "../../plurals.ts";
import { isolated } from "../../isolated.ts";
import type { LibraryWords } from "./en.ts";

const { counted } = counting("fr");
const named = (name: string): string => isolated(name, "ltr");

/** What is said about the reader's library, in French. */
export const libraryFr: LibraryWords = {
  yourPages: "Vos pages",
  withCount: (name, count) => `${name} (${count})`,
  libraryNeedsScript:
    "Ce qui vous appartient est gardé dans votre navigateur\u00a0; l’afficher demande JavaScript, qui est désactivé. Lire n’en a pas besoin.",
  nothingSaved:
    "Rien n’est encore enregistré. «\u00a0Enregistrer\u00a0», à côté d’un article, le garde ici avec ses images, aussi pour le lire hors connexion.",
  allOffline: (stories) => `Tout est sur cet appareil et se lit hors connexion\u00a0: ${stories}.`,
  someOffline: (here, all) => `${here} articles sur ${all} se lisent hors connexion.`,
  keepOffline: "Garder pour lire hors connexion",
  removeWhenRead: "Retirer une fois lu",
  savedAt: (date) => `Enregistré le ${date}`,
  savedToday: "Enregistré aujourd’hui",
  readSoFar: "Déjà lu",
  minutesLeft: (count) => counted(count, { other: "encore # min" }),
  remove: "Retirer",
  removeOf: (name) => `Retirer «\u00a0${named(name)}\u00a0»`,
  removed: (name) => `Retiré\u00a0: ${named(name)}`,
  nowSaved: "Enregistré sur cet appareil",
  listenToAll: "Tout écouter",
  showMore: "Afficher plus",
  options: "Options",
  findWords: "Chercher des mots",
  noneWithWords: "Rien ici ne contient ces mots.",
  continueReading: "Reprendre la lecture",
  stoppedAt: (paragraph, count) => `Vous vous êtes arrêté au paragraphe ${paragraph} sur ${count}.`,
  goOn: "Reprendre",
  nothingFollowed:
    "Vous ne suivez encore rien. «\u00a0Suivre\u00a0», sur la page d’un sujet, d’une rubrique, d’un auteur ou d’un lieu, amène ici ses nouveaux articles.",
  newCount: (count) => counted(count, { one: "# nouveau", other: "# nouveaux" }),
  newCountMore: (count) => counted(count, { one: "plus de # nouveau", other: "plus de # nouveaux" }),
  newSinceVisit: "Depuis votre dernière visite",
  savedSearches: "Recherches enregistrées",
  nothingNewSince: "Rien de nouveau depuis votre dernière visite.",
  earlierStories: "Plus tôt",
  followed: "Ce que vous suivez",
  stopFollowing: "Ne plus suivre",
  nowFollowed: (name) => `Vous suivez ${named(name)}`,
  noLonger: (name) => `Vous ne suivez plus ${named(name)}`,
  nowMuted: (name) => `Articles masqués\u00a0: ${named(name)}`,
  noLongerMuted: (name) => `Articles de nouveau affichés\u00a0: ${named(name)}`,
  hiddenStory: (name) => `Masqué\u00a0: ${named(name)}`,
  mutedIntro:
    "Les articles qui en parlent sont masqués dans les listes, à la une et dans la recherche, où l’on peut tout de même les afficher.",
  unmute: "Afficher de nouveau",
  nothingHighlighted: "Vous n’avez encore rien surligné. Sélectionnez des mots dans un article, puis choisissez une couleur.",
  copy: "Copier",
  copyAll: "Tout copier",
  notCopied: "Le navigateur n’a pas permis la copie",
  editNote: "Modifier la note",
  done: "Terminé",
  exportOwn: "Exporter",
  copyOf: (name) => `Copier «\u00a0${named(name)}\u00a0»`,
  passageMoved: "Ces mots ne sont plus dans l’article, ou plus à leur place.",
  historyIntro:
    "Les articles que vous avez ouverts. Ils restent sur cet appareil, sauf si votre bibliothèque est tenue à jour avec un compte.",
  keepHistory: "Tenir un historique",
  historyPaused: "L’historique est en pause. Ce que vous ouvrez maintenant n’est pas noté.",
  nothingRead: "Vous n’avez encore ouvert aucun article, ou l’historique a été effacé.",
  clearHistory: "Effacer l’historique",
  historyCleared: "L’historique est effacé",
  trouble: {
    denied:
      "Ce navigateur ne garde rien pour cette page, comme dans certaines fenêtres privées. Ce que vous enregistrez dure jusqu’à sa fermeture.",
    full: "Il n’y a plus de place sur cet appareil. Ce que vous changez maintenant dure jusqu’à la fermeture de la page\u00a0; retirez quelque chose, et tout sera de nouveau gardé.",
    lost: "Le navigateur a retiré ce qu’il gardait pour cette page. Ce que vous voyez ici dure jusqu’à sa fermeture\u00a0; rechargez la page pour recommencer.",
  },
};
