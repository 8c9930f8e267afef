package io.breakwater.inventory.internal.java;

/**
 * What a pom.properties or pom.xml in META-INF/maven says.
 *
 * @param group never empty
 * @param artifact never empty
 * @param version may be empty
 * @param source the file's name, for evidence
 */
record MavenIdentity(String group, String artifact, String version, String source) {}
