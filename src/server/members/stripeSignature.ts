import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds that the clocks of Stripe and of the server may differ, and after which a request that somebody recorded is refused. */
const TOLERANCE = 300;

/**
 * Checks the header `Stripe-Signature` (https://docs.stripe.com/webhooks#verify-manually): "t=" the time, and one "v1=" for each secret of
 * the endpoint, of which there are two while it is being replaced. What follows other names is ignored.
 * @param now in milliseconds since 1970
 * @returns why the request is refused; undefined if Stripe has sent it now
 */
export function whyRefused(header: string, body: string, secret: string, now: number): string | undefined {
  const parts = header.split(",").map((part) => part.trim().split("=", 2));
  const time = parts.find(([name]) => name === "t")?.[1] ?? "";
  const signatures = parts.flatMap(([name, value = ""]) => (name === "v1" ? [value] : []));
  if (!/^\d{1,12}$/u.test(time) || signatures.length === 0) return "The request has no Stripe-Signature.";
  const expected = createHmac("sha256", secret).update(`${time}.${body}`).digest();
  const isSigned = signatures.some((signature) => {
    const given = Buffer.from(signature, "hex");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isSigned) return "The signature is not that of this endpoint's secret, STRIPE_WEBHOOK_SECRET.";
  if (Math.abs(now / 1000 - Number(time)) > TOLERANCE)
    return "The request was signed more than five minutes ago or ahead of this server's clock.";
  return undefined;
}
