package io.groupbatch.batch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a run that is asked to stop may take; there is no reason to change it but a
 * test in a hurry.
 *
 * @param openRequests for requests that are under way
 * @param inAll until its report is written
 */
@ConfigurationProperties("groupbatch.stop")
record ShutdownProperties(@DefaultValue("8s") Duration openRequests, @DefaultValue("20s") Duration inAll) {

}
