/** Licences of components: expressions, names as people write them, classes, duties, policies. */
@NullMarked
package io.breakwater.inspect.licence;

import org.jspecify.annotations.NullMarked;
