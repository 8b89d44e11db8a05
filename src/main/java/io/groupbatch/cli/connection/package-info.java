/**
 * How the command line says where the portal is: address, key, certificates, proxy.
 */
@NullMarked
package io.groupbatch.cli.connection;

import org.jspecify.annotations.NullMarked;
