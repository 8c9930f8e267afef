/** What tests of analysers share. */
@NullMarked
package io.breakwater.inventory.recording;

import org.jspecify.annotations.NullMarked;
