import { createServer, type Server, type Socket } from "node:net";
import { freePort } from "./accountsProcess.ts";

export type SmtpStandIn = {
  address: string;
  /** Emails that it took, decoded. */
  emails: string[];
  /** Begins to listen; before, nobody is there. `hangs`: it greets nobody. */
  start: (hangs?: boolean) => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * A mail server on this machine that takes every email (RFC 5321), but none to an address with "gone" or "policy", none for now to one
 * with "busy", to one with "soon" at the second time, and of one to an address with "cut" the text, without a reply.
 */
export async function smtpStandIn(): Promise<SmtpStandIn> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  const emails: string[] = [];
  const asked = new Set<string>();
  let server: Server | undefined;
  return {
    address: `smtp://127.0.0.1:${port}`,
    emails,
    start: (hangs = false) =>
      new Promise((listening) => {
        server = createServer((socket) => {
          sockets.add(socket.on("error", () => {}));
          if (!hangs) serveMail(socket, emails, asked);
        }).listen(port, "127.0.0.1", listening);
      }),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => (server === undefined ? done(undefined) : server.close(done)));
    },
  };
}

/** What it says of recipients whom it does not take (RFC 5321, RFC 3463). @param asked recipients who were named before */
function refusal(said: string, asked: Set<string>): string | undefined {
  if (/^RCPT.*busy/u.test(said)) return "451 try again later";
  if (/^RCPT.*gone/u.test(said)) return "550 5.1.1 no such user";
  if (/^RCPT.*policy/u.test(said)) return "550 5.7.1 not from your network";
  if (!/^RCPT.*soon/u.test(said) || asked.has(said)) return undefined;
  asked.add(said);
  return "450 4.2.0 greylisted";
}

function serveMail(socket: Socket, emails: string[], asked: Set<string>): void {
  let data: string | undefined;
  let isCut = false;
  socket.write("220 mail\r\n");
  socket.on("data", (part) => {
    if (data === undefined) {
      const said = String(part);
      if (said.startsWith("DATA")) data = "";
      if (said.startsWith("RCPT")) isCut = said.includes("cut");
      const refused = refusal(said, asked);
      if (refused !== undefined) return void socket.write(`${refused}\r\n`);
      return void socket.write(data === undefined ? "250 ok\r\n" : "354 go on\r\n");
    }
    data += String(part);
    if (!data.endsWith("\r\n.\r\n")) return;
    // Quoted-printable (RFC 2045, section 6.7).
    emails.push(
      data.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
    data = undefined;
    if (isCut) socket.destroy();
    else socket.write("250 ok\r\n");
  });
}
