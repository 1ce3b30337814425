import { counting } from "../../plurals.ts";
import type { OfflineWords } from "./en.ts";

const { counted, size } = counting("fr");

/** What is said about reading without a connection, about new versions and new stories, in French. */
export const offlineFr: OfflineWords = {
  size,
  onThisDevice: "Sur cet appareil",
  offlineTitle: "Vous êtes hors ligne. Voici ce qui est sur cet appareil",
  offlineText: "Ce qui figure ici s’ouvre sans connexion. Le reste se chargera tout seul quand la connexion sera rétablie.",
  onDeviceText:
    "Ce qui figure ici s’ouvre sans connexion : des articles que vous avez ouverts ou gardés, et quelques-uns chargés d’avance.",
  nothingOnDevice: "Il n’y a encore rien ici. Les articles que vous ouvrez resteront lisibles sans connexion.",
  onDeviceNeedsScript: "Seul JavaScript peut dire ce qui est sur cet appareil, et il est désactivé. Ces pages se lisent sans lui\u00a0:",
  fromDevice: (time) => `Pas de connexion. Voici ce qui est sur cet appareil, état du ${time}.`,
  fromDeviceSlow: (time) => `Le serveur ne répond pas. Voici ce qui est sur cet appareil, état du ${time}.`,
  storiesOnDevice: "Articles",
  listsOnDevice: "Autres pages",
  keptByYou: "Gardés par vous",
  spaceUsed: (size) => `${size} sont utilisés sur cet appareil.`,
  removeAll: "Tout supprimer",
  keepEdition: "Garder toute l’édition hors connexion",
  keepStories: "Garder ces articles hors connexion",
  keepIntro: "Ils pourront alors être lus sans connexion, avec leurs images.",
  keepSize: (stories, size) => `${stories}, environ ${size}`,
  keepRoom: (size) => `Cet appareil a de la place pour ${size}.`,
  keepNewest: (stories) => `Il n’y a pas de place pour tous. Les plus récents seront gardés : ${stories}.`,
  keepStart: "Garder sur cet appareil",
  keepResume: "Reprendre",
  keepOf: (done, all) => `${done} articles sur ${all}`,
  keepEditionIntro:
    "Tous les articles et leurs images pourront être lus sans connexion, et la une, toutes les listes, les thèmes, les lieux, les auteurs et les archives consultés. La recherche parcourt les articles.",
  keepEditionDone: "Tous les articles, listes, index et archives sont sur cet appareil.",
  keepBegun: "Les articles sont en cours de téléchargement.",
  keepDone: "Tout est sur cet appareil.",
  keepFailed: "Tout n’est pas arrivé. Vérifiez la connexion et réessayez.",
  keepRemove: "Supprimer de cet appareil",
  updateReady: "Une nouvelle version du lecteur est prête",
  reload: "Recharger",
  newStories: (count) => counted(count, { one: "# nouvel article", other: "# nouveaux articles" }),
  newStoriesAtLeast: (count) => counted(count, { other: "Plus de # nouveaux articles" }),
  storyUpdated: "Cet article a été mis à jour",
  show: "Afficher",
  changedSince: (date) => `Cet article a changé depuis que vous l’avez lu le ${date}.`,
  showChanges: "Voir ce qui a changé",
  hideChanges: "Masquer les changements",
  whatChanged: "Ce qui a changé",
  searchOffline: "Vous êtes hors ligne, et cette partie de l’index n’est pas sur cet appareil.",
};
