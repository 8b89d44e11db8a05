import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A portal that answers what an import needs, as fast as one thread can: groups are kept
 * in memory, and every answer may come a fixed time later. {@code POST /reset?latency=20&
 * groups=15&people=200&full=1} begins anew, with that many people, each of them in one of the
 * groups in turn when {@code full} is given; {@code POST /watch} forgets when the first write
 * came, and {@code GET /stats} tells.
 */
final class Stub {

	private int people = 200;

	private static final String PERSON = "20000000-0000-4000-8000-%012x";

	private static final Pattern NAME = Pattern.compile("\"groupName\"\\s*:\\s*\"([^\"]*)\"");

	private static final Pattern MANAGER = Pattern.compile("\"groupManager\"\\s*:\\s*\"([^\"]*)\"");

	private static final Pattern MEMBERS = Pattern.compile("\"(members|membersToAdd|membersToRemove)\"\\s*:\\s*\\[([^\\]]*)\\]");

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

	private final Map<String, Group> byId = new HashMap<>();

	private final List<Group> groups = new ArrayList<>();

	private final Map<String, Set<String>> groupsOf = new HashMap<>();

	/** Waits without using the processor, which the measured program shares. */
	private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "later");
		thread.setDaemon(true);
		return thread;
	});

	private long latencyNanos;

	private long writes;

	private long requests;

	private long firstWrite;

	public static void main(String[] args) throws IOException {
		try (Selector selector = Selector.open(); ServerSocketChannel server = ServerSocketChannel.open()) {
			server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
			server.configureBlocking(false);
			server.register(selector, SelectionKey.OP_ACCEPT);
			System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
			new Stub().serve(selector, server);
		}
	}

	private void serve(Selector selector, ServerSocketChannel server) throws IOException {
		while (true) {
			selector.select();
			for (SelectionKey key : selector.selectedKeys()) {
				if (key.isAcceptable()) {
					accept(selector, server);
				}
				else {
					read(key);
				}
			}
			selector.selectedKeys().clear();
		}
	}

	private static void accept(Selector selector, ServerSocketChannel server) throws IOException {
		SocketChannel client = server.accept();
		if (client != null) {
			client.configureBlocking(false);
			client.setOption(StandardSocketOptions.TCP_NODELAY, true);
			client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(1 << 16));
		}
	}

	private void read(SelectionKey key) {
		SocketChannel client = (SocketChannel) key.channel();
		ByteBuffer buffer = (ByteBuffer) key.attachment();
		try {
			if (client.read(buffer) < 0) {
				client.close();
				return;
			}
			int end;
			while ((end = requestEnd(buffer)) > 0) {
				String request = new String(buffer.array(), 0, end, StandardCharsets.UTF_8);
				int rest = buffer.position() - end;
				System.arraycopy(buffer.array(), end, buffer.array(), 0, rest);
				buffer.position(rest);
				answer(client, request);
			}
		}
		catch (IOException ex) {
			key.cancel();
		}
	}

	/** Where the first request in the buffer ends; 0 when it is not whole yet. */
	private static int requestEnd(ByteBuffer buffer) {
		byte[] bytes = buffer.array();
		int length = 0;
		int line = 0;
		for (int i = 1; i < buffer.position(); i++) {
			if (bytes[i] == '\n' && bytes[i - 1] == '\r') {
				if (i - line == 1) {
					return (i + 1 + length <= buffer.position()) ? i + 1 + length : 0;
				}
				if ((bytes[line] | 32) == 'c' && i - line > 15) {
					String header = new String(bytes, line, i - line, StandardCharsets.ISO_8859_1).strip();
					if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
						length = Integer.parseInt(header.substring(15).strip());
					}
				}
				line = i + 1;
			}
		}
		return 0;
	}

	private void answer(SocketChannel client, String request) throws IOException {
		String[] words = request.substring(0, request.indexOf('\r')).split(" ");
		String body = request.substring(request.indexOf("\r\n\r\n") + 4);
		String path = words[1];
		byte[] bytes = bytes(words[0], path, body);
		if (this.latencyNanos == 0 || !path.startsWith("/api/")) {
			write(client, bytes);
		}
		else {
			this.later.schedule(() -> write(client, bytes), this.latencyNanos, TimeUnit.NANOSECONDS);
		}
	}

	private static void write(SocketChannel client, byte[] bytes) {
		try {
			ByteBuffer out = ByteBuffer.wrap(bytes);
			while (out.hasRemaining()) {
				client.write(out);
			}
		}
		catch (IOException ex) {
			// killed meanwhile
		}
	}

	private byte[] bytes(String method, String path, String body) {
		String json = respond(method, path, body);
		byte[] content = ((json != null) ? json : "{\"error\":{\"message\":\"none\",\"type\":\"x\"}}")
			.getBytes(StandardCharsets.UTF_8);
		byte[] head = ("HTTP/1.1 " + ((json != null) ? "200 OK" : "404 Not Found")
				+ "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
		byte[] all = Arrays.copyOf(head, head.length + content.length);
		System.arraycopy(content, 0, all, head.length, content.length);
		return all;
	}

	private String respond(String method, String path, String body) {
		if (!path.startsWith("/api/")) {
			return control(path);
		}
		this.requests++;
		if (method.equals("GET")) {
			return read(path.substring("/api/2.0".length()));
		}
		this.writes++;
		if (this.firstWrite == 0) {
			this.firstWrite = System.currentTimeMillis();
		}
		Group group = method.equals("POST") ? added("") : this.byId.get(path.substring(path.lastIndexOf('/') + 1));
		if (group == null) {
			return null;
		}
		Set<String> before = new LinkedHashSet<>(group.members);
		group.change(body);
		before.removeAll(group.members);
		before.forEach((person) -> this.groupsOf.getOrDefault(person, new LinkedHashSet<>()).remove(group.id));
		group.members.forEach((person) -> this.groupsOf.computeIfAbsent(person, (id) -> new LinkedHashSet<>()).add(group.id));
		return envelope(group.json(true), -1);
	}

	private String control(String path) {
		if (path.startsWith("/reset")) {
			this.byId.clear();
			this.groups.clear();
			this.groupsOf.clear();
			this.people = Integer.parseInt(parameter(path, "people", "200"));
			this.latencyNanos = Long.parseLong(parameter(path, "latency", "0")) * 1_000_000;
			int count = Integer.parseInt(parameter(path, "groups", "0"));
			for (int i = 0; i < count; i++) {
				Group group = added("Lane " + i);
				for (int person = i + 1; person <= this.people && !parameter(path, "full", "").isEmpty(); person += count) {
					group.members.add(PERSON.formatted(person));
					this.groupsOf.computeIfAbsent(PERSON.formatted(person), (id) -> new LinkedHashSet<>()).add(group.id);
				}
			}
			this.writes = 0;
			this.requests = 0;
			this.firstWrite = 0;
		}
		else if (path.startsWith("/watch")) {
			this.firstWrite = 0;
		}
		return "{\"writes\":" + this.writes + ",\"requests\":" + this.requests + ",\"firstWrite\":" + this.firstWrite
				+ "}";
	}

	private Group added(String name) {
		Group group = new Group("10000000-0000-4000-8000-%012x".formatted(this.groups.size() + 1));
		group.name = name;
		this.groups.add(group);
		this.byId.put(group.id, group);
		return group;
	}

	private String read(String path) {
		int start = Integer.parseInt(parameter(path, "startIndex", "0"));
		int count = Integer.parseInt(parameter(path, "count", "100"));
		if (path.startsWith("/keys/")) {
			return envelope("{\"createBy\":" + person(1) + ",\"permissions\":[]}", -1);
		}
		if (path.startsWith("/people/")) {
			return people(parameter(path, "filterValue", ""), parameter(path, "groupId", ""), start, count);
		}
		if (path.startsWith("/group?")) {
			String like = parameter(path, "filterValue", "").toLowerCase(java.util.Locale.ROOT);
			List<Group> found = like.isEmpty() ? this.groups
					: this.groups.stream()
						.filter((group) -> group.name.toLowerCase(java.util.Locale.ROOT).contains(like))
						.toList();
			List<String> page = found.stream().skip(start).limit(count).map((group) -> group.json(false)).toList();
			return envelope("[" + String.join(",", page) + "]", found.size());
		}
		Group group = this.byId.get(path.substring("/group/".length()).replaceFirst("\\?.*", ""));
		return (group != null) ? envelope(group.json(true), -1) : null;
	}

	private String people(String like, String group, int start, int count) {
		List<Integer> found = new ArrayList<>();
		for (int i = 1; i <= this.people; i++) {
			boolean inGroup = group.isEmpty() || groupsOf(i).contains(group);
			if (inGroup && ("p" + i + "@example.com").contains(like)) {
				found.add(i);
			}
		}
		List<String> page = found.stream().skip(start).limit(count).map(this::person).toList();
		return envelope("[" + String.join(",", page) + "]", found.size());
	}

	private Set<String> groupsOf(int person) {
		return this.groupsOf.getOrDefault(PERSON.formatted(person), Set.of());
	}

	private String person(int number) {
		String groups = groupsOf(number).stream()
			.map((id) -> "{\"id\":\"" + id + "\",\"name\":\"x\"}")
			.collect(Collectors.joining(","));
		return ("{\"id\":\"" + PERSON + "\",\"email\":\"p%d@example.com\",\"firstName\":\"P%d\","
				+ "\"lastName\":\"Q\",\"displayName\":\"P%d Q\",\"status\":1,\"isAdmin\":true,\"groups\":[%s]}")
			.formatted(number, number, number, number, groups);
	}

	private static String envelope(String response, long total) {
		return "{\"response\":" + response + ",\"count\":1," + ((total >= 0) ? "\"total\":" + total + "," : "")
				+ "\"links\":[],\"status\":0,\"statusCode\":200}";
	}

	private static String parameter(String path, String name, String otherwise) {
		Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(path);
		return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : otherwise;
	}

	/** A group of the portal. */
	private static final class Group {

		private final String id;

		private final Set<String> members = new LinkedHashSet<>();

		private String name = "";

		private String manager = "";

		Group(String id) {
			this.id = id;
		}

		void change(String body) {
			Matcher found = NAME.matcher(body);
			this.name = found.find() ? found.group(1) : this.name;
			found = MANAGER.matcher(body);
			this.manager = found.find() ? found.group(1) : this.manager;
			found = MEMBERS.matcher(body);
			while (found.find()) {
				Matcher ids = ID.matcher(found.group(2));
				boolean removes = found.group(1).equals("membersToRemove");
				while (ids.find()) {
					if (removes) {
						this.members.remove(ids.group());
					}
					else {
						this.members.add(ids.group());
					}
				}
			}
		}

		String json(boolean withMembers) {
			StringBuilder json = new StringBuilder(400);
			json.append("{\"name\":\"").append(this.name);
			json.append("\",\"parent\":\"00000000-0000-0000-0000-000000000000\",\"category\":");
			json.append("\"00000000-0000-0000-0000-000000000000\",\"id\":\"").append(this.id);
			json.append("\",\"isLDAP\":false");
			if (!this.manager.isEmpty()) {
				json.append(",\"manager\":{\"id\":\"").append(this.manager).append("\"}");
			}
			if (withMembers) {
				Set<String> shown = new LinkedHashSet<>(this.members);
				if (!this.manager.isEmpty()) {
					shown.add(this.manager);
				}
				json.append(",\"members\":[");
				String comma = "";
				for (String member : shown) {
					json.append(comma).append("{\"id\":\"").append(member).append("\"}");
					comma = ",";
				}
				json.append(']');
			}
			return json.append(",\"membersCount\":").append(this.members.size()).append('}').toString();
		}

	}

}
