package io.groupbatch.cli.option;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.importjob.options.ImportOptions.Invite;
import io.groupbatch.importjob.options.UserMapFile;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import org.jspecify.annotations.Nullable;

/**
 * Who is meant by a file, and what is done about people who could not be matched or
 * added.
 */
public class UserOptions {

	private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

	@Option(names = "--on-unknown-user", paramLabel = "stop|leave-out|invite", converter = OnUnknownUserName.class,
			description = "When a person is not on the portal, a guest or disabled: the row is wrong (stop, the default),"
					+ " or continues without (leave-out). invite: people who are not on the portal are invited by mail"
					+ " first, if their address has a domain of --invite-domain.")
	OnUnknownUser onUnknownUser = OnUnknownUser.STOP;

	@Option(names = "--invite-domain", paramLabel = "DOMAIN",
			description = "Invite people with an address of this domain, such as example.com. May be given several times.")
	List<String> inviteDomains = List.of();

	@Option(names = "--invite-as", paramLabel = "user|room-admin", converter = InviteAsName.class,
			description = "What invited people become: users (user, the default), or room admins (room-admin),"
					+ " who take a paid seat.")
	@Nullable InviteAs inviteAs;

	@Option(names = "--user-map", paramLabel = "FILE",
			description = "A CSV file from,to: who is meant by a text of the file, by e-mail address or id."
					+ " An empty to leaves the person out.")
	@Nullable Path userMap;

	/**
	 * Reads a user map, if one is given.
	 * @param output the folder that the user wants reports in, if any
	 * @param charset the encoding that the user says the imported file has, if any
	 * @throws CommandException when it cannot be used
	 */
	public static @Nullable UserMapFile read(@Nullable Path userMap, @Nullable Path output, @Nullable Charset charset) {
		if (userMap == null) {
			return null;
		}
		if (output != null && output.resolve("people-to-fix.csv")
			.toAbsolutePath()
			.normalize()
			.equals(userMap.toAbsolutePath().normalize())) {
			throw new CommandException(ExitCode.USAGE, userMap
					+ " would be overwritten by this run's own people-to-fix.csv. Give the file another name, or the run another --output.");
		}
		try {
			return UserMapFile.read(userMap, charset);
		}
		catch (UserMapFile.Unusable ex) {
			List<String> lines = new ArrayList<>(ex.mistakes());
			lines.add("The user map " + userMap + " cannot be used. Fix it; nothing was sent.");
			throw new CommandException(ExitCode.BAD_INPUT, lines);
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeRead(userMap, ex);
		}
	}

	boolean leaveOut() {
		return this.onUnknownUser == OnUnknownUser.LEAVE_OUT;
	}

	/**
	 * How people are invited, null: nobody is.
	 * @throws CommandException when the options contradict
	 */
	@Nullable Invite invite() {
		boolean invites = this.onUnknownUser == OnUnknownUser.INVITE;
		if (!invites && (!this.inviteDomains.isEmpty() || this.inviteAs != null)) {
			throw new CommandException(ExitCode.USAGE,
					"--invite-domain and --invite-as need --on-unknown-user invite. Give it, or leave these options out.");
		}
		if (invites && this.inviteDomains.isEmpty()) {
			throw new CommandException(ExitCode.USAGE,
					"--on-unknown-user invite needs --invite-domain: only people with an address of such a domain are invited."
							+ " Example: --invite-domain example.com");
		}
		return invites ? new Invite(this.inviteDomains.stream().map(UserOptions::domain).toList(),
				this.inviteAs == InviteAs.ROOM_ADMIN) : null;
	}

	private static String domain(String text) {
		String domain = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
		if (!DOMAIN.matcher(domain).matches()) {
			throw new CommandException(ExitCode.USAGE,
					"--invite-domain must be a domain, not \"" + text + "\". Example: --invite-domain example.com");
		}
		return domain;
	}

	/** What to do about them. */
	enum OnUnknownUser {

		STOP, LEAVE_OUT, INVITE

	}

	/** What people become who are invited. */
	enum InviteAs {

		USER, ROOM_ADMIN

	}

	/** Spelled as on the command line. */
	static final class InviteAsName implements ITypeConverter<InviteAs> {

		@Override
		public InviteAs convert(String text) {
			return switch (text) {
				case "user" -> InviteAs.USER;
				case "room-admin" -> InviteAs.ROOM_ADMIN;
				default -> throw new TypeConversionException("\"" + text + "\" is neither user nor room-admin");
			};
		}

	}

	/** Spelled as on the command line. */
	static final class OnUnknownUserName implements ITypeConverter<OnUnknownUser> {

		@Override
		public OnUnknownUser convert(String text) {
			return switch (text) {
				case "stop" -> OnUnknownUser.STOP;
				case "leave-out" -> OnUnknownUser.LEAVE_OUT;
				case "invite" -> OnUnknownUser.INVITE;
				default ->
					throw new TypeConversionException("\"" + text + "\" is neither stop nor leave-out nor invite");
			};
		}

	}

}
