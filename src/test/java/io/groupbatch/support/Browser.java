package io.groupbatch.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real browser without a window: the Chromium of this computer. Nothing is downloaded.
 */
public final class Browser implements AutoCloseable {

	/** Held here, or else it forgets its level: it warns of parts that are not used. */
	private static final Logger NOISE = Logger.getLogger("org.openqa.selenium");

	private final ChromeDriver driver;

	private Browser(ChromeDriver driver) {
		this.driver = driver;
	}

	/** Starts it, or says what is missing. */
	public static Browser start(Path folder) {
		NOISE.setLevel(Level.SEVERE);
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(onPath("chromedriver"))
			.usingAnyFreePort()
			.build();
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(onPath("chromium"));
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--window-size=1280,1000", "--user-data-dir=" + folder);
		options.setCapability("goog:loggingPrefs", logs);
		return new Browser(new ChromeDriver(service, options));
	}

	private static File onPath(String program) {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst()
			.map(Path::toFile)
			.orElseThrow(() -> new AssertionError("The tests of report.html need Chromium, and there is no \"" + program
					+ "\" on the PATH. On Debian: apt-get install chromium chromium-driver"));
	}

	/** Opens a file; what was logged before is forgotten. */
	public void open(Path page) {
		log(LogType.BROWSER);
		log(LogType.PERFORMANCE);
		this.driver.get(page.toUri().toString());
	}

	/** How wide the window is. */
	public void width(int pixels) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
	}

	/** Whether the person prefers dark pages; pages that move are never preferred. */
	public void dark(boolean dark) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
	}

	/** What the page itself says, as script. */
	public Object ask(String expression) {
		return this.driver.executeScript("return " + expression);
	}

	public WebElement find(String css) {
		return this.driver.findElement(By.cssSelector(css));
	}

	/** The texts of those elements that are shown. */
	public List<String> texts(String css) {
		return this.driver.findElements(By.cssSelector(css))
			.stream()
			.filter(WebElement::isDisplayed)
			.map(WebElement::getText)
			.toList();
	}

	/** Types, wherever the keyboard is. */
	public void type(CharSequence... keys) {
		new Actions(this.driver).sendKeys(keys).perform();
	}

	/** Presses Tab until that element has the keyboard. */
	public void tabTo(String css) {
		for (int i = 0; i < 200; i++) {
			if (this.driver.switchTo().activeElement().equals(find(css))) {
				return;
			}
			type(Keys.TAB);
		}
		throw new AssertionError("The keyboard does not reach " + css);
	}

	/** What the page has logged since it was opened. */
	public List<String> console() {
		return log(LogType.BROWSER);
	}

	/** Every address that was asked for since the page was opened. */
	public List<String> requests() {
		return log(LogType.PERFORMANCE).stream()
			.filter((entry) -> entry.contains("\"Network.requestWillBeSent\""))
			.map((entry) -> entry.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"(.*?)\".*", "$1"))
			.toList();
	}

	private List<String> log(String type) {
		return this.driver.manage().logs().get(type).getAll().stream().map(LogEntry::getMessage).toList();
	}

	public void assertNothingIsWiderThanTheWindow() {
		assertThat(ask("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
