/** Packages of Alpine and its kin: the database of apk. */
@NullMarked
package io.breakwater.inventory.internal.apk;

import org.jspecify.annotations.NullMarked;
