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

/** A mail server on this machine that takes every email (RFC 5321), but for now none to an address with "busy". */
export async function smtpStandIn(): Promise<SmtpStandIn> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  const emails: string[] = [];
  let server: Server | undefined;
  return {
    address: `smtp://127.0.0.1:${port}`,
    emails,
    start: (hangs = false) =>
      new Promise((listening) => {
        server = createServer((socket) => {
          sockets.add(socket.on("error", () => {}));
          if (!hangs) serveMail(socket, emails);
        }).listen(port, "127.0.0.1", listening);
      }),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => (server === undefined ? done(undefined) : server.close(done)));
    },
  };
}

function serveMail(socket: Socket, emails: string[]): void {
  let data: string | undefined;
  socket.write("220 mail\r\n");
  socket.on("data", (part) => {
    if (data === undefined) {
      const said = String(part);
      if (said.startsWith("DATA")) data = "";
      if (/^RCPT.*busy/u.test(said)) return void socket.write("451 try again later\r\n");
      return void socket.write(data === undefined ? "250 ok\r\n" : "354 go on\r\n");
    }
    data += String(part);
    if (!data.endsWith("\r\n.\r\n")) return;
    // Quoted-printable (RFC 2045, section 6.7).
    emails.push(
      data.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
    data = undefined;
    socket.write("250 ok\r\n");
  });
}
