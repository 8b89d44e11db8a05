package io.groupbatch.sandbox.log;

import java.time.Instant;

/**
 * One invitation that the sandbox has sent by mail: what a real portal would have put
 * into a mailbox. It cannot be taken back.
 *
 * @param request the number of the request in {@link RequestLog}
 * @param address the address, as it was written in the request
 * @param time when it was sent
 */
public record SentMail(long request, String address, Instant time) {
}
