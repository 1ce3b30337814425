import { expect, test } from "vitest";
import { isPushEndpoint } from "../../../src/server/alerts/pushEndpoint.ts";

test.each([
  "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
  "https://fcm.googleapis.com/fcm/send/abc:def",
  "https://web.push.apple.com/QAbc",
  "https://wns2-par02p.notify.windows.com/w/?token=abc",
])("a push service has %s", (endpoint) => {
  expect(isPushEndpoint(endpoint, [])).toBe(true);
});

test.each([
  "http://push.services.example.com/x",
  "https://localhost/x",
  "https://127.0.0.1/x",
  "https://0x7f.1/x",
  "https://2130706433/x",
  "https://[::1]/x",
  "https://[::ffff:10.0.0.1]/x",
  "https://169.254.169.254/latest/meta-data",
  "https://intranet/x",
  "https://printer.local/x",
  "https://printer.local./x",
  "https://metadata.google.internal/x",
  "https://push.services.example.com:8443/x",
  "https://someone:secret@push.services.example.com/x",
  "ftp://push.services.example.com/x",
  "push.services.example.com",
])("no push service has %s", (endpoint) => {
  expect(isPushEndpoint(endpoint, ["https://push.paper.internal"])).toBe(false);
});

test("the operator's own push service is one, whatever its address", () => {
  expect(isPushEndpoint("http://10.0.0.7:8080/x", ["http://10.0.0.7:8080"])).toBe(true);
  expect(isPushEndpoint("http://10.0.0.7:8081/x", ["http://10.0.0.7:8080"])).toBe(false);
});
