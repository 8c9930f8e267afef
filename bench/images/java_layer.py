"""Lays Java archives into a tree: plain jars, a Spring Boot style fat jar, a war, an ear, a shaded jar, a jar without a name.

Usage: java_layer.py small|large JARS TREE
"""
import sys
import zipfile
from pathlib import Path
from shutil import copy

DAY = (2021, 6, 1, 0, 0, 0)

NAMELESS = {"small": "commons-collections-3.2.1.jar", "large": "quartz-2.3.0.jar"}
FAT = {
    "small": ["spring-core-5.2.3", "spring-beans-5.2.3", "spring-web-5.2.3", "spring-boot-2.2.4", "jackson-", "snakeyaml-1.25",
              "tomcat-embed-core-9.0.30", "logback-", "slf4j-api", "h2-"],
    "large": ["spring-core-5.3", "spring-beans-5.3", "spring-context-5.3", "spring-expression-5.3", "spring-web", "spring-cloud",
              "commons-text", "commons-lang3", "log4j-core-2.17", "log4j-api-2.17", "netty-all"],
}
WAR = {
    "small": ["struts2-core", "xwork-core", "ognl-", "commons-fileupload", "commons-io", "servlet-api", "guava-"],
    "large": ["shiro-", "xstream", "velocity", "dom4j", "commons-beanutils", "commons-httpclient", "hibernate-core", "c3p0", "struts2-core"],
}
SHADED = {
    "small": ["jackson-core", "jackson-annotations", "guava-"],
    "large": ["httpclient-4", "httpcore-4", "json-smart", "nimbus-jose", "jetty-http", "jetty-server"],
}
SMALL_PLAIN = ["log4j-core-2.14", "log4j-api-2.14", "log4j-1.2", "fastjson", "servlet-api", "commons-", "guava"]


def chosen(jars: list[Path], prefixes: list[str]) -> list[Path]:
    return [jar for jar in jars if any(jar.name.startswith(prefix) for prefix in prefixes)]


def put(archive: zipfile.ZipFile, name: str, data: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    info = zipfile.ZipInfo(name, DAY)
    info.compress_type = how
    archive.writestr(info, data)


def manifest(**headers: str) -> bytes:
    lines = ["Manifest-Version: 1.0"] + [f"{key.replace('_', '-')}: {value}" for key, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def pom_properties(group: str, artifact: str, version: str) -> tuple[str, bytes]:
    return f"META-INF/maven/{group}/{artifact}/pom.properties", f"version={version}\ngroupId={group}\nartifactId={artifact}\n".encode()


def fat(target: Path, jars: list[Path]) -> None:
    """Nested jars are stored, not compressed, as Spring Boot's loader wants them."""
    with zipfile.ZipFile(target, "w") as archive:
        put(archive, "META-INF/MANIFEST.MF", manifest(Main_Class="org.springframework.boot.loader.JarLauncher",
            Start_Class="org.example.bench.App", Implementation_Title="bench-app", Implementation_Version="1.0.0"))
        put(archive, *pom_properties("org.example.bench", "bench-app", "1.0.0"))
        for jar in jars:
            put(archive, f"BOOT-INF/lib/{jar.name}", jar.read_bytes(), zipfile.ZIP_STORED)


def war(target: Path, jars: list[Path]) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        put(archive, "META-INF/MANIFEST.MF", manifest(Implementation_Title="shop", Implementation_Version="2.1.0"))
        put(archive, *pom_properties("org.example.bench", "shop", "2.1.0"))
        put(archive, "WEB-INF/web.xml", b"<web-app/>")
        for jar in jars:
            put(archive, f"WEB-INF/lib/{jar.name}", jar.read_bytes())


def ear(target: Path, webapp: Path, jars: list[Path]) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        put(archive, "META-INF/MANIFEST.MF", manifest(Implementation_Title="bench-suite", Implementation_Version="3.0"))
        put(archive, "META-INF/application.xml", b"<application/>")
        put(archive, webapp.name, webapp.read_bytes())
        for jar in jars:
            put(archive, f"lib/{jar.name}", jar.read_bytes())


def shaded(target: Path, jars: list[Path]) -> None:
    """One flat jar of many, keeping each one's pom.properties, as the shade plugin does."""
    with zipfile.ZipFile(target, "w") as archive:
        put(archive, "META-INF/MANIFEST.MF", manifest(Created_By="Maven Shade"))
        put(archive, *pom_properties("org.example.bench", "all-in-one", "4.2"))
        seen = set(archive.namelist())
        for jar in jars:
            with zipfile.ZipFile(jar) as source:
                for entry in source.infolist():
                    if not entry.is_dir() and entry.filename not in seen and not entry.filename.startswith("META-INF/MANIFEST"):
                        seen.add(entry.filename)
                        put(archive, entry.filename, source.read(entry))


def main(size: str, source: Path, tree: Path) -> None:
    jars = sorted(source.glob("*.jar"))
    home = tree / "srv/java"
    (home / "lib").mkdir(parents=True)
    plain = chosen(jars, SMALL_PLAIN) if size == "small" else jars
    for jar in plain:
        if jar.name != NAMELESS[size]:
            copy(jar, home / "lib" / jar.name)
    copy(source / NAMELESS[size], home / "lib" / "library.jar")
    fat(home / "app.jar", chosen(jars, FAT[size]))
    war(home / "shop.war", chosen(jars, WAR[size]))
    shaded(home / "all-in-one-4.2.jar", chosen(jars, SHADED[size]))
    if size == "large":
        ear(home / "suite.ear", home / "shop.war", chosen(jars, ["commons-compress", "jdom2"]))
        for webapp in source.glob("*.war"):
            copy(webapp, home / webapp.name)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
