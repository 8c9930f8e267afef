/** Tests of the readers of apk's database. */
@NullMarked
package io.breakwater.inventory.internal.apk;

import org.jspecify.annotations.NullMarked;
