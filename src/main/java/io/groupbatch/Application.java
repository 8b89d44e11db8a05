package io.groupbatch;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Entry point.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class Application {

	public static void main(String[] args) {
		System.out.println("hello");
	}

	@Bean
	Clock clock() {
		return Clock.system(ZoneId.systemDefault());
	}

}
