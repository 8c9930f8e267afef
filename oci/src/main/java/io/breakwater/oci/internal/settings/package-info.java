/**
 * What the user's machine says of registries: credentials, mirrors, names. Files of other tools.
 */
@NullMarked
package io.breakwater.oci.internal.settings;

import org.jspecify.annotations.NullMarked;
