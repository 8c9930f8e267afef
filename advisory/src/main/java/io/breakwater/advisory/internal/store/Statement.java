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
 * @param module the module stream that it speaks about; empty for none
 * @param requires packages of which one has to be there; empty: it always holds
 */
public record Statement(
    int record,
    FixState fixState,
    Severity severity,
    List<AffectedRange> ranges,
    List<String> versions,
    String module,
    List<String> requires) {}
