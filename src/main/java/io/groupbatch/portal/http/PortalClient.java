package io.groupbatch.portal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.groupbatch.portal.http.AnswerReader.Read;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.portal.payload.Json;
import io.groupbatch.portal.payload.Person;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JsonParser;

/**
 * The one client of the portal (portal contract 1, 5, 8). Every call is made once and
 * ends in a value, whatever goes wrong. Thread-safe; closing it cuts what is under way.
 */
public final class PortalClient implements AutoCloseable {

	private final PortalSettings settings;

	private final CloseableHttpClient http;

	private final RestClient rest;

	private final AnswerReader answers;

	private final TrafficListener traffic;

	private final RecentRequests recent = new RecentRequests(System::nanoTime);

	/** Of one client: a thread may use several. */
	@SuppressWarnings("ThreadLocalUsage")
	private final ThreadLocal<Runnable> leaving = new ThreadLocal<>();

	private volatile @Nullable Duration skew;

	public PortalClient(PortalSettings settings) {
		this(settings, TrafficListener.NONE);
	}

	/**
	 * Opens a client.
	 * @param traffic is told of answers, and when a read waits because the portal asked
	 * for it
	 */
	public PortalClient(PortalSettings settings, TrafficListener traffic) {
		this.settings = settings;
		this.traffic = traffic;
		this.http = HttpClientFactory.open(settings, this::leaves);
		this.answers = new AnswerReader(settings.key());
		this.rest = RestClient.builder()
			.requestFactory(new HttpComponentsClientHttpRequestFactory(this.http))
			.configureMessageConverters(
					(converters) -> converters.addCustomConverter(new ByteArrayHttpMessageConverter()))
			.defaultHeaders((headers) -> {
				headers.setAccept(List.of(MediaType.APPLICATION_JSON));
				headers.setBearerAuth(settings.key().reveal());
			})
			.build();
	}

	/**
	 * Sends one request, once.
	 * @param request the request
	 * @return what came back, or that nothing did
	 */
	public Answer send(GroupRequest request) {
		return send(request, () -> {
		});
	}

	/**
	 * Sends one request, once.
	 * @param request the request
	 * @param leaving called in this thread when a connection is there and the first byte
	 * is about to leave; never when nothing leaves, and twice when a proxy asks for a
	 * password
	 * @return what came back, or that nothing did
	 */
	public Answer send(GroupRequest request, Runnable leaving) {
		this.leaving.set(leaving);
		try {
			return sendNow(request);
		}
		finally {
			this.leaving.remove();
		}
	}

	/**
	 * Invites people, once.
	 * @param request the request
	 * @return what came back, or that nothing did; who was invited, only the list of
	 * people tells
	 */
	public Answer invite(InvitationRequest request) {
		return exchange(HttpMethod.POST, "/people/invite", request.body(), (json) -> Json.list(json, Person::read))
			.answer();
	}

	private Answer sendNow(GroupRequest request) {
		Read<Group> read = exchange(request.method(), request.path(), request.body(), Group::read);
		Group group = read.content();
		int status = read.answer().status();
		if (group == null) {
			return read.answer();
		}
		boolean another = request.groupId() != null && !request.groupId().equals(group.id());
		return another ? AnswerReader.unreadable(status) : Answer.of(status, group);
	}

	/**
	 * Makes a small read, once.
	 * @return what came back; {@link Answer.Shape#GROUP} when it is what a portal says
	 */
	public Answer probe() {
		return get("/group?count=1", (json) -> Json.list(json, Group::read)).answer();
	}

	/**
	 * Makes a read, once; what comes back is a value, also when it fails.
	 * @param path below {@code /api/2.0}, with its query
	 * @param content reads {@code response}
	 */
	public <T> Read<T> get(String path, Function<JsonParser, T> content) {
		return exchange(HttpMethod.GET, path, null, content);
	}

	/** A read waits so long, because the portal asked for it. */
	public void pausing(Duration length) {
		this.traffic.pausing(length);
	}

	/**
	 * What this client has sent in the last minute.
	 * @return the live record
	 */
	public RecentRequests recent() {
		return this.recent;
	}

	/**
	 * How much later it is by the portal's clock, to the second.
	 * @return nothing when no answer has said
	 */
	public Optional<Duration> clockSkew() {
		return Optional.ofNullable(this.skew);
	}

	/** How many requests may be under way at once. */
	public int connections() {
		return this.settings.connections();
	}

	/** The portal's address. */
	public URI url() {
		return this.settings.url();
	}

	private void leaves() {
		Runnable listener = this.leaving.get();
		if (listener != null) {
			listener.run();
		}
	}

	private <T> Read<T> exchange(HttpMethod method, String path, byte @Nullable [] body,
			Function<JsonParser, T> content) {
		RestClient.RequestBodySpec request = this.rest.method(method)
			.uri(URI.create(this.settings.url() + "/api/2.0" + path));
		if (body != null) {
			request = request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		this.recent.note();
		long begin = System.nanoTime();
		try {
			Read<T> read = request.exchangeForRequiredValue((sent, response) -> {
				noteClock(response.getHeaders());
				return this.answers.read(response.getStatusCode().value(), response.getHeaders(), bodyOf(response),
						content);
			});
			this.traffic.answered(Duration.ofNanos(System.nanoTime() - begin));
			return read;
		}
		catch (ResourceAccessException | IllegalStateException ex) {
			Answer failure = HttpClientFactory.failure(ex, this.settings.readTimeout());
			return new Read<>(Answer.of(0, failure.shape(), this.answers.clean(failure.words())));
		}
	}

	private void noteClock(HttpHeaders headers) {
		try {
			long date = headers.getDate();
			if (date >= 0) {
				this.skew = Duration.ofSeconds(Math.floorDiv(date - System.currentTimeMillis() + 999, 1000L));
			}
		}
		catch (IllegalArgumentException ex) {
			// no date that anybody could read
		}
	}

	/** All of it has arrived, so what fails here is the unpacking. */
	private static byte @Nullable [] bodyOf(ClientHttpResponse response) {
		try (InputStream in = response.getBody()) {
			byte[] body = in.readNBytes(HttpClientFactory.LONGEST_BODY + 1);
			return (body.length <= HttpClientFactory.LONGEST_BODY) ? body : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	@Override
	public void close() {
		try {
			this.http.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
