package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.Exploit;
import io.breakwater.model.Exploit.Maturity;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists of published proofs by CVE, which the file is called by: Markdown pages of trickest's list,
 * and the repositories that PoC-in-GitHub finds, as GitHub describes them.
 */
final class PocListFeed implements Feed {
  private static final int MAX_PROOFS = 5;
  private static final String HEAD = "### [CVE-";

  @Override
  public String name() {
    return "Proofs of concept";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (sample.has("full_name", "html_url", "stargazers_count"))
      return cve(sample.file()).isPresent();
    return !sample.head().isEmpty() && sample.head().getFirst().startsWith(HEAD);
  }

  private static Optional<String> cve(FeedFile file) {
    int dot = file.name().indexOf('.');
    String stem = dot < 0 ? file.name() : file.name().substring(0, dot);
    return Optional.of(stem).filter(Ids::isCve);
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    String text = file.text();
    boolean page = text.startsWith(HEAD);
    int close = page ? text.indexOf(']') : -1;
    Optional<String> cve =
        page && close > 0
            ? Optional.of(text.substring(HEAD.length() - 4, close)).filter(Ids::isCve)
            : cve(file);
    if (cve.isEmpty()) {
      sink.skip(SkipReason.WITHOUT_CVE);
      return;
    }
    String source = page ? "trickest" : "poc-in-github";
    var urls = new ArrayList<String>();
    if (page) {
      text.lines().filter(line -> line.startsWith("- http")).forEach(l -> urls.add(l.substring(2)));
    } else {
      JsonSlices.documents(file.content(), slice -> add(slice.object(), urls));
    }
    List<Exploit> proofs =
        urls.stream()
            .filter(url -> url.length() <= 500)
            .limit(MAX_PROOFS)
            .map(url -> new Exploit(source, Maturity.PROOF_OF_CONCEPT, url.strip()))
            .toList();
    if (!proofs.isEmpty()) {
      sink.add(CveFacts.of(cve.get(), source, Optional.empty()).withExploits(proofs));
    }
  }

  private static void add(Json.Obj repository, List<String> urls) {
    if (urls.size() < MAX_PROOFS) urls.add(repository.text("html_url"));
  }
}
