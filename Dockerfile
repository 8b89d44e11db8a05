# Groupbatch from a release archive. Build the archive first: mvn -B package -DskipTests
#   docker build -t groupbatch .
# docs/installation.md says how it is run.
FROM eclipse-temurin:25-jre

# Unpacked by ADD: /opt/groupbatch-VERSION
ADD target/groupbatch-*.tar.gz /opt/
RUN ln -s /opt/groupbatch-*/bin/groupbatch /usr/local/bin/groupbatch \
  && useradd --uid 10001 --user-group --create-home groupbatch \
  && install -d -o groupbatch -g groupbatch -m 700 /data /data/groupbatch /data/groupbatch/state /data/groupbatch/output

# Everything that has to outlive the container: the journal, and the reports
ENV XDG_STATE_HOME=/data
VOLUME ["/data/groupbatch/state", "/data/groupbatch/output"]

# The files to import
WORKDIR /work
USER 10001
ENTRYPOINT ["groupbatch"]
