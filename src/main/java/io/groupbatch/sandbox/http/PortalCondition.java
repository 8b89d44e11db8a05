package io.groupbatch.sandbox.http;

/** What state the portal as a whole is in (portal contract 2.2). */
public enum PortalCondition {

	/** It serves. */
	OPEN,
	/** Every request is 404 in shape D. */
	SUSPENDED,
	/** Every request is 403 in shape D. */
	BEING_MOVED,
	/** Group requests are 402 in shape D, most people requests are served. */
	UNPAID,
	/** Every request is 403 in shape G. */
	ADDRESS_REFUSED,
	/** Every request with a key is 500 in shape A. */
	UNKNOWN_HOST

}
