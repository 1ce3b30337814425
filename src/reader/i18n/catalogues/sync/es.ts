import { counting } from "../../plurals.ts";
import type { SyncWords } from "./en.ts";

const { counted } = counting("es");

/** What is said about keeping a library in step with an account, in Spanish. */
export const syncEs: SyncWords = {
  title: "Su biblioteca en todos sus dispositivos",
  whatLeaves:
    "Mientras esté activado, el servidor de este periódico guarda lo que usted guarda, sigue, oculta, subraya, anota y quiere volver a buscar, dónde dejó de leer, y su historial si no está en pausa. Nadie más lo recibe.",
  switchOn: "Mantener mi biblioteca al día en todos mis dispositivos",
  beginning: "Su biblioteca se está poniendo al día.",
  lastInStep: "Última vez al día:",
  notInStep: "Su biblioteca no está al día.",
  waiting: (count) => counted(count, { one: "# cambio espera ser enviado.", other: "# cambios esperan ser enviados." }),
  tooLarge: (count) =>
    counted(count, {
      one: "# elemento es demasiado grande para el servidor. Se queda solo en este dispositivo.",
      other: "# elementos son demasiado grandes para el servidor. Se quedan solo en este dispositivo.",
    }),
  noRoom: (count) =>
    counted(count, {
      one: "Su cuenta no tiene más espacio para # elemento. Se queda solo en este dispositivo.",
      other: "Su cuenta no tiene más espacio para # elementos. Se quedan solo en este dispositivo.",
    }),
  reasons: {
    connection: "No hay conexión con el servidor. Cuando la haya, continuará sin más.",
    "signed-out": "Ha cerrado la sesión. Continuará cuando vuelva a iniciarla.",
    "other-account":
      "La biblioteca de este dispositivo pertenece a otra cuenta. Para pasarla a la suya, desactive esto y vuelva a activarlo en la página de la cuenta.",
    "too-many": "El servidor pide esperar. Continuará sin más.",
    "disk-full": "El servidor no tiene más espacio. Lo que usted cambie está a salvo en este dispositivo.",
    device: "Este navegador no guarda nada, o no tiene más espacio.",
  },
  serverFailed: "El servidor ha fallado. Se volverá a intentar sin más, y lo que usted cambie está a salvo en este dispositivo.",
  leaveTitle: "Cerrar sesión",
  leaveText:
    "Su biblioteca se quita de este dispositivo: lo que ha guardado, seguido, subrayado y leído, las copias para leer sin conexión y sus últimas búsquedas. En su cuenta se queda.",
  sending: "Se está enviando lo que ha cambiado.",
  allSent: "Todo lo que ha cambiado está en su cuenta.",
  lost: (count) =>
    counted(count, {
      one: "# cambio no está en su cuenta. Si cierra la sesión ahora, se pierde.",
      other: "# cambios no están en su cuenta. Si cierra la sesión ahora, se pierden.",
    }),
  leave: "Cerrar sesión y quitarla",
  stay: "Seguir con la sesión",
  leaveHint: "Para conservar su biblioteca en este dispositivo, desactive antes que se mantenga al día.",
};
