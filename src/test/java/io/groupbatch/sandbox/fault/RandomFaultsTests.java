package io.groupbatch.sandbox.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import io.groupbatch.sandbox.fault.FaultPolicy.Act;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Break;
import io.groupbatch.sandbox.fault.FaultPolicy.Break.Point;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Late;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.fault.FaultPolicy.Old;
import io.groupbatch.sandbox.log.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which fault a file asks for, and which request meets it. */
public class RandomFaultsTests {

	private static final String SALES = "/api/2.0/group/5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11";

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0} {1} {2} meets {3}")
	@CsvSource(delimiter = '|',
			value = { "cut-before|PUT||Cut[works=false]", "cut-after|PUT||Cut[works=true]",
					"read-cut|GET||Cut[works=false]", "200-malformed|PUT||Spoil[all=false]",
					"200-empty|PUT||Spoil[all=true]", "500-before|DELETE||Break[point=BEFORE, part=0.0]" })
	void aFaultThatIsCertainHappens(String key, String method, String body, String act) {
		assertThat(faults(key, "100%").onRequest(request(method, SALES, (body != null) ? body : ""))).hasToString(act);
	}

	@ParameterizedTest(name = "{0}: {1}, works: {2}")
	@CsvSource({ "502-before, 502, false", "503-before, 503, false", "504-before, 504, false", "502-after, 502, true",
			"503-after, 503, true", "504-after, 504, true", "429-minute, 429, false", "429-at-once, 429, false",
			"429-day, 429, false" })
	void anAnswerMayComeInPlaceOfTheTrueOne(String key, int status, boolean works) {
		Act act = faults(key, "100%").onRequest(request("PUT", SALES, ""));

		assertThat(act).isInstanceOfSatisfying(Answer.class, (answer) -> {
			assertThat(answer.status()).isEqualTo(status);
			assertThat(answer.works()).isEqualTo(works);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "cut-late", "502-late", "503-late", "504-late" })
	void lateWorkTakesATimeBetweenTheTwo(String key) {
		RandomFaults faults = faults(key, "100%", "late-from", "2s", "late-to", "3s");

		for (int time = 0; time < 20; time++) {
			assertThat(faults.onRequest(request("PUT", SALES, ""))).isInstanceOfSatisfying(Late.class,
					(late) -> assertThat(late.work()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3)));
		}
		assertThat(faults.lag()).isZero();
	}

	@Test
	void anOldReadIsAtMostAsOldAsTheLag() {
		RandomFaults faults = faults("read-old", "100%", "lag", "2s");

		for (int time = 0; time < 20; time++) {
			assertThat(faults.onRequest(request("GET", SALES, ""))).isInstanceOfSatisfying(Old.class,
					(old) -> assertThat(old.age()).isBetween(Duration.ZERO, Duration.ofSeconds(2)));
		}
		assertThat(faults.lag()).isEqualTo(Duration.ofSeconds(2));
	}

	@ParameterizedTest(name = "{0} happens to {1} {2}: {4}")
	@CsvSource(delimiter = '|',
			value = { "cut-before|GET|/api/2.0/group||false", "read-cut|PUT|/api/2.0/group/1||false",
					"500-halfway-create|POST|/api/2.0/group||true", "500-halfway-create|POST|/api/2.0/group/||true",
					"500-halfway-create|POST|/api/2.0/group/1/members||false",
					"500-halfway-create|PUT|/api/2.0/group/1||false", "500-halfway-change|PUT|/api/2.0/group/1||true",
					"500-halfway-change|POST|/api/2.0/group||false",
					"403-halfway-remove|PUT|/api/2.0/group/1|{\"membersToRemove\": [\"x\"]}|true",
					"403-halfway-remove|PUT|/api/2.0/group/1|{\"membersToRemove\": []}|false",
					"403-halfway-remove|PUT|/api/2.0/group/1|{\"membersToAdd\": [\"x\"]}|false",
					"403-halfway-remove|POST|/api/2.0/group|{\"groupName\": \"\\\"membersToRemove\\\":[\\\"\"}|false",
					"403-halfway-remove|DELETE|/api/2.0/group/1/members|{}|true",
					"403-halfway-remove|PUT|/api/2.0/group/1/members/2||true", "429-day|DELETE|/api/2.0/group/1||false",
					"429-day|POST|/api/2.0/group||true", "read-old|GET|/api/2.0/group?count=1||true",
					"read-old|GET|/api/2.0/people/filter||false" })
	void aFaultHappensOnlyWhereItBelongs(String key, String method, String path, String body, boolean happens) {
		Act act = faults(key, "100%").onRequest(request(method, path, (body != null) ? body : ""));

		assertThat(act instanceof Normal).isNotEqualTo(happens);
	}

	@Test
	void whereWorkBreaksIsLeftToChance() {
		assertThat(faults("500-halfway-create", "100%").onRequest(request("POST", "/api/2.0/group", "")))
			.isInstanceOfSatisfying(Break.class, (broken) -> {
				assertThat(broken.point()).isEqualTo(Point.HALFWAY);
				assertThat(broken.part()).isGreaterThan(0).isLessThan(1);
			});
	}

	@Test
	void theDailyLimitSaysWhenItEnds() {
		Act act = faults("429-day", "100%", "retry-after", "2m").onRequest(request("PUT", SALES, ""));

		Map<String, String> headers = ((Answer) act).headers();
		assertThat(headers).containsEntry("Retry-After", "120")
			.containsEntry("X-RateLimit-Limit", "10000")
			.containsEntry("X-RateLimit-Remaining", "0");
		assertThat(Long.parseLong(headers.get("X-RateLimit-Reset"))).isBetween(Instant.now().getEpochSecond() + 60,
				Instant.now().getEpochSecond() + 121);
	}

	@ParameterizedTest
	@CsvSource({ "429-minute, 1500", "429-at-once, 15" })
	void theOtherLimitsDoNotSayWhenTheyEnd(String key, String limit) {
		Act act = faults(key, "100%").onRequest(request("PUT", SALES, ""));

		assertThat(((Answer) act).headers())
			.isEqualTo(Map.of("X-RateLimit-Limit", limit, "X-RateLimit-Remaining", "0"));
	}

	@Test
	void theSameSeedAndRequestsMeetTheSameFaultsInAnyOrder() {
		List<RecordedRequest> requests = requests();
		List<RecordedRequest> others = new ArrayList<>(requests);
		Collections.reverse(others);

		assertThat(acts(mixed("7"), others)).isEqualTo(acts(mixed("7"), requests));
		assertThat(acts(mixed("8"), requests)).isNotEqualTo(acts(mixed("7"), requests));
		assertThat(acts(mixed("7"), requests).toString()).contains("Cut", "Answer", "Late", "Normal");
	}

	@Test
	void theSameRequestAgainMayFareOtherwise() {
		RandomFaults faults = faults("cut-before", "50%");
		List<Act> acts = new ArrayList<>();
		for (int time = 0; time < 50; time++) {
			acts.add(faults.onRequest(request("PUT", SALES, "{}")));
		}

		assertThat(acts).contains(new Cut(false), new Normal());
		assertThat(faults.happened()).isEqualTo(Collections.frequency(acts, new Cut(false)));
	}

	@Test
	void aNewGroupCountsByTheRequestThatMadeIt() {
		assertThat(actsOfANewGroup(UUID.randomUUID())).isEqualTo(actsOfANewGroup(UUID.randomUUID()));
	}

	private static List<Act> actsOfANewGroup(UUID id) {
		RandomFaults faults = mixed("3");
		RecordedRequest create = request("POST", "/api/2.0/group", "{\"groupName\":\"New\"}");
		faults.onRequest(create);
		faults.onCreate(create, id);
		List<Act> acts = new ArrayList<>();
		for (int time = 0; time < 50; time++) {
			acts.add(faults.onRequest(request("PUT", "/api/2.0/group/" + id, "")));
		}
		return acts;
	}

	@Test
	void aShareOfTheRequestsMeetsAFault() {
		RandomFaults faults = faults("cut-before", "10%", "502-after", "0.5%");
		Map<Act, Integer> counts = new HashMap<>();
		for (int number = 0; number < 20_000; number++) {
			counts.merge(faults.onRequest(request("PUT", SALES, "{" + number + "}")), 1, Integer::sum);
		}

		assertThat(counts.get(new Cut(false))).isBetween(1800, 2200);
		assertThat(counts.get(Answer.fromProxy(502, true))).isBetween(60, 140);
	}

	@Test
	void afterSoManyFaultsThePortalBehaves() {
		RandomFaults faults = faults("cut-before", "100%", "most-faults", "2");

		assertThat(faults.onRequest(request("PUT", SALES, ""))).isEqualTo(new Cut(false));
		assertThat(faults.onRequest(request("GET", SALES, ""))).isEqualTo(new Normal());
		assertThat(faults.onRequest(request("PUT", SALES, ""))).isEqualTo(new Cut(false));
		assertThat(faults.onRequest(request("PUT", SALES, ""))).isEqualTo(new Normal());
		assertThat(faults.happened()).isEqualTo(2);
	}

	@ParameterizedTest(name = "{0}={1}")
	@CsvSource(delimiter = '|',
			value = { "cut-befor|2%|There is no \"cut-befor\". Did you mean \"cut-before\"? All keys are in",
					"chaos|9|There is no \"chaos\". All keys are", "cut-after|2|cut-after is \"2\"; write a percentage",
					"cut-after|101%|such as 2% or 0.5%", "cut-after|-1%|such as 2%", "cut-after|two|such as 2%",
					"late-from|5|late-from is \"5\"; write a time, such as 200ms", "late-to|1 week|such as 200ms",
					"late-from|4s|late-from is longer than late-to", "seed|x|seed is \"x\"; write a whole number",
					"seed|99999999999999999999|whole number", "most-faults|-1|most-faults is \"-1\"" })
	void aMistakeIsRefused(String key, String value, String words) {
		assertThatIllegalArgumentException().isThrownBy(() -> faults(key, value)).withMessageContaining(words);
	}

	@Test
	void allMistakesAreToldAtOnce() {
		assertThatIllegalArgumentException().isThrownBy(() -> faults("cut-after", "x", "lag", "y", "what", "z"))
			.withMessageContainingAll("cut-after is \"x\"", "lag is \"y\"", "no \"what\"");
	}

	@Test
	void moreThanAlwaysIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> faults("cut-after", "60%", "502-late", "41%"))
			.withMessage("The faults of writes come to more than 100%.");
		assertThatIllegalArgumentException().isThrownBy(() -> faults("read-cut", "60%", "read-old", "41%"))
			.withMessage("The faults of reads come to more than 100%.");
		assertThat(faults("cut-after", "60%", "502-late", "40%", "read-cut", "60%").seed()).isEqualTo(1);
	}

	@Test
	void aFileIsReadInUtf8() throws IOException {
		Path file = this.folder.resolve("faults.properties");
		Files.writeString(file, "# ä\nseed = -5\nread-cut: 100 %\n");

		assertThat(RandomFaults.read(file).seed()).isEqualTo(-5);
		assertThat(RandomFaults.read(file).onRequest(request("GET", SALES, ""))).isEqualTo(new Cut(false));
		Files.write(file, "# ä\n".getBytes(StandardCharsets.ISO_8859_1));
		assertThatIllegalArgumentException().isThrownBy(() -> RandomFaults.read(file)).withMessageContaining("UTF-8");
		assertThatThrownBy(() -> RandomFaults.read(this.folder.resolve("none")))
			.isInstanceOf(NoSuchFileException.class);
	}

	@Test
	void theExampleNamesEveryKey() throws IOException {
		Path example = Path.of("input/faults.properties");
		Properties said = new Properties();
		said.load(Files.newBufferedReader(example));

		assertThat(RandomFaults.read(example).seed()).isEqualTo(42);
		assertThat(said.stringPropertyNames()).contains("seed", "most-faults", "late-from", "late-to", "lag",
				"retry-after");
		assertThat(FaultType.all()).extracting(FaultType::key)
			.filteredOn((key) -> !key.startsWith("503"))
			.allMatch(said::containsKey);
	}

	@Test
	void withoutKeysNothingGoesWrong() {
		assertThat(faults().onRequest(request("PUT", SALES, ""))).isEqualTo(new Normal());
	}

	private static List<RecordedRequest> requests() {
		List<RecordedRequest> requests = new ArrayList<>();
		for (int number = 0; number < 100; number++) {
			requests.add(request((number % 3 == 0) ? "POST" : "PUT", "/api/2.0/group/" + number % 4, "{" + number % 7));
		}
		return requests;
	}

	/** What happens to each request and its repetitions, whatever the order. */
	private static Map<String, List<String>> acts(RandomFaults faults, List<RecordedRequest> requests) {
		Map<String, List<String>> acts = new HashMap<>();
		for (RecordedRequest request : requests) {
			acts.computeIfAbsent(request.method() + request.path() + request.body(), (key) -> new ArrayList<>())
				.add(faults.onRequest(request).toString());
		}
		return acts;
	}

	private static RandomFaults mixed(String seed) {
		return faults("seed", seed, "cut-before", "20%", "502-after", "20%", "504-late", "20%");
	}

	private static RecordedRequest request(String method, String path, String body) {
		return new RecordedRequest(1, Instant.EPOCH, method, path, 0, body, null);
	}

	public static RandomFaults faults(String... keysAndValues) {
		Properties properties = new Properties();
		for (int index = 0; index < keysAndValues.length; index += 2) {
			properties.setProperty(keysAndValues[index], keysAndValues[index + 1]);
		}
		return RandomFaults.of(properties);
	}

}
