package io.breakwater.advisory.internal.feed;

import java.util.List;
import java.util.Optional;

/** Every form of feed that can be imported; the first that recognises a file reads it. */
public final class Feeds {
  /** In the order in which they are asked. */
  public static final List<Feed> ALL =
      List.of(
          new OsvFeed(),
          new OsvYamlFeed(),
          new UbuntuTrackerFeed(),
          new UbuntuVexFeed(),
          new UbuntuNoticeFeed(),
          new UbuntuCveFeed(),
          new AlpineSecdbFeed(),
          new DebianTrackerFeed(),
          new DebianAdvisoryListFeed(),
          new DebianCveListFeed(),
          new DebianAdvisoryJsonFeed(),
          new UbuntuOvalFeed(),
          new OvalFeed(),
          new UpdateinfoFeed(),
          new CvrfFeed(),
          new GlsaFeed(),
          new CsafFeed(),
          new PhotonFeed(),
          new ArchFeed(),
          new AlmaErrataFeed(),
          new RockyErrataFeed(),
          new BodhiFeed(),
          new CveRecordFeed(),
          new KevFeed(),
          new KevCsvFeed(),
          new EpssFeed(),
          new KevEpssFeed(),
          new CveEnrichmentFeed(),
          new RustSecFeed(),
          new FriendsOfPhpFeed(),
          new NodeSecurityFeed(),
          new RetireJsFeed(),
          new ProjectKbFeed(),
          new RubySecFeed(),
          new MaliciousCsvFeed(),
          new GithubAdvisoryFeed(),
          new NvdFeed(),
          new ExploitDbFeed(),
          new MetasploitFeed(),
          new NucleiFeed(),
          new VulnCheckKevFeed(),
          new PocListFeed(),
          new EpssApiFeed(),
          new ChineseIdsFeed(),
          new EndOfLifeFeed());

  private Feeds() {}

  /** The form of a file. */
  public static Optional<Feed> of(Sample sample) {
    for (Feed feed : ALL) if (feed.recognises(sample)) return Optional.of(feed);
    return Optional.empty();
  }
}
