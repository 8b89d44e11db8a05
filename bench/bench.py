"""Measures and writes results.md; started by run.sh."""
import argparse
import csv
import json
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from datetime import datetime, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUN = HERE.parent / "run.sh"
FLAGS = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
LANES = 15
MANAGERS = ["p1@example.com", "p2@example.com"]


def parsed():
    parser = argparse.ArgumentParser(prog="bench/run.sh")
    parser.add_argument("--work", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--lib", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--quick", action="store_true", help="fewer rows and rounds")
    parser.add_argument("--rounds", type=int, default=0, help="how often each is measured; default 5, with --quick 3")
    parser.add_argument("--million", action="store_true", help="also a file of 1,000,000 rows")
    parser.add_argument("--jdk17", default="/usr/lib/jvm/java-17-openjdk-amd64")
    parser.add_argument("--jdk25", default="/usr/lib/jvm/temurin-25-jdk-amd64")
    parser.add_argument("--only", default="", help="of send, fold, one, rate, stage, size, start, crash; with a comma between")
    return parser.parse_args()


class Stub:
    """The stub portal, in a process of its own."""

    def __init__(self, bench):
        self.process = subprocess.Popen([bench.java, *FLAGS, "-cp", str(bench.work / "classes"), "Stub"],
                                        stdout=subprocess.PIPE, text=True)
        self.url = "http://127.0.0.1:" + self.process.stdout.readline().strip()

    def ask(self, path):
        with urllib.request.urlopen(self.url + path) as answer:
            return json.load(answer)

    def end(self):
        self.process.kill()
        self.process.wait()


