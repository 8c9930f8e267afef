/**
 * Images from wherever they are kept, and their layers as streams of entries. {@link
 * io.breakwater.oci.ImageSources} opens an image; {@link io.breakwater.oci.ImageLayer#read} walks
 * one layer.
 */
@NullMarked
package io.breakwater.oci;

import org.jspecify.annotations.NullMarked;
