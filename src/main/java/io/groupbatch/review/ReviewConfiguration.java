package io.groupbatch.review;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the options of the guards.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuardOptions.class)
class ReviewConfiguration {

}
