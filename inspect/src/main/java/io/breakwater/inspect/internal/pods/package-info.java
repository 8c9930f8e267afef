/** Judges workloads: Pods and what makes them, other objects of Kubernetes, Compose services. */
@NullMarked
package io.breakwater.inspect.internal.pods;

import org.jspecify.annotations.NullMarked;
