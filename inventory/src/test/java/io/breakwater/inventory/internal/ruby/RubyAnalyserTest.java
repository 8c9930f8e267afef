package io.breakwater.inventory.internal.ruby;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.RecordedFacts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RubyAnalyserTest {
  private static final String FOLDER = "usr/lib/ruby/gems/3.1.0/specifications/";

  private static RecordedFacts analyse(String file, String text) throws IOException {
    return RecordedFacts.of(new RubyAnalyser(), FOLDER + file, text);
  }

  @Test
  void aGeneratedSpecificationIsRead() throws IOException {
    String text =
        """
        # -*- encoding: utf-8 -*-
        # stub: nokogiri 1.15.4 x86_64-linux lib

        Gem::Specification.new do |s|
          s.name = "nokogiri".freeze
          s.version = "1.15.4"
          s.platform = "x86_64-linux".freeze

          s.required_ruby_version = Gem::Requirement.new([">= 2.7".freeze])
          s.metadata = { "name" => "no", "version" => "no" } if s.respond_to? :metadata=
          s.licenses = ["MIT".freeze, "Apache-2.0".freeze]
          s.add_runtime_dependency(%q<racc>.freeze, ["~> 1.4"])
        end
        """;
    var facts = analyse("nokogiri-1.15.4-x86_64-linux.gemspec", text);
    assertThat(facts.purls()).containsExactly("pkg:gem/nokogiri@1.15.4");
    assertThat(facts.packages.getFirst().licences()).containsExactly("MIT", "Apache-2.0");
    assertThat(facts.packages.getFirst().says()).isEqualTo("gemspec says nokogiri 1.15.4");
  }

  @Test
  void whatIsCodeIsTakenFromTheStubLineOrTheFileName() throws IOException {
    String code =
        "Gem::Specification.new do |s|\n s.name = 'json'\n s.version = JSON::VERSION\nend\n";
    assertThat(analyse("default/json-2.6.1.gemspec", code).purls())
        .containsExactly("pkg:gem/json@2.6.1");
    assertThat(analyse("other.gemspec", "# stub: racc 1.6.0 ruby lib\n" + code).purls())
        .containsExactly("pkg:gem/json@1.6.0");
    assertThat(analyse("net-http-0.2.0.gemspec", "").purls())
        .containsExactly("pkg:gem/net-http@0.2.0");
  }

  @Test
  void aSpecificationOutsideOfThatFolderIsSource() {
    byte[] none = new byte[0];
    assertThat(RecordedFacts.wants(new RubyAnalyser(), "gems/x-1/x.gemspec", none)).isFalse();
  }
}
