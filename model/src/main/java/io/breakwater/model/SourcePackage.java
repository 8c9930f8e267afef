package io.breakwater.model;

/**
 * The source package that a distribution built a binary package from. Distributions speak of their
 * holes by this name.
 *
 * @param name the source package's name
 * @param version its full version, epoch included; never empty
 */
public record SourcePackage(String name, String version) {}
