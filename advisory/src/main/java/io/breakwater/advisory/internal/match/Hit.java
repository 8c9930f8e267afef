package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.store.HoleView;
import io.breakwater.advisory.internal.store.RecordView;
import io.breakwater.model.Finding.Opinion;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A hole in an installed package.
 *
 * @param hole the hole
 * @param records the records that say so, the one that tells the fix first; never empty
 * @param fixedVersion the lowest version above the installed one that closes it
 * @param fixState what is said about a fix
 * @param severity by the rule of {@link SeverityRule}
 * @param opinions what each of the records says
 */
record Hit(
    HoleView hole,
    List<RecordView> records,
    Optional<String> fixedVersion,
    FixState fixState,
    Severity severity,
    List<Opinion> opinions) {}
