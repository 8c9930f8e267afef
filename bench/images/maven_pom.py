"""Prints a pom that copies the artifacts of a list (group:artifact:version[:packaging] a line)."""
import sys
from xml.sax.saxutils import escape

items = []
for line in open(sys.argv[1], encoding="utf-8"):
    line = line.strip()
    if line and not line.startswith("#"):
        group, artifact, version, *packaging = map(escape, line.split(":"))
        items.append(
            f"<artifactItem><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
            f"<version>{version}</version><type>{packaging[0] if packaging else 'jar'}</type></artifactItem>"
        )
print(
    '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
    "<groupId>bench</groupId><artifactId>jars</artifactId><version>1</version><packaging>pom</packaging>"
    "<build><plugins><plugin><artifactId>maven-dependency-plugin</artifactId><version>3.6.1</version>"
    f"<configuration><artifactItems>{''.join(items)}</artifactItems></configuration>"
    "</plugin></plugins></build></project>"
)