class Bench:
    def __init__(self, options):
        self.options = options
        self.work = options.work
        self.rounds = options.rounds or (3 if options.quick else 5)
        self.java = str(Path(options.jdk17) / "bin/java")
        self.env = dict(os.environ, JAVA_HOME=options.jdk17, DOCSPACE_API_KEY="sk-bench")
        self.count = 0
        self.verdicts = []
        self.details = []
        self.load = [os.getloadavg()[0]]

    def wants(self, part):
        return not self.options.only or part in self.options.only.split(",")

    def verdict(self, what, target, measured, met):
        self.load.append(os.getloadavg()[0])
        self.verdicts.append((what, target, measured, "met" if met else "NOT MET" if met is False else "not measured"))
        print(f"{what}: {measured} (target: {target})", file=sys.stderr, flush=True)

    def detail(self, line):
        self.details.append(line)
        print(line, file=sys.stderr, flush=True)

    # --- the program under test

    def folder(self):
        self.count += 1
        return self.work / f"state-{self.count}"

    def start(self, state, file, url, *more, java_options="", java_home=None):
        env = dict(self.env, DOCSPACE_PORTAL_URL=url, GROUPBATCH_JAVA_OPTIONS=java_options)
        env["JAVA_HOME"] = java_home or env["JAVA_HOME"]
        return subprocess.Popen([str(RUN), "import", str(file), "--state", str(state), "--output", str(state / "out"),
                                 "--yes", *more], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def finish(self, process, wanted=0):
        """What it said on standard error."""
        _, err = process.communicate()
        if process.returncode != wanted:
            sys.exit(f"exit code {process.returncode}:\n{err}")
        return err

    def query(self, state, sql):
        """Of an ended run; a copy, for a look must not change the file."""
        copy = self.work / "copy.mv.db"
        shutil.copy(state / "journal.mv.db", copy)
        jar = next(self.options.lib.glob("h2-*.jar"))
        out = subprocess.run([self.java, *FLAGS, "-cp", str(jar), "org.h2.tools.Shell", "-url",
                              f"jdbc:h2:{copy.with_suffix('').with_suffix('')}", "-user", "sa", "-sql", sql],
                             check=True, capture_output=True, text=True).stdout
        copy.unlink()
        return [cell.strip() for cell in out.splitlines()[1].split("|")]

    @staticmethod
    def spent():
        """Processor seconds of all processes that were waited for."""
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    def send(self, stub, shape, rows, at_once, latency):
        """Rows a second of the send step, from the journal's own times."""
        state = self.folder()
        stub.ask(f"/reset?latency={latency}&groups={LANES if shape == 'lanes' else 0}")
        self.finish(self.start(state, self.file(shape, rows), stub.url, "--concurrency", str(at_once),
                               java_options="-Dgroupbatch.import.groups.fold=false"))
        sent, millis = self.query(state, "SELECT COUNT(*), DATEDIFF(MILLISECOND, MIN(sent_at),"
                                         " MAX(DATEADD(MILLISECOND, duration_ms, sent_at))) FROM result")
        shutil.rmtree(state)
        if int(sent) != rows:
            sys.exit(f"{sent} requests for {rows} rows")
        return rows * 1000 / int(millis)

    def loop(self, stub, client, shape, rows, at_once, latency, *marks):
        stub.ask(f"/reset?latency={latency}&groups={LANES if shape == 'lanes' else 0}")
        return float(self.own("Loop", client, stub.url, rows, at_once, shape, *marks))

    def own(self, program, *arguments):
        return subprocess.run([self.java, *FLAGS, "-cp", f"{self.work / 'classes'}:{self.options.lib}/*", program,
                               *map(str, arguments)], check=True, capture_output=True, text=True).stdout

    # --- input files

    def file(self, shape, rows):
        path = self.work / f"{shape}-{rows}.csv"
        if not path.exists():
            with path.open("w", newline="") as out:
                self.rows(csv.writer(out), shape, rows)
        return path

    @staticmethod
    def rows(out, shape, rows):
        if shape == "lanes":
            out.writerow(["operation", "groupName", "groupManager"])
            out.writerows(["update", f"Lane {i % LANES}", MANAGERS[i // LANES % 2]] for i in range(rows))
        elif shape == "memberships":
            out.writerow(["groupName", "members"])
            out.writerows([f"Team {i % 200}", f"p{i // 200 + 1}@example.com"] for i in range(rows))
        elif "-members over " in shape:
            operation, groups = shape.split(" over ")
            out.writerow(["operation", "groupName", "members"])
            out.writerows([operation, f"Lane {i % int(groups)}", f"p{i % 10000 + 1}@example.com"] for i in range(rows))
        else:
            out.writerow(["operation", "groupName"])
            out.writerows(["create", f"Group {i}"] for i in range(rows))

    # --- what is measured

    def sending(self, stub, fsync):
        quick = self.options.quick
        cases = [(latency, at_once, shape) for latency in (20, 0) for at_once in ((15, 1) if quick else (15, 4, 1))
                 for shape in ("create", "lanes")]
        if quick:
            cases = [case for case in cases if case[1] == 15 or case[2] == "create" and case[0] == 20]
        self.detail("| latency | at once | groups | Groupbatch rows/s | loop with marks | bare Apache loop | bare JDK loop |"
                    " ÷ marks | ÷ Apache | ÷ JDK |")
        self.detail("|---|---|---|---|---|---|---|---|---|---|")
        for latency, at_once, shape in cases:
            rows = self.rows_to_send(latency, at_once)
            own, marks, apache, jdk, script = [], [], [], [], []
            work = {"own": [], "marks": []}
            for _ in range(self.rounds):
                begin = self.spent()
                own.append(self.send(stub, shape, rows, at_once, latency))
                work["own"].append(self.spent() - begin)
                begin = self.spent()
                marks.append(self.loop(stub, "apache", shape, rows, at_once, latency, self.work / "marks"))
                work["marks"].append(self.spent() - begin)
                apache.append(self.loop(stub, "apache", shape, rows, at_once, latency))
                jdk.append(self.loop(stub, "jdk", shape, rows, at_once, latency))
                if at_once == 15 and shape == "create":
                    script.append(self.sequential(stub, rows // 15, latency))
            median = statistics.median
            self.detail(f"| {latency} ms | {at_once} | {'different' if shape == 'create' else 'long lanes'} | {median(own):.0f} "
                        f"| {median(marks):.0f} | {median(apache):.0f} | {median(jdk):.0f} | {median(own) / median(marks):.2f} "
                        f"| {median(own) / median(apache):.2f} | {median(own) / median(jdk):.2f} |")
            if at_once == 15 and shape == "create":
                self.judge(latency, median(own), median(marks), median(apache), median(script), fsync)
                if latency:
                    self.effort({name: median(each) * 1000 / rows for name, each in work.items()})

    def rows_to_send(self, latency, at_once):
        """So many that Java warms up within the first few of a hundred."""
        if self.options.quick:
            return at_once * 50 if latency else 5000
        return (7500 if at_once == 15 else at_once * 100) if latency else (20000 if at_once == 15 else 4000)

    def effort(self, work):
        """The whole of each process: for ours that is also the start, the file, the plan and the report."""
        ratio = work["own"] / work["marks"]
        self.verdict("processor seconds per 1,000 rows sent, 20 ms latency, against the loop with marks", "≤ 2.5",
                     f"{ratio:.1f} ({work['own']:.2f} s and {work['marks']:.2f} s)", ratio <= 2.5)

    def judge(self, latency, own, marks, apache, script, fsync):
        self.detail(f"| {latency} ms | 1 | different | (the script one after another: {script:.0f}) | | | | | | |")
        if latency:
            target = 0.95 if fsync <= 0.5 else 20 / (20 + 2 * fsync)
            self.verdict("send, 20 ms latency, 15 at once, folding off, different groups, against a bare loop",
                         f"≥ {target:.2f}", f"{own / apache:.2f}", own / apache >= target)
            self.verdict("the same, against the sequential script", "≥ 14", f"{own / script:.1f}", own / script >= 14)
        else:
            self.verdict("send, no latency, against a loop with marks", "≥ 0.5", f"{own / marks:.2f}", own / marks >= 0.5)

    def sequential(self, stub, rows, latency):
        stub.ask(f"/reset?latency={latency}")
        return float(subprocess.run([sys.executable, str(HERE / "sequential.py"), stub.url, str(max(rows, 50))],
                                    check=True, capture_output=True, text=True).stdout)

    def folding(self, stub):
        state = self.folder()
        stub.ask("/reset")
        file = self.file("memberships", 10000)
        self.finish(self.start(state, file, stub.url))
        writes = stub.ask("/stats")["writes"]
        self.verdict("writes for 10,000 membership rows over 200 groups", "≤ 210", str(writes), writes <= 210)
        self.finish(self.start(state, file, stub.url))
        again = stub.ask("/stats")["writes"] - writes
        self.verdict("writes for rows that already hold", "0", str(again), again == 0)

    def one_group(self, stub):
        """Rows about one group against the same rows about 500 groups."""
        rows = 3000 if self.options.quick else 50000
        for operation in ("set-members", "add-members", "remove-members"):
            times = {}
            for groups in (500, 1):
                state = self.folder()
                full = "&full=1" if operation == "remove-members" else ""
                stub.ask(f"/reset?groups={groups}&people=10000{full}")
                begin = time.monotonic()
                self.finish(self.start(state, self.file(f"{operation} over {groups}", rows), stub.url, "--max-removals", "100%",
                                       java_options="-Xmx192m"))
                times[groups] = time.monotonic() - begin
                shutil.rmtree(state)
            ratio = times[1] / times[500]
            self.verdict(f"{rows:,} {operation} rows about one group, -Xmx192m, against the same about 500", "≤ 1.3",
                         f"{ratio:.2f} ({times[1]:.1f} s and {times[500]:.1f} s)", ratio <= 1.3)

    def rate(self):
        """Against the sandbox, which limits as the portal does; whole minutes, for the portal counts in such."""
        if self.options.quick:
            self.verdict("portal with the default limits, from the second minute on", "≥ 0.97 of 1,500/min, ≤ 1 further 429 per 1,000", "-",
                         None)
            return
        sandbox = subprocess.Popen([str(RUN), "sandbox", "--port", "0", "--limits"], env=self.env,
                                   stdout=subprocess.PIPE, text=True)
        lines = [sandbox.stdout.readline() for _ in range(3)]
        url = re.search(r"URL=(\S+)", "".join(lines)).group(1)
        key = re.search(r"KEY=(\S+)", "".join(lines)).group(1)
        state = self.folder()
        self.env["DOCSPACE_API_KEY"] = key
        talk = self.finish(self.start(state, self.file("create", 5600), url, "-vv"))
        self.env["DOCSPACE_API_KEY"] = "sk-bench"
        sandbox.kill()
        sandbox.wait()
        later, minutes = map(int, self.query(state, (
            "SELECT COUNT(*), ANY_VALUE(minutes) - 1 FROM result, (SELECT MIN(sent_at) AS first_sent,"
            " DATEDIFF(SECOND, MIN(sent_at), MAX(sent_at)) / 60 AS minutes FROM result)"
            " WHERE sent_at >= DATEADD(MINUTE, 1, first_sent) AND sent_at < DATEADD(MINUTE, minutes, first_sent)")))
        share = later / minutes / 1500
        further, after = self.further_429(talk)
        self.verdict("portal with the default limits, from the second minute on",
                     "≥ 0.97 of 1,500/min, ≤ 1 further 429 per 1,000", f"{share:.2f}, {further} for {after:,}",
                     share >= 0.97 and further <= after / 1000)

    @staticmethod
    def further_429(talk):
        """The refusals since the limit was learned, and the answers. What was on its way then and is refused, too, comes before the
        next good answer."""
        answers = re.findall(r"answered (\d+)", talk[talk.index("Limit("):])
        answers = answers[answers.index("200"):]
        return answers.count("429"), len(answers)

    def staging(self, stub):
        rows = 20000 if self.options.quick else 100000
        file = self.file("create", rows)
        own, bare = [], []
        for _ in range(self.rounds):
            state = self.folder()
            stub.ask("/reset?latency=2000")
            process = self.start(state, file, stub.url)
            stub_asks = self.wait_for(lambda: stub.ask("/stats")["requests"] >= 2, process)
            process.kill()
            process.communicate()
            millis = self.query(state, "SELECT DATEDIFF(MILLISECOND, start_time, end_time) FROM batch_step_execution"
                                       " WHERE step_name = 'stage'")[0] if stub_asks else "0"
            own.append(rows * 1000 / int(millis))
            shutil.rmtree(state)
            folder = self.folder()
            folder.mkdir()
            bare.append(float(self.own("Staging", file, folder)))
        ratio = statistics.median(own) / statistics.median(bare)
        self.verdict(f"stage, {rows:,} rows, against a bare parse and batch insert", "≥ 0.5",
                     f"{ratio:.2f} ({statistics.median(own):.0f} and {statistics.median(bare):.0f} rows/s)", ratio >= 0.5)

    def size(self, stub):
        sizes = [10000, 100000] + ([1000000] if self.options.million else [])
        if self.options.quick:
            sizes = [5000, 20000]
        times = {}
        self.detail("| rows | whole run | peak RSS | most heap after a collection (-Xmx192m) | journal: peak | journal: end |")
        self.detail("|---|---|---|---|---|---|")
        for rows in sizes:
            state = self.folder()
            log = self.work / "gc.log"
            stub.ask("/reset")
            begin = time.monotonic()
            process = self.start(state, self.file("create", rows), stub.url,
                                 java_options=f"-Xmx192m -Xlog:gc:file={log}")
            peak = self.watch(process, state / "journal.mv.db")
            times[rows] = time.monotonic() - begin
            heap = max(map(int, re.findall(r"->(\d+)M", log.read_text())), default=0)
            end = (state / "journal.mv.db").stat().st_size
            self.detail(f"| {rows:,} | {times[rows]:.1f} s | {peak['rss'] // 1024} MB | {heap} MB "
                        f"| {peak['file'] / 1e6:.0f} MB | {end / 1e6:.0f} MB |")
            if rows == 100000:
                self.verdict("journal file, 100,000 rows", "peak ≤ 300 MB", f"{peak['file'] / 1e6:.0f} MB",
                             peak["file"] <= 300e6)
            shutil.rmtree(state)
        if self.options.quick:
            self.verdict("journal file, 100,000 rows", "peak ≤ 300 MB", "-", None)
        if 1000000 in times:
            ratio = times[1000000] / times[100000]
            self.verdict("1,000,000 rows with -Xmx192m, time against 100,000", "≤ 12", f"{ratio:.1f}", ratio <= 12)
        else:
            ratio = times[sizes[-1]] / times[sizes[0]] / (sizes[-1] / sizes[0])
            self.verdict("1,000,000 rows with -Xmx192m, time against 100,000", "≤ 12",
                         f"- ({sizes[-1]:,} rows cost {ratio:.2f} per row of {sizes[0]:,})", None)

    def watch(self, process, file):
        peak = {"rss": 0, "file": 0}
        said = []
        drain = threading.Thread(target=lambda: said.append(process.stderr.read()), daemon=True)
        drain.start()
        while process.poll() is None:
            try:
                status = Path(f"/proc/{process.pid}/status").read_text()
                peak["rss"] = max(peak["rss"], int(re.search(r"VmHWM:\s+(\d+)", status).group(1)))
            except (OSError, AttributeError):
                pass
            if file.exists():
                peak["file"] = max(peak["file"], file.stat().st_size)
            time.sleep(0.05)
        drain.join()
        if process.returncode != 0:
            sys.exit(f"exit code {process.returncode}:\n{said[0]}")
        return peak

    def starting(self, stub):
        for name, home in (("17", self.options.jdk17), ("25", self.options.jdk25)):
            if not Path(home).exists():
                self.verdict(f"start to the first request, JDK {name}", "≤ 0.45 of java -jar", "-", None)
                continue
            self.archive(home)
            jar = self.options.lib.parent.with_suffix(".jar")
            plain, own, state = [], [], self.folder()
            self.first_request(stub, [str(RUN)], home, state)
            for _ in range(self.rounds):
                plain.append(self.first_request(stub, [f"{home}/bin/java", "-jar", str(jar)], home, state))
                own.append(self.first_request(stub, [str(RUN)], home, state))
            ratio = statistics.median(own) / statistics.median(plain)
            self.verdict(f"start to the first request, JDK {name}", "≤ 0.45 of java -jar",
                         f"{ratio:.2f} ({statistics.median(own):.2f} s and {statistics.median(plain):.2f} s)", ratio <= 0.45)
        helps = []
        for _ in range(self.rounds):
            begin = time.monotonic()
            subprocess.run([str(RUN), "--help"], env=self.env, check=True, capture_output=True)
            helps.append(time.monotonic() - begin)
        self.verdict("--help", "≤ 0.5 s", f"{statistics.median(helps):.2f} s", statistics.median(helps) <= 0.5)

    def archive(self, home):
        """Waits for the archive that the first start with a Java makes in the background."""
        folder = self.options.lib.parent
        env = dict(self.env, JAVA_HOME=home)
        before = {path for path in folder.iterdir() if re.fullmatch(r"\d+-\d+", path.name)}
        subprocess.run([str(RUN), "--version"], env=env, check=True, capture_output=True)
        for _ in range(600):
            time.sleep(0.1)
            now = {path for path in folder.iterdir() if re.fullmatch(r"\d+-\d+", path.name)}
            if not list(folder.glob("training.*")) and (now != before or _ > 20):
                return

    def first_request(self, stub, command, home, state):
        stub.ask("/reset")
        env = dict(self.env, JAVA_HOME=home, DOCSPACE_PORTAL_URL=stub.url)
        begin = time.monotonic()
        process = subprocess.Popen([*command, "import", str(self.file("create", 10)), "--rerun", "--yes", "--state", str(state),
                                    "--output", str(state / "out")], env=env, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        while stub.ask("/stats")["requests"] == 0:
            if process.poll() is not None:
                sys.exit("it ended without a request")
            time.sleep(0.005)
        took = time.monotonic() - begin
        process.kill()
        process.wait()
        return took

    def wait_for(self, condition, process):
        while not condition():
            if process.poll() is not None:
                sys.exit(f"ended too early:\n{process.stderr.read()}")
            time.sleep(0.02)
        return True

    def crash(self, stub):
        doubts, seconds = [], []
        rows = 20000 if self.options.quick else 100000
        for _ in range(self.rounds):
            state = self.folder()
            stub.ask("/reset?latency=20")
            process = self.start(state, self.file("create", rows), stub.url)
            self.wait_for(lambda: stub.ask("/stats")["writes"] > 300, process)
            process.kill()
            process.communicate()
            doubts.append(int(self.query(state, "SELECT COUNT(*) FROM mark")[0]))
            time.sleep(0.1)
            stub.ask("/watch")
            begin = time.time()
            process = self.start(state, self.file("create", rows), stub.url)
            self.wait_for(lambda: stub.ask("/stats")["firstWrite"] > 0, process)
            seconds.append(stub.ask("/stats")["firstWrite"] / 1000 - begin)
            process.kill()
            process.communicate()
            shutil.rmtree(state)
        self.verdict("requests that one kill -9 puts in doubt (most), 15 at once", "≤ 30", str(max(doubts)), max(doubts) <= 30)
        self.verdict(f"crash in send: from start to the first request, {rows:,} rows", "≤ 5 s",
                     f"{statistics.median(seconds):.1f} s", statistics.median(seconds) <= 5)

    def fsync(self):
        times = []
        with (self.work / "fsync").open("wb") as file:
            for _ in range(200):
                file.write(b"x" * 4096)
                file.flush()
                begin = time.perf_counter()
                os.fsync(file.fileno())
                times.append((time.perf_counter() - begin) * 1000)
        return statistics.median(times)

    def measure(self):
        fsync = self.fsync()
        stub = Stub(self)
        try:
            self.archive(self.options.jdk17)
            for part, work in (("send", lambda: self.sending(stub, fsync)), ("fold", lambda: self.folding(stub)),
                               ("one", lambda: self.one_group(stub)), ("rate", self.rate), ("stage", lambda: self.staging(stub)),
                               ("size", lambda: self.size(stub)), ("start", lambda: self.starting(stub)),
                               ("crash", lambda: self.crash(stub))):
                if self.wants(part):
                    work()
                    self.write(fsync)
        finally:
            stub.end()
        print((self.work / "results.md").read_text())

    def write(self, fsync):
        load = statistics.median(self.load)
        lines = ["# How fast Groupbatch is", "",
                 "Written by `bench/run.sh" + (" --quick" if self.options.quick else "")
                 + (" --million" if self.options.million else "") + "`"
                 f" on {datetime.now(timezone.utc):%Y-%m-%d %H:%M} UTC: {self.machine()}. Medians of {self.rounds}."
                 f" fsync of 4 KB: {fsync:.2f} ms."
                 f" Load of the machine while measuring (1 minute, median): {load:.1f}" +
                 (" – **other work ran at the same time: read ratios, not seconds.**" if load > 2 * os.cpu_count() else "."),
                 "", "The stub portal shares the machine. All marks are durable; folding is off where rows are sent, and the settings of"
                 " Java are those of `run.sh`, also for the bare loops. What limits sending stands in [README.md](README.md).", "",
                 "| what | target | measured | verdict |", "|---|---|---|---|"]
        lines += [f"| {' | '.join(row)} |" for row in self.verdicts]
        lines += ["", "## In detail", ""]
        for before, line in zip([""] + self.details, self.details):
            if line.startswith("| ") and before.count("|") != line.count("|") and before:
                lines.append("")
            lines.append(line)
        text = "\n".join(lines) + "\n"
        for folder in [self.work] + ([HERE] if not self.options.only else []):
            (folder / "results.md").write_text(text)

    @staticmethod
    def machine():
        model = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                      if line.startswith("model name")), platform.processor())
        memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text()).group(1)) / 1e6
        return f"{os.cpu_count()} CPUs ({model}), {memory:.0f} GB, {platform.system()} {platform.release()}"


if __name__ == "__main__":
    options = parsed()
    Bench(options).measure()
