package io.groupbatch.cli.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event of the log as text or as a line of JSON, in UTF-8, with times in UTC.
 */
final class LogLine extends EncoderBase<ILoggingEvent> {

	private final boolean json;

	private final boolean personal;

	/**
	 * For one file.
	 * @param json whether each event is a JSON object in one line
	 * @param personal whether personal data may be in it
	 */
	LogLine(boolean json, boolean personal) {
		this.json = json;
		this.personal = personal;
	}

	@Override
	public byte[] encode(ILoggingEvent event) {
		String time = Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.MILLIS).toString();
		IThrowableProxy thrown = event.getThrowableProxy();
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("time", time);
		fields.put("level", event.getLevel().toString());
		fields.put("thread", event.getThreadName());
		fields.put("logger", event.getLoggerName());
		fields.put("message", shown(event.getFormattedMessage()));
		if (thrown != null) {
			fields.put("exception", shown(ThrowableProxyUtil.asString(thrown)));
		}
		return ((this.json ? JsonMapper.shared().writeValueAsString(fields) : String.join(" ", fields.values())) + "\n")
			.getBytes(StandardCharsets.UTF_8);
	}

	private String shown(String text) {
		return this.personal ? text : PersonalData.hidden(text);
	}

	@Override
	public byte[] headerBytes() {
		return new byte[0];
	}

	@Override
	public byte[] footerBytes() {
		return new byte[0];
	}

}
