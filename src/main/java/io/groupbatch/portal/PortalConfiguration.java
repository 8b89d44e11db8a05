package io.groupbatch.portal;

import java.net.URI;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
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
	PortalClient portalClient(@Value("${groupbatch.portal.url}") URI url, @Value("${groupbatch.portal.key}") String key,
			@Value("${groupbatch.import.concurrency:15}") int connections, Route route) {
		return new PortalClient(new PortalSettings(url, ApiKey.of(key), connections).by(route));
	}

	@Bean
	@Lazy
	Route route(@Value("${groupbatch.portal.ca:}") String ca, @Value("${groupbatch.portal.proxy:}") String proxy) {
		return new Route(ca.isEmpty() ? null : Path.of(ca), proxy.isEmpty() ? null : URI.create(proxy));
	}

	@Bean
	@Lazy
	Directory directory(PortalClient client) {
		return new Directory(client);
	}

}
