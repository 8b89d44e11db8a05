package io.groupbatch.portal;

import io.groupbatch.portal.http.TrafficListener;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.http.PortalSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The portal as beans, made when they are first used: some commands need none.
 */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

	@Bean
	@Lazy
	PortalClient portalClient(PortalSettings settings, TrafficListener traffic) {
		return new PortalClient(settings, traffic);
	}

	@Bean
	@Lazy
	Directory directory(PortalClient client) {
		return new Directory(client);
	}

}
