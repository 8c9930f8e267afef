package io.breakwater.advisory.internal.store;

import io.breakwater.model.AffectedRange;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.util.List;

/**
 * What one record says about one package.
 *
 * @param record the record's number
 * @param fixState what it says about a fix
 * @param severity the severity in this package
 * @param ranges affected versions
 * @param versions affected versions, one by one
 */
public record Statement(
    int record,
    FixState fixState,
    Severity severity,
    List<AffectedRange> ranges,
    List<String> versions) {}
