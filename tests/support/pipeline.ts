import { connect } from "node:net";

/**
 * Sends requests ("GET /article/tea") in one connection without waiting for answers, and ends the connection.
 * @param header sent with each of them
 * @param end the text at the end of the answers
 */
export function pipeline(port: number, requests: string[], header: string, end: RegExp): Promise<string> {
  return new Promise((done) => {
    let text = "";
    const socket = connect(port, "localhost", () =>
      socket.write(requests.map((request) => `${request} HTTP/1.1\r\nHost: localhost\r\n${header && `${header}\r\n`}\r\n`).join("")),
    );
    socket.on("error", () => {}).on("close", () => done(text));
    socket.on("data", (part) => {
      text += part.toString("latin1");
      if (end.test(text)) socket.destroy();
    });
  });
}
