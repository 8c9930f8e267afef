package io.breakwater.advisory.internal.store;

import io.breakwater.model.Advisory;
import java.util.List;

/**
 * A record of the database.
 *
 * @param advisory the record, without what it says about packages
 * @param holes the numbers of the holes that it speaks about
 * @param packages the numbers of the packages that it speaks about
 */
public record RecordView(Advisory advisory, List<Integer> holes, List<Integer> packages) {}
