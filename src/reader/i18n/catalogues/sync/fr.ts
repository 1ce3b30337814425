import { counting } from "../../plurals.ts";
import type { SyncWords } from "./en.ts";

const { counted } = counting("fr");

/** What is said about keeping a library in step with an account, in French. */
export const syncFr: SyncWords = {
  title: "Votre bibliothèque sur tous vos appareils",
  whatLeaves:
    "Tant que c’est activé, le serveur de ce journal conserve ce que vous enregistrez, suivez, masquez, surlignez, notez et voulez rechercher à nouveau, où vous avez arrêté de lire, et votre historique s’il n’est pas en pause. Personne d’autre ne le reçoit.",
  switchOn: "Garder ma bibliothèque à jour sur tous mes appareils",
  beginning: "Votre bibliothèque est en cours de mise à jour.",
  lastInStep: "Dernière mise à jour\u00a0:",
  notInStep: "Votre bibliothèque n’est pas à jour.",
  waiting: (count) => counted(count, { one: "# modification attend d’être envoyée.", other: "# modifications attendent d’être envoyées." }),
  tooLarge: (count) =>
    counted(count, {
      one: "# élément est trop grand pour le serveur. Il reste sur cet appareil seulement.",
      other: "# éléments sont trop grands pour le serveur. Ils restent sur cet appareil seulement.",
    }),
  noRoom: (count) =>
    counted(count, {
      one: "Votre compte n’a plus de place pour # élément. Il reste sur cet appareil seulement.",
      other: "Votre compte n’a plus de place pour # éléments. Ils restent sur cet appareil seulement.",
    }),
  reasons: {
    connection: "Il n’y a pas de connexion au serveur. Cela reprendra tout seul dès qu’il y en aura une.",
    "signed-out": "Vous êtes déconnecté. Cela reprendra quand vous vous connecterez à nouveau.",
    "other-account":
      "La bibliothèque de cet appareil appartient à un autre compte. Pour la mettre dans le vôtre, désactivez puis réactivez ceci sur la page du compte.",
    "too-many": "Le serveur demande d’attendre. Cela reprendra tout seul.",
    "disk-full": "Le serveur n’a plus de place. Ce que vous modifiez est en sécurité sur cet appareil.",
    device: "Ce navigateur ne conserve rien, ou n’a plus de place.",
  },
  serverFailed: "Le serveur a eu une erreur. Un nouvel essai se fera tout seul, et ce que vous modifiez est en sécurité sur cet appareil.",
  leaveTitle: "Se déconnecter",
  leaveText:
    "Votre bibliothèque est retirée de cet appareil\u00a0: ce que vous avez enregistré, suivi, surligné et lu, les copies pour lire hors connexion et vos dernières recherches. Elle reste dans votre compte.",
  sending: "Ce que vous avez modifié est en cours d’envoi.",
  allSent: "Tout ce que vous avez modifié est dans votre compte.",
  lost: (count) =>
    counted(count, {
      one: "# modification n’est pas dans votre compte. Si vous vous déconnectez maintenant, elle est perdue.",
      other: "# modifications ne sont pas dans votre compte. Si vous vous déconnectez maintenant, elles sont perdues.",
    }),
  leave: "Se déconnecter et la retirer",
  stay: "Rester connecté",
  leaveHint: "Pour garder votre bibliothèque sur cet appareil, désactivez d’abord sa mise à jour.",
};
