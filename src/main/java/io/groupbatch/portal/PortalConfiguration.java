package io.groupbatch.portal;

import io.groupbatch.portal.http.PauseListener;
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
	PortalClient portalClient(PortalSettings settings, PauseListener pauses) {
		return new PortalClient(settings, pauses);
	}

	@Bean
	@Lazy
	Directory directory(PortalClient client) {
		return new Directory(client);
	}

}
