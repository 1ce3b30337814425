import { counting } from "../../plurals.ts";
import type { ExportWords } from "./en.ts";

const { counted } = counting("fr");

/** What is said about taking a library along and bringing one in, in French. */
export const exportFr: ExportWords = {
  takeTitle: "Votre bibliothèque, à emporter",
  takeText: "Tout ce que vous avez gardé, suivi, lu, surligné et noté. C’est à vous ; personne d’autre ne le reçoit.",
  headings: {
    saved: "Gardés",
    followed: "Ce que vous suivez",
    search: "Recherches enregistrées",
    highlight: "Surlignages",
    read: "Historique",
  },
  asJson: "Tout, en un fichier à importer ailleurs (JSON)",
  asHtml: "Tout, en une page à lire (HTML)",
  asOpml: "Ce que vous suivez, pour un lecteur de flux (OPML)",
  bringTitle: "Importer une bibliothèque",
  bringText: "Rien de ce qui est ici n’est perdu. Ce qui est des deux côtés reste dans sa version la plus récente.",
  bringFile: "Fichier d’une bibliothèque (JSON)",
  chooseFile: "Choisir un fichier",
  noFile: "Aucun fichier choisi",
  boundTitle: "Les articles gardés, réunis",
  asBook: "En livre numérique (EPUB)",
  onPaper: "Sur papier",
  gathering: "Les articles sont en train d’être réunis.",
  bound: "C’est fait.",
  storiesIn: (count) => counted(count, { one: "# article", other: "# articles" }),
  storiesMissing: (count) =>
    counted(count, {
      one: "# article n’a pu être obtenu et n’y figure pas.",
      other: "# articles n’ont pu être obtenus et n’y figurent pas.",
    }),
  contents: "Sommaire",
  notALibrary: "Ce fichier n’est pas une bibliothèque Broadsheet, ou vient d’une version plus récente. Rien n’a été modifié.",
  nothingNew: "Rien n’y était nouveau.",
  cameIn: (count) =>
    counted(count, {
      one: "# nouvel élément a été ajouté.",
      other: "# nouveaux éléments ont été ajoutés.",
    }),
  wereHere: (count) => counted(count, { one: "# élément était déjà ici.", other: "# éléments étaient déjà ici." }),
  setAside: (count) => counted(count, { one: "# élément a été mis de côté :", other: "# éléments ont été mis de côté :" }),
};
