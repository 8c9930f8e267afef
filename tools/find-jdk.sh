# Sourced by ./bw, ./verify and ./fuzz: finds a JDK of at least version 25 and sets JAVA_HOME to it.
# Looks at JAVA_HOME, then PATH, then where JDKs are usually installed. Starts no process.

is_jdk() { # is $1 the home of a JDK 25 or later?
  [[ -x $1/bin/javac && -r $1/release ]] || return 1
  local line version=
  while read -r line; do
    [[ $line == JAVA_VERSION=* ]] && version=${line#JAVA_VERSION=} && break
  done < "$1/release"
  version=${version//\"/}
  version=${version%%.*}
  [[ $version =~ ^[0-9]+$ && $version -ge 25 ]]
}

find_jdk() {
  local candidate
  if [[ -n ${JAVA_HOME-} ]] && is_jdk "$JAVA_HOME"; then return 0; fi
  candidate=$(type -P javac || true)
  if [[ -n $candidate ]]; then
    candidate=$(readlink -f "$candidate")
    candidate=${candidate%/bin/javac}
    if is_jdk "$candidate"; then export JAVA_HOME=$candidate; return 0; fi
  fi
  for candidate in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/java* \
    /opt/*jdk* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.local/share/mise/installs/java/* \
    "${HOME-}"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk "$candidate"; then export JAVA_HOME=$candidate; return 0; fi
  done
  cat >&2 <<'TEXT'
breakwater: needs a JDK of version 25 or later and found none.
    Looked at JAVA_HOME, PATH and the usual folders, /usr/lib/jvm among them.
    Install one, for example  apt install temurin-25-jdk  or  sdk install java 25-tem
    (https://adoptium.net), or set JAVA_HOME to where it is.
TEXT
  return 1
}

find_maven() { # sets MVN
  if type -P mvn > /dev/null; then MVN=mvn; else MVN=$root/mvnw; fi
}
