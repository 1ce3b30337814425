import { counting } from "../../plurals.ts";
import type { SyncWords } from "./en.ts";

const { counted } = counting("de");

/** What is said about keeping a library in step with an account, in German. */
export const syncDe: SyncWords = {
  title: "Ihre Sammlung auf allen Geräten",
  whatLeaves:
    "Solange dies eingeschaltet ist, bewahrt der Server dieser Zeitung auf, was Sie merken, verfolgen, stummschalten, markieren, notieren und wieder suchen wollen, wo Sie aufgehört haben zu lesen, und Ihren Verlauf, sofern er nicht ruht. Niemand sonst bekommt es.",
  switchOn: "Meine Sammlung auf allen Geräten gleich halten",
  beginning: "Ihre Sammlung wird abgeglichen.",
  lastInStep: "Zuletzt abgeglichen:",
  notInStep: "Ihre Sammlung ist nicht abgeglichen.",
  waiting: (count) =>
    counted(count, { one: "# Änderung wartet darauf, gesendet zu werden.", other: "# Änderungen warten darauf, gesendet zu werden." }),
  tooLarge: (count) =>
    counted(count, {
      one: "# Eintrag ist für den Server zu groß. Er bleibt nur auf diesem Gerät.",
      other: "# Einträge sind für den Server zu groß. Sie bleiben nur auf diesem Gerät.",
    }),
  noRoom: (count) =>
    counted(count, {
      one: "Ihr Konto hat für # Eintrag keinen Platz mehr. Er bleibt nur auf diesem Gerät.",
      other: "Ihr Konto hat für # Einträge keinen Platz mehr. Sie bleiben nur auf diesem Gerät.",
    }),
  reasons: {
    connection: "Es gibt keine Verbindung zum Server. Sobald es eine gibt, geht es von selbst weiter.",
    "signed-out": "Sie sind abgemeldet. Es geht weiter, wenn Sie sich wieder anmelden.",
    "other-account":
      "Die Sammlung auf diesem Gerät gehört zu einem anderen Konto. Um sie in Ihres zu übernehmen, schalten Sie dies auf der Seite des Kontos aus und wieder ein.",
    "too-many": "Der Server bittet zu warten. Es geht von selbst weiter.",
    "disk-full": "Der Server hat keinen Platz mehr. Was Sie ändern, ist auf diesem Gerät sicher.",
    device: "Dieser Browser bewahrt nichts auf oder hat keinen Platz mehr dafür.",
  },
  serverFailed: "Der Server hat einen Fehler. Es wird von selbst noch einmal versucht, und was Sie ändern, ist auf diesem Gerät sicher.",
  leaveTitle: "Abmelden",
  leaveText:
    "Ihre Sammlung wird von diesem Gerät entfernt: was Sie gemerkt, verfolgt, markiert und gelesen haben, die Kopien zum Lesen ohne Verbindung und Ihre letzten Suchen. In Ihrem Konto bleibt sie.",
  sending: "Was Sie geändert haben, wird gesendet.",
  allSent: "Alles, was Sie geändert haben, ist in Ihrem Konto.",
  lost: (count) =>
    counted(count, {
      one: "# Änderung ist nicht in Ihrem Konto. Wenn Sie sich jetzt abmelden, geht sie verloren.",
      other: "# Änderungen sind nicht in Ihrem Konto. Wenn Sie sich jetzt abmelden, gehen sie verloren.",
    }),
  leave: "Abmelden und entfernen",
  stay: "Angemeldet bleiben",
  leaveHint: "Um Ihre Sammlung auf diesem Gerät zu behalten, schalten Sie vorher den Abgleich aus.",
};
