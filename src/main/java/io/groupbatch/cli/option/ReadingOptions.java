package io.groupbatch.cli.option;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

import io.groupbatch.importjob.options.ImportOptions.Reading;
import io.groupbatch.journal.row.Operation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import org.jspecify.annotations.Nullable;

/**
 * Options that say how a file is to be understood.
 */
public class ReadingOptions {

	@Option(names = "--charset", paramLabel = "NAME", converter = CharsetName.class,
			description = "The file's encoding, such as windows-1252, and that of a user map or map file that is not UTF-8."
					+ " Default: UTF-8, or what its BOM says")
	public @Nullable Charset charset;

	@Option(names = "--delimiter", paramLabel = "CHAR", converter = Delimiter.class,
			description = "What separates cells: , ; | or tab. Default: found from the headings")
	@Nullable Character delimiter;

	@Option(names = "--member-separator", paramLabel = "CHAR", converter = MemberSeparator.class,
			description = "What separates people in a cell: ; | , / or tab; a comma is a part of a name then, unless it is"
					+ " that. Default: ; and |, and commas outside names")
	@Nullable Character memberSeparator;

	@Mixin
	ColumnOptions columns = new ColumnOptions();

	@Option(names = "--operation", paramLabel = "OP", converter = OperationName.class,
			description = "The operation of rows that have none. Default: upsert")
	public @Nullable Operation operation;

	@Option(names = "--trim-names", description = "Remove blanks around names.")
	public boolean trimNames;

	/**
	 * How the file is written, and what its columns mean.
	 * @throws io.groupbatch.cli.exit.CommandException when the map file cannot be used,
	 * or two options contradict
	 */
	public Reading reading() {
		return new Reading(this.charset, this.delimiter, this.columns.meanings(this.charset), this.columns.ignoreOthers,
				this.memberSeparator);
	}

	/** An encoding by its name. */
	static final class CharsetName implements ITypeConverter<Charset> {

		@Override
		public Charset convert(String name) {
			try {
				return Charset.forName(name);
			}
			catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
				throw new TypeConversionException("there is no encoding \"" + name + "\"; try windows-1252");
			}
		}

	}

	/** A separator; {@code tab} and {@code \t} are spelled out. */
	static final class Delimiter implements ITypeConverter<Character> {

		@Override
		public Character convert(String text) {
			return find(text)
				.orElseThrow(() -> new TypeConversionException("\"" + text + "\" is none of , ; | and tab"));
		}

		static Optional<Character> find(String text) {
			return switch (text.toLowerCase(Locale.ROOT)) {
				case "tab", "\\t", "\t" -> Optional.of('\t');
				case ",", "comma" -> Optional.of(',');
				case ";", "semicolon" -> Optional.of(';');
				case "|", "pipe" -> Optional.of('|');
				default -> Optional.empty();
			};
		}

	}

	/** What separates people; as the separator of cells, and a slash. */
	static final class MemberSeparator implements ITypeConverter<Character> {

		@Override
		public Character convert(String text) {
			return switch (text.toLowerCase(Locale.ROOT)) {
				case "/", "slash" -> '/';
				default -> Delimiter.find(text)
					.orElseThrow(() -> new TypeConversionException("\"" + text + "\" is none of ; | , / and tab"));
			};
		}

	}

	/** An operation as in a file. */
	static final class OperationName implements ITypeConverter<Operation> {

		@Override
		public Operation convert(String name) {
			return Operation.of(name)
				.orElseThrow(() -> new TypeConversionException(
						"there is no operation \"" + name + "\"; there are " + Operation.list()));
		}

	}

}
