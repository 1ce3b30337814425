/** The first byte of every shard: whether what follows is as it is, or raw deflate (RFC 1951). The host need not compress anything. */
export const PLAIN = 0;
export const DEFLATED = 1;
