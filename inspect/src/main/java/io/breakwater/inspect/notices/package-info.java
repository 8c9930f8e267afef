/** What is passed on with an image: licences' texts, copyright statements and notices. */
@NullMarked
package io.breakwater.inspect.notices;

import org.jspecify.annotations.NullMarked;
