package io.groupbatch.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A {@code report.csv} as another program reads it.
 *
 * @param headings its first record
 * @param rows its lines, each by heading
 */
public record Report(List<String> headings, List<Map<String, String>> rows) {

	public static Report read(Path file) {
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8); CSVParser csv = format.parse(text)) {
			return new Report(csv.getHeaderNames(), csv.stream().map(CSVRecord::toMap).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How many rows have each status. */
	public Map<String, Long> counts() {
		return this.rows.stream().collect(Collectors.groupingBy((row) -> row.get("status"), Collectors.counting()));
	}

	/** The rows with a status. */
	public List<Map<String, String>> with(String status) {
		return where((row) -> row.get("status").equals(status));
	}

	public List<Map<String, String>> where(Predicate<Map<String, String>> condition) {
		return this.rows.stream().filter(condition).toList();
	}

}
